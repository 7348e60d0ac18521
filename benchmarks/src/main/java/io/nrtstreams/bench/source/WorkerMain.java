package io.nrtstreams.bench.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.bench.jvm.EndWithParent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceTask;

/** A worker, as a JVM of its own, and what is measured of it. */
public final class WorkerMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WorkerMain() {}

    /**
     * Runs an order and writes its result.
     *
     * @param args the file of the {@link WorkerOrder} and that of the {@link WorkerResult}, both JSON
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        EndWithParent.watch();
        WorkerOrder order = JSON.readValue(Path.of(args[0]).toFile(), WorkerOrder.class);
        JSON.writeValue(Path.of(args[1]).toFile(), result(order));
        System.exit(0);
    }

    private static WorkerResult result(WorkerOrder order) throws IOException, InterruptedException {
        Path folder = Path.of(order.plugin());
        SourcePlugin plugin = SourcePlugin.in(folder);
        try (ConnectWorker worker = ConnectWorker.start(order.bootstrap(), folder, order.exactlyOnce());
                Topics topics = new Topics(order.bootstrap())) {
            // The producer sends what the connector does, without end and without transactions of its own.
            List<String> traits = order.traits().stream()
                    .filter(trait -> !List.of("finite", "interval").contains(trait))
                    .toList();
            SourceTask task = plugin.start(traits, "bench");
            EndToEndRounds rounds = new EndToEndRounds(
                    order, plugin.family(), worker, new BareProducer(order.bootstrap(), task), topics);
            task.stop();
            rounds.run();
            Map<Integer, Double> errors = new RateCheck(order, plugin.family(), worker, topics).errors();
            return new WorkerResult(new Rounds(rounds.byWorker()), new Rounds(rounds.byProducer()), errors);
        }
    }
}
