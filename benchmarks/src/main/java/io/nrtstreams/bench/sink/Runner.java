package io.nrtstreams.bench.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.bench.endpoint.EndpointControl;
import io.nrtstreams.bench.jvm.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs workloads, each in a JVM and a bucket of its own, one after the other.
 *
 * @param endpoint that they store to
 * @param folder where orders, results and logs go; what is there is overwritten
 * @param flags further options of the JVMs, e.g. for a profiler
 */
record Runner(EndpointControl endpoint, Path folder, List<String> flags) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** On top of a workload's limit: start, one round that is not cut short, the last drain. */
    private static final int GRACE_SECONDS = 240;

    private static final int SHOWN_LINES = 3;

    /**
     * Runs a workload on a connector.
     *
     * @param label names the subject in file names, e.g. {@code ours}
     * @throws RunFailure if it ended otherwise than with a proven result
     */
    RunResult sink(String label, Path plugin, Workload workload) throws IOException, RunFailure, InterruptedException {
        String bucket = plain(label + "-" + workload.name());
        endpoint.createBucket(bucket, workload.latencyMillis());
        try {
            return run(label, new RunOrder(Subject.SINK, plugin.toString(), endpoint.address(), bucket, workload));
        } finally {
            endpoint.dropBucket(bucket);
        }
    }

    /** Runs a workload on something that stores nothing. */
    RunResult floor(Subject subject, Workload workload) throws IOException, RunFailure, InterruptedException {
        return run(
                subject.name().toLowerCase(Locale.ROOT),
                new RunOrder(subject, "", endpoint.address(), "none", workload));
    }

    /** As a bucket may be called, and a file. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private RunResult run(String label, RunOrder order) throws IOException, RunFailure, InterruptedException {
        Path stem = folder.resolve(plain(label + "-" + order.workload().name()));
        Path orderFile = Path.of(stem + ".order.json");
        Path resultFile = Path.of(stem + ".result.json");
        Path log = Path.of(stem + ".log");
        Files.createDirectories(folder);
        Files.deleteIfExists(resultFile);
        JSON.writeValue(orderFile.toFile(), order);
        List<String> arguments = List.of(orderFile.toString(), resultFile.toString());
        await(new ChildJvm(order.workload().heap(), flags, RunMain.class, arguments), order, log);
        return JSON.readValue(resultFile.toFile(), RunResult.class);
    }

    private static void await(ChildJvm jvm, RunOrder order, Path log)
            throws IOException, RunFailure, InterruptedException {
        Process process = jvm.start(log);
        try {
            int limit = order.workload().limitSeconds() + GRACE_SECONDS;
            if (!process.waitFor(limit, TimeUnit.SECONDS)) {
                throw new RunFailure("not done after " + limit + " s; " + log);
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
