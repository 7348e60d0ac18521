package io.nrtstreams.sql.function.user;

import io.nrtstreams.sql.function.FunctionClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources into a jar, as a user's build does. */
final class FunctionJar {

    private static final String SERVICE = "META-INF/services/io.nrtstreams.sql.function.FunctionClasses";

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();

    /** A class; its package is {@code com.example}. */
    FunctionJar with(String name, String source) {
        sources.put("com/example/" + name + ".java", "package com.example;\n" + source);
        return this;
    }

    /** Lists function classes as a jar must. */
    FunctionJar listing(String classes) {
        resources.put(SERVICE, "com.example.Listed");
        return with("Listed", """
                import io.nrtstreams.sql.function.FunctionClasses;
                import java.util.List;
                public final class Listed implements FunctionClasses {
                    @Override public List<Class<?>> classes() { return List.of(%s); }
                }
                """.formatted(classes));
    }

    FunctionJar withService(String provider) {
        resources.put(SERVICE, provider);
        return this;
    }

    void write(Path jar) {
        try {
            Path classes = Files.createTempDirectory(jar.getParent(), "classes");
            compile(classes);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
                }
                for (Map.Entry<String, String> resource : resources.entrySet()) {
                    add(out, resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(language()));
            List<JavaFileObject> units = sources.entrySet().stream()
                    .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            List<String> options = List.of("-proc:none", "-parameters");
            if (!units.isEmpty()
                    && !compiler.getTask(null, files, null, options, null, units)
                            .call()) {
                throw new IllegalStateException("the sources do not compile");
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Where the classes of the SQL layer lie. */
    private static Path language() {
        return Path.of(URI.create(FunctionClasses.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }
}
