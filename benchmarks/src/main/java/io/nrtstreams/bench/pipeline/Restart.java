package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.GuardedJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/** A server that is killed with a million keys of state: from its new start to its first new result. */
final class Restart {

    private static final String INPUT = "restart_readings";
    private static final String OUTPUT = "restart_usage";
    private static final int KEYS = 1_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Site site;
    private final Records records;

    Restart(Site site, Records records) {
        this.site = site;
        this.records = records;
    }

    List<Measure> measure() throws IOException, InterruptedException {
        records.createTopic(INPUT, 2);
        records.fillKeys(INPUT, KEYS);
        GuardedJvm first = site.startServer();
        SqlClient client = new SqlClient(site.server());
        client.execute(Statements.readings("restart", INPUT) + Statements.counted(OUTPUT, "restart", "meter"));
        try (KafkaConsumer<byte[], byte[]> reader = records.reader(List.of(OUTPUT));
                KafkaProducer<byte[], byte[]> producer = records.promptProducer()) {
            await(reader, KEYS);
            first.kill();
            Records.send(producer, Records.reading(INPUT, "meter-77", new Random(9)));
            producer.flush();
            long begin = System.nanoTime();
            try (GuardedJvm second = site.launchServer()) {
                await(reader, 1);
                double seconds = (System.nanoTime() - begin) / 1e9;
                second.requireAlive();
                return List.of(new Measure(
                        new Metric("pipeline.restart_1m_keys_s", "s", new Goal.AtMost(20)), seconds, null, Map.of()));
            }
        }
    }

    private static void await(KafkaConsumer<byte[], byte[]> reader, int results) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int seen = 0; seen < results; ) {
            seen += reader.poll(Duration.ofMillis(100)).count();
            if (System.nanoTime() > end) {
                throw new IOException(
                        "only " + seen + " of " + results + " results came in " + LONGEST.toSeconds() + " s");
            }
        }
    }
}
