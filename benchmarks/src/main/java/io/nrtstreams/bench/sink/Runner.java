package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.endpoint.EndpointControl;
import io.nrtstreams.bench.jvm.ChildRun;
import io.nrtstreams.bench.jvm.RunFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs workloads, each in a JVM and a bucket of its own, one after the other.
 *
 * @param endpoint that they store to
 * @param children the JVMs
 */
record Runner(EndpointControl endpoint, ChildRun children) {
    /** On top of a workload's limit: start, one round that is not cut short, the last drain. */
    private static final int GRACE_SECONDS = 240;

    /**
     * Runs a workload on a connector.
     *
     * @param label names the subject in file names, e.g. {@code ours}
     * @throws RunFailure if it ended otherwise than with a proven result
     */
    RunResult sink(String label, Path plugin, Workload workload) throws IOException, RunFailure, InterruptedException {
        String bucket = ChildRun.plain(label + "-" + workload.name());
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

    private RunResult run(String label, RunOrder order) throws IOException, RunFailure, InterruptedException {
        Workload workload = order.workload();
        return children.run(
                label + "-" + workload.name(),
                workload.heap(),
                RunMain.class,
                order,
                RunResult.class,
                workload.limitSeconds() + GRACE_SECONDS);
    }
}
