package io.nrtstreams.bench.jvm;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs an order in a JVM of its own: both the order and what it measured are JSON in files.
 *
 * @param folder where orders, results and logs go; what is there is overwritten
 * @param flags further options of the JVMs, e.g. for a profiler
 */
public record ChildRun(Path folder, List<String> flags) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_LINES = 3;

    public ChildRun {
        flags = List.copyOf(flags);
    }

    /** A name as a file may have it, and a bucket. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /**
     * Runs an order.
     *
     * @param name of the run, for its files
     * @param heap of the JVM, e.g. {@code 1g}
     * @param mainClass gets the file of the order and that of the result as arguments
     * @param limitSeconds after which it is ended and has failed
     * @throws RunFailure if it ended otherwise than with a result
     */
    public <R> R run(String name, String heap, Class<?> mainClass, Object order, Class<R> result, int limitSeconds)
            throws IOException, RunFailure, InterruptedException {
        Path stem = folder.resolve(plain(name));
        Path orderFile = Path.of(stem + ".order.json");
        Path resultFile = Path.of(stem + ".result.json");
        Path log = Path.of(stem + ".log");
        Files.createDirectories(folder);
        Files.deleteIfExists(resultFile);
        JSON.writeValue(orderFile.toFile(), order);
        await(
                new ChildJvm(heap, flags, mainClass, List.of(orderFile.toString(), resultFile.toString())),
                limitSeconds,
                log);
        return JSON.readValue(resultFile.toFile(), result);
    }

    private static void await(ChildJvm jvm, int limitSeconds, Path log)
            throws IOException, RunFailure, InterruptedException {
        Process process = jvm.start(log);
        try {
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                throw new RunFailure("not done after " + limitSeconds + " s; " + log);
            }
            if (process.exitValue() != 0) {
                throw new RunFailure(reason(log) + "; " + log);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static String reason(Path log) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            boolean tells =
                    line.startsWith("Exception in") || line.startsWith("Caused by") || line.contains("OutOfMemory");
            if (tells && reasons.size() < SHOWN_LINES) {
                reasons.add(line);
            }
        }
        return reasons.isEmpty() ? "the JVM ended" : String.join(" / ", reasons);
    }
}
