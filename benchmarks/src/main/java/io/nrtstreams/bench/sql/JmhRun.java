package io.nrtstreams.bench.sql;

import io.nrtstreams.bench.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of the benchmarks in JVMs of their own, which have another class path than this one. */
final class JmhRun {

    private static final String MAIN = "io.nrtstreams.bench.sql.Main";

    private JmhRun() {}

    /** Measures what has these names, and keeps the whole output in the log. */
    static JmhFigures of(Bench bench, List<String> names) throws IOException, InterruptedException {
        Path log = bench.folder().resolve("sql.log");
        Files.createDirectories(bench.folder());
        bench.out().printf("the SQL layer and Kafka Streams, up to 5 minutes; the log is %s%n", log);
        bench.out().flush();
        Process process = new ProcessBuilder(command(bench, names))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("the benchmarks of the SQL layer failed; see " + log);
            }
        } finally {
            process.destroy();
        }
        return JmhFigures.of(Files.readAllLines(log));
    }

    private static List<String> command(Bench bench, List<String> names) throws IOException {
        Path target = bench.home().resolve("benchmarks-sql/target");
        String others = Files.readString(target.resolve("bench.classpath"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                target.resolve("benchmarks-sql.jar") + ":" + others,
                MAIN,
                String.join(",", names)));
        command.addAll(bench.jvmFlags());
        return command;
    }
}
