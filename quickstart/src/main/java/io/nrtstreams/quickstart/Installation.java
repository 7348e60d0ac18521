package io.nrtstreams.quickstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the built artefacts lie below the project's folder.
 *
 * @param home the project's folder, absolute
 */
public record Installation(Path home) {
    private static final List<String> PLUGINS =
            List.of("connect-source-mock", "connect-smt-cleaning", "connect-sink-s3");

    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * The installation that the launcher script names in the system property {@code nrt.home}.
     *
     * @throws CommandFailure if the property is not set
     */
    public static Installation current() {
        String home = System.getProperty("nrt.home");
        if (home == null) {
            throw new CommandFailure("The system property nrt.home does not name the project's folder."
                    + " Start the commands with the script ./nrt, which sets it.");
        }
        return new Installation(Path.of(home));
    }

    /** The jars of the broker and the worker, and the guard. */
    public String kafkaClassPath() {
        return join(target("quickstart-guard.jar"), text("quickstart/target/kafka.classpath"));
    }

    /** The jars of the launcher itself and of the S3 endpoint: those of the broker and more. */
    public String launcherClassPath() {
        return join(
                target("quickstart.jar"),
                text("quickstart/target/kafka.classpath"),
                text("quickstart/target/launcher.classpath"));
    }

    /** The jars of the analytics, and the guard. */
    public String analyticsClassPath() {
        return join(target("quickstart-guard.jar"), text("analytics-spark/target/analytics.classpath"));
    }

    /** The JVM options that Spark needs. */
    public List<String> analyticsJvmFlags() {
        return text("analytics-spark/src/main/jvm/analytics.jvmflags")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The worker's {@code plugin.path}: the folders that hold the folders of our plugins. */
    public String pluginPath() {
        return PLUGINS.stream()
                .map(module -> home.resolve(module).resolve("target/plugin").toString())
                .collect(Collectors.joining(","));
    }

    /** A file or folder below {@code connectors-config}. */
    public Path config(String relative) {
        return home.resolve("connectors-config").resolve(relative);
    }

    private static String join(String... paths) {
        return String.join(File.pathSeparator, paths);
    }

    private String target(String jar) {
        Path path = home.resolve("quickstart/target").resolve(jar);
        if (!Files.exists(path)) {
            throw new CommandFailure(notBuilt(path));
        }
        return path.toString();
    }

    private String text(String relative) {
        try {
            return Files.readString(home.resolve(relative)).strip();
        } catch (IOException e) {
            throw new CommandFailure(notBuilt(home.resolve(relative)), e);
        }
    }

    private static String notBuilt(Path missing) {
        return missing + " is missing: the project is not built. Build it with: ./mvnw package -DskipTests";
    }
}
