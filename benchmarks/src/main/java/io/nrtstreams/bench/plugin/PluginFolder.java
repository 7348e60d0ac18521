package io.nrtstreams.bench.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.isolation.PluginClassLoader;

/**
 * A plugin folder, loaded by the class loader that Connect isolates plugins with.
 *
 * @param path the folder: jars in it, or up to three levels below
 * @param loader of all its jars
 */
public record PluginFolder(Path path, PluginClassLoader loader) {
    private static final String SERVICES = "META-INF/services/";
    private static final int DEPTH = 3;

    /** Opens a folder, which stays open. */
    public static PluginFolder of(Path path) throws IOException {
        URL location = path.toUri().toURL();
        return new PluginFolder(path, new PluginClassLoader(location, jars(path), PluginFolder.class.getClassLoader()));
    }

    private static URL[] jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }
    }

    /**
     * The one class of {@code known} that the folder has: declared as a {@code service}, or there without being declared, as
     * plugins of before the service loader are.
     *
     * @param what such classes are called in the plural
     * @throws IOException if there is none in the folder, or more than one
     */
    public String theOnly(String what, Class<?> service, Set<String> known) throws IOException {
        Set<String> found = new TreeSet<>(declared(service));
        known.stream().filter(this::has).forEach(found::add);
        found.retainAll(known);
        if (found.size() != 1) {
            throw new IOException(path + " holds " + found.size() + " " + what + " that the benchmark knows "
                    + new TreeSet<>(known) + ", expected one " + found);
        }
        return found.iterator().next();
    }

    private Set<String> declared(Class<?> service) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Enumeration<URL> lists = loader.findResources(SERVICES + service.getName()); lists.hasMoreElements(); ) {
            try (InputStream list = lists.nextElement().openStream();
                    BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.replaceFirst("#.*", "").strip()).forEach(names::add);
            }
        }
        return names;
    }

    private boolean has(String name) {
        return loader.findResource(name.replace('.', '/') + ".class") != null;
    }

    /**
     * Makes an object of a class of the folder.
     *
     * @throws IllegalStateException if that fails
     */
    public <T> T instance(Class<T> type, String name) {
        try {
            return type.cast(
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }
}
