package io.nrtstreams.bench.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.bench.endpoint.EndpointControl;
import io.nrtstreams.bench.jvm.EndWithParent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One run, as a JVM of its own. */
public final class RunMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunMain() {}

    /**
     * Runs an order and writes its result.
     *
     * @param args the file of the {@link RunOrder} and that of the {@link RunResult}, both JSON
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        EndWithParent.watch();
        RunOrder order = JSON.readValue(Path.of(args[0]).toFile(), RunOrder.class);
        JSON.writeValue(Path.of(args[1]).toFile(), result(order));
        // Threads that a plugin leaves behind do not keep the benchmark waiting.
        System.exit(0);
    }

    private static RunResult result(RunOrder order) throws IOException, InterruptedException {
        Workload workload = order.workload();
        return switch (order.subject()) {
            case SINK -> sink(order);
            case ENCODER -> floor(workload, new EncodeRounds(workload));
            case FRAMEWORK_LOOP -> floor(workload, frameworkLoop(workload));
        };
    }

    private static RunResult sink(RunOrder order) throws IOException, InterruptedException {
        Plugin plugin = Plugin.in(Path.of(order.plugin()));
        EndpointControl endpoint = new EndpointControl(order.endpoint());
        return new SinkRun(order.workload(), endpoint, order.bucket(), Family.of(plugin.connectorClass())).run(plugin);
    }

    private static Rounds.Repeatable frameworkLoop(Workload workload) {
        TaskContext context = new TaskContext(Map.of(), FrameworkLoop.assignment(workload));
        FrameworkLoop loop = new FrameworkLoop(new NoOpTask(), context, workload);
        loop.start();
        return new SinkRounds(loop, workload, Deadline.in(Duration.ofSeconds(workload.limitSeconds())));
    }

    private static RunResult floor(Workload workload, Rounds.Repeatable work) throws InterruptedException {
        Rounds rounds = new Rounds(workload, Deadline.in(Duration.ofSeconds(workload.limitSeconds())));
        List<Round> measured = rounds.measured(work, rounds.warmUp(work));
        return new RunResult(measured, 0, 0, 0, 0);
    }
}
