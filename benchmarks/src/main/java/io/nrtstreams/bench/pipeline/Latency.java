package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.GuardedJvm;
import io.nrtstreams.bench.pipeline.Site.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * From the making of a record to its result in the reader's hands: one grouping query, a record every 50 ms. The times are
 * those of the second half. A result has the time of the record that brought it about, as times only grow here.
 */
final class Latency {

    private static final String INPUT = "latency_readings";
    private static final String OUTPUT = "latency_usage";
    private static final int RECORDS = 800;
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final List<Peer> PEERS = List.of(
            new Peer("kafka-streams", "at_least_once", 0),
            new Peer("kafka-streams-exactly-once", "exactly_once_v2", 0));

    private final Site site;
    private final Records records;

    Latency(Site site, Records records) {
        this.site = site;
        this.records = records;
    }

    List<Measure> measure() throws IOException, InterruptedException {
        Map<String, Samples> peers = new HashMap<>();
        for (Peer peer : PEERS) {
            String input = INPUT + "_" + peer.name();
            String output = OUTPUT + "_" + peer.name();
            records.createTopic(input, 1);
            records.createTopic(output, 1);
            try (GuardedJvm streams = site.startStreams(input, output, peer)) {
                peers.put(peer.name(), trickle(input, output));
                streams.requireAlive();
            }
        }
        records.createTopic(INPUT, 1);
        Samples ours;
        try (GuardedJvm server = site.startServer()) {
            SqlClient client = new SqlClient(site.server());
            client.execute(Statements.readings("latency", INPUT) + Statements.grouped(OUTPUT, "latency"));
            ours = trickle(INPUT, OUTPUT);
            server.requireAlive();
        }
        return List.of(
                measure("p50", 0.50, new Goal.AtMost(250), ours, peers),
                measure("p95", 0.95, new Goal.AtMost(450), ours, peers));
    }

    private static Measure measure(String name, double share, Goal goal, Samples ours, Map<String, Samples> peers) {
        Map<String, Double> others = new HashMap<>();
        peers.forEach((peer, samples) -> others.put(peer, samples.percentile(share)));
        return new Measure(new Metric("pipeline.latency_ms." + name, "ms", goal), ours.percentile(share), null, others);
    }

    private Samples trickle(String input, String output) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = records.reader(List.of(output));
                KafkaProducer<byte[], byte[]> producer = records.promptProducer()) {
            awaitFirst(producer, reader, input);
            Random random = new Random(3);
            long begin = System.nanoTime();
            for (int sent = 0; sent < RECORDS; ) {
                if (System.nanoTime() - begin >= sent * BETWEEN.toNanos()) {
                    Records.send(producer, Records.reading(input, "meter-1", random));
                    sent++;
                }
                long next = BETWEEN.toNanos() * sent - (System.nanoTime() - begin);
                take(reader, Duration.ofNanos(Math.max(0, next)), times);
            }
            long end = System.nanoTime() + LONGEST_WAIT.toNanos();
            while (times.size() < RECORDS && System.nanoTime() < end) {
                take(reader, BETWEEN, times);
            }
        }
        if (times.size() < RECORDS) {
            throw new IOException("only " + times.size() + " of " + RECORDS + " results came to " + output);
        }
        return Samples.of(times.subList(RECORDS / 2, RECORDS));
    }

    private static void take(KafkaConsumer<byte[], byte[]> reader, Duration wait, List<Double> times) {
        for (ConsumerRecord<byte[], byte[]> result : reader.poll(wait)) {
            times.add((double) (System.currentTimeMillis() - result.timestamp()));
        }
    }

    /** Sends records until one has come through, so that neither the start nor the first batches count. */
    private static void awaitFirst(
            KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> reader, String input)
            throws IOException, InterruptedException {
        Records.send(producer, Records.reading(input, "meter-1", new Random(1)));
        producer.flush();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (reader.poll(Duration.ofMillis(100)).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("no result of " + input + " came in " + LONGEST_WAIT.toSeconds() + " s");
            }
        }
        TimeUnit.SECONDS.sleep(2);
    }
}
