package io.nrtstreams.bench.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM to start with the class path of this one.
 *
 * @param heap its heap from the start, e.g. {@code 1g}
 * @param flags further options
 * @param mainClass what it runs
 * @param arguments for that class
 */
public record ChildJvm(String heap, List<String> flags, Class<?> mainClass, List<String> arguments) {
    public ChildJvm {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** Starts it; its errors go to {@code log}, its output to who reads the process. */
    public Process start(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        return new ProcessBuilder(command()).redirectError(log.toFile()).start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-Xms" + heap, "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-Dlog4j2.configurationFile=log4j2-bench.properties");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(arguments);
        return command;
    }
}
