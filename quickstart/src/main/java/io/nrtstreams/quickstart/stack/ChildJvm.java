package io.nrtstreams.quickstart.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM to start under the guard that ends it with the launcher.
 *
 * @param heap its largest heap, e.g. {@code 512m}
 * @param flags further JVM options
 * @param classPath its class path, which holds the guard
 * @param mainClass what the guard runs
 * @param arguments for that class
 * @param environment variables on top of the launcher's own
 */
public record ChildJvm(
        String heap,
        List<String> flags,
        String classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment) {
    private static final String GUARD = "io.nrtstreams.quickstart.child.Guarded";

    public ChildJvm {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts it, with all its output in {@code log}; the log of the run before is kept beside it with the ending
     * {@code .1}.
     */
    Process start(Path log) throws IOException {
        keepLast(log);
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void keepLast(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> command() {
        // A Ctrl-C on the terminal reaches the whole process group. Only the launcher answers it: the child inherits
        // an ignored SIGINT, which the JVM leaves ignored, and is stopped in its turn.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, GUARD, mainClass));
        command.addAll(arguments);
        return command;
    }
}
