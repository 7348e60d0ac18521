package io.nrtstreams.bench.sql;

import io.nrtstreams.bench.Bench;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one run of the benchmarks in their own JVMs, which have another class path than this one. */
final class JmhRun {

    private static final String MAIN = "io.nrtstreams.bench.sql.Main";
    private static final String FIGURE = "FIGURE ";

    private final Map<String, double[]> figures = new HashMap<>();

    private JmhRun() {}

    static JmhRun of(Bench bench) throws IOException, InterruptedException {
        Path target = bench.home().resolve("benchmarks-sql/target");
        String classPath = target.resolve("benchmarks-sql.jar") + ":" + Files.readString(target.resolve("bench.classpath"));
        Path log = bench.folder().resolve("sql.log");
        Files.createDirectories(bench.folder());
        bench.out().printf("the SQL layer and Kafka Streams, some 3 minutes; the log is %s%n", log);
        bench.out().flush();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        MAIN,
                        bench.only().isEmpty() ? ".*" : bench.only()))
                .redirectErrorStream(true)
                .start();
        JmhRun run = new JmhRun();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                var lines = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.write(line);
                lines.newLine();
                run.take(line);
            }
        } finally {
            process.destroy();
        }
        if (process.waitFor() != 0) {
            throw new IOException("the benchmarks of the SQL layer failed; see " + log);
        }
        return run;
    }

    /** {@code FIGURE benchmark query records_per_s bytes_per_record}. */
    private void take(String line) {
        if (line.startsWith(FIGURE)) {
            String[] words = line.split(" ", -1);
            figures.put(
                    words[1] + " " + words[2],
                    new double[] {Double.parseDouble(words[3]), Double.parseDouble(words[4])});
        }
    }

    /** Records a second, the median of the iterations. */
    Optional<Double> rate(String benchmark, String query) {
        return Optional.ofNullable(figures.get(benchmark + " " + query)).map(figure -> figure[0]);
    }

    /** Bytes allocated for each record. */
    Optional<Double> bytes(String benchmark, String query) {
        return Optional.ofNullable(figures.get(benchmark + " " + query)).map(figure -> figure[1]);
    }
}
