package io.nrtstreams.sql.function.user;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a jar from the jar first, so that each jar has the libraries it was built with. What a function has in
 * common with us is ours: the language's own classes, the JDK's and the annotations of nullness.
 */
final class JarLoader extends URLClassLoader {

    private static final List<String> SHARED =
            List.of("java.", "javax.", "jdk.", "io.nrtstreams.sql.", "org.jspecify.");

    static {
        registerAsParallelCapable();
    }

    JarLoader(Path jar, ClassLoader parent) {
        super(jar.getFileName().toString(), new URL[] {url(jar)}, parent);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar + " cannot be read", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? find(name, resolve) : loaded;
        }
    }

    private Class<?> find(String name, boolean resolve) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            return super.loadClass(name, resolve);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    /** Only the jar's own, so that services of other jars are not found here again. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }
}
