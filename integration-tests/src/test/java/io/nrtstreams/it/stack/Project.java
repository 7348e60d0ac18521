package io.nrtstreams.it.stack;

import java.nio.file.Path;
import java.util.List;

/** Where the built project is, for tests that use it as its users do. */
public final class Project {
    public static final Path HOME = Path.of(System.getProperty("nrt.home"));

    /** The three plugin folders as the build leaves them, in the form of {@code plugin.path}. */
    public static final String PLUGIN_PATH = String.join(
            ",",
            List.of("connect-source-mock", "connect-smt-cleaning", "connect-sink-s3").stream()
                    .map(module -> HOME.resolve(module).resolve("target/plugin").toString())
                    .toList());

    private Project() {}

    public static Path connectorsConfig() {
        return HOME.resolve("connectors-config");
    }
}
