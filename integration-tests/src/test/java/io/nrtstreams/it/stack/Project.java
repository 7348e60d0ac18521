package io.nrtstreams.it.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the built project is, for tests that use it as its users do. */
public final class Project {
    public static final Path HOME = Path.of(System.getProperty("nrt.home"));

    private static final String SINK = "nrtstreams-connect-sink-s3";

    /** The three plugin folders as the build leaves them, in the form of {@code plugin.path}. */
    public static final String PLUGIN_PATH = Stream.of("connect-source-mock", "connect-smt-cleaning", "connect-sink-s3")
            .map(module -> pluginsOf(module).toString())
            .collect(Collectors.joining(","));

    private Project() {}

    public static Path connectorsConfig() {
        return HOME.resolve("connectors-config");
    }

    /**
     * A {@code plugin.path} whose sink also has the archive of formats: a copy of its folder below {@code folder}, with the
     * archive's jars beside its own.
     */
    public static String pluginPathWithFormats(Path folder) throws IOException {
        Path lib = Files.createDirectories(folder.resolve(SINK).resolve("lib"));
        copyJars(pluginsOf("connect-sink-s3").resolve(SINK).resolve("lib"), lib);
        copyJars(pluginsOf("connect-sink-s3-formats").resolve(SINK + "-formats").resolve("lib"), lib);
        return Stream.of(pluginsOf("connect-source-mock"), pluginsOf("connect-smt-cleaning"), folder)
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }

    private static void copyJars(Path from, Path to) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(from)) {
            jars = files.toList();
        }
        for (Path jar : jars) {
            Files.copy(jar, to.resolve(jar.getFileName()));
        }
    }

    private static Path pluginsOf(String module) {
        return HOME.resolve(module).resolve("target/plugin");
    }
}
