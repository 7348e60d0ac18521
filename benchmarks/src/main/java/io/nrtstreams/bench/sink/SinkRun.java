package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.endpoint.Counts;
import io.nrtstreams.bench.endpoint.EndpointControl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Runs one sink task through a workload, on the calling thread, and proves at the end that the endpoint has all records
 * once.
 */
final class SinkRun {
    private static final Duration LAST_DRAIN = Duration.ofSeconds(60);

    private final Workload workload;
    private final EndpointControl endpoint;
    private final String bucket;
    private final Family family;

    /** A run of a connector's family against a bucket of the endpoint that is there. */
    SinkRun(Workload workload, EndpointControl endpoint, String bucket, Family family) {
        this.workload = workload;
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.family = family;
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if the endpoint has other records than were put, or refused a request
     */
    RunResult run(Plugin plugin) throws IOException, InterruptedException {
        Plugin.Task task = plugin.task(family.properties(workload, endpoint.address(), bucket));
        return run(task.task(), task.properties());
    }

    private RunResult run(SinkTask task, Map<String, String> properties) throws IOException, InterruptedException {
        TaskContext context = new TaskContext(properties, FrameworkLoop.assignment(workload));
        FrameworkLoop loop = new FrameworkLoop(task, context, workload);
        loop.start();
        Deadline deadline = Deadline.in(Duration.ofSeconds(workload.limitSeconds()));
        SinkRounds rounds = new SinkRounds(loop, workload, deadline);
        Rounds repeated = new Rounds(workload, deadline);
        List<Round> warmUp = repeated.warmUp(rounds);
        Counts before = counts();
        List<Round> measured = repeated.measured(rounds, warmUp);
        Counts after = counts();
        loop.drain(Deadline.in(LAST_DRAIN));
        loop.stop();
        return result(loop, measured, before, after);
    }

    private Counts counts() throws IOException {
        return endpoint.counts(bucket, family.dataPrefix());
    }

    private RunResult result(FrameworkLoop loop, List<Round> rounds, Counts before, Counts after) throws IOException {
        Counts end = counts();
        long stored = end.lines() - family.headerLines(workload) * end.objects();
        requireAll(loop, stored, end);
        double requests = after.allRequests() - before.allRequests();
        return new RunResult(
                rounds,
                loop.position(),
                stored,
                requests / (after.objects() - before.objects()),
                (double) stored / end.objects());
    }

    /** A sink may drop at its end what it did not let be committed. */
    private void requireAll(FrameworkLoop loop, long stored, Counts end) {
        if (end.refused() > 0) {
            throw new IllegalStateException("the endpoint refused " + end.refused() + " requests; its log says why");
        }
        if (stored != loop.position() && stored != loop.durable()) {
            throw new IllegalStateException("the endpoint has " + stored + " records of " + loop.position()
                    + " put and " + loop.durable() + " committed");
        }
    }
}
