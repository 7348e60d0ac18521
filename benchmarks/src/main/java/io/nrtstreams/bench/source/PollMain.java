package io.nrtstreams.bench.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.bench.jvm.EndWithParent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** One run of polls, as a JVM of its own. */
public final class PollMain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_PART = 10;

    private PollMain() {}

    /**
     * Runs an order and writes its result.
     *
     * @param args the file of the {@link PollOrder} and that of the {@link PollResult}, both JSON
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        EndWithParent.watch();
        PollOrder order = JSON.readValue(Path.of(args[0]).toFile(), PollOrder.class);
        JSON.writeValue(Path.of(args[1]).toFile(), result(order));
        // Threads that a plugin leaves behind do not keep the benchmark waiting.
        System.exit(0);
    }

    private static PollResult result(PollOrder order) throws IOException, InterruptedException {
        SourceTask task = SourcePlugin.in(Path.of(order.plugin())).start(order.traits(), "bench");
        PollResult result = switch (order.subject()) {
            case TASK -> rounds(order, task::poll);
            case FRAMEWORK -> rounds(order, new FrameworkRecords(first(task)));
            case HEAP -> heap(order, task::poll);
        };
        task.stop();
        return result;
    }

    private static PollResult rounds(PollOrder order, Polled polled) throws InterruptedException {
        PollRun run = new PollRun(polled);
        run.rounds(order.warmUps(), order.roundMillis());
        return run.result(run.rounds(order.rounds(), order.roundMillis()), 0, 0);
    }

    private static PollResult heap(PollOrder order, Polled polled) throws InterruptedException {
        PollRun run = new PollRun(polled);
        run.until(order.records() / WARM_PART);
        long before = PollRun.heap();
        run.until(order.records());
        return run.result(List.of(), before, PollRun.heap());
    }

    private static SourceRecord first(SourceTask task) throws InterruptedException {
        List<SourceRecord> batch;
        do {
            batch = task.poll();
        } while (batch == null || batch.isEmpty());
        return batch.get(0);
    }
}
