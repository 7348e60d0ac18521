package io.nrtstreams.bench.jmh;

import io.nrtstreams.bench.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of benchmarks in JVMs of their own, which have another class path than this one.
 *
 * @param group the name of the group, for the log
 * @param module the folder of the module that holds them, which is also the name of its jar
 * @param mainClass runs the benchmarks whose names are its first argument, parted by commas, and prints their figures
 * @param progress what is measured and for how long, for who waits
 */
public record JmhRun(String group, String module, String mainClass, String progress) {
    /** Measures what has these names, and keeps the whole output in the log. */
    public JmhFigures of(Bench bench, List<String> names) throws IOException, InterruptedException {
        Path log = bench.folder().resolve(group + ".log");
        Files.createDirectories(bench.folder());
        bench.out().printf("%s; the log is %s%n", progress, log);
        bench.out().flush();
        Process process = new ProcessBuilder(command(bench, names))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("the benchmarks of " + group + " failed; see " + log);
            }
        } finally {
            process.destroy();
        }
        return JmhFigures.of(Files.readAllLines(log));
    }

    private List<String> command(Bench bench, List<String> names) throws IOException {
        Path target = bench.home().resolve(module).resolve("target");
        String others = Files.readString(target.resolve("bench.classpath"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                target.resolve(module + ".jar") + ":" + others,
                mainClass,
                String.join(",", names)));
        command.addAll(bench.jvmFlags());
        return command;
    }
}
