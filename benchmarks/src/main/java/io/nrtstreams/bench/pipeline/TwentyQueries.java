package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.GuardedJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Twenty grouping queries over four sources: how long until each has given a result, and what they cost when nothing comes. */
final class TwentyQueries {

    private static final int SOURCES = 4;
    private static final List<String> COLUMNS = List.of("meter", "city", "tariff", "phase", "kwh");
    private static final int WARM_UPS = 10;
    private static final int ROUNDS = 15;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Site site;
    private final Records records;

    TwentyQueries(Site site, Records records) {
        this.site = site;
        this.records = records;
    }

    List<Measure> measure() throws IOException, InterruptedException {
        try (GuardedJvm server = site.startServer()) {
            List<String> results = declare(new SqlClient(site.server()));
            Samples seconds = rounds(results);
            TimeUnit.SECONDS.sleep(5);
            long before = server.cpuNanos();
            TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
            double idle = 100.0 * (server.cpuNanos() - before) / IDLE.toNanos();
            return List.of(
                    new Measure(
                            new Metric("pipeline.twenty_queries_s", "s", new Goal.AtMost(0.8)),
                            seconds.percentile(0.5),
                            null,
                            Map.of()),
                    new Measure(
                            new Metric("pipeline.twenty_queries_idle_percent_of_a_core", "%", new Goal.AtMost(15)),
                            idle,
                            null,
                            Map.of()));
        }
    }

    private List<String> declare(SqlClient client) throws IOException, InterruptedException {
        List<String> results = new ArrayList<>();
        for (int source = 0; source < SOURCES; source++) {
            String topic = topic(source);
            records.createTopic(topic, 1);
            client.execute(Statements.readings(topic, topic));
            for (String column : COLUMNS) {
                String table = topic + "_by_" + column;
                String value = column.equals("kwh") ? "phase % 2" : column;
                client.execute(
                        value.equals(column)
                                ? Statements.counted(table, topic, column)
                                : Statements.counted(
                                        table, "(SELECT kwh, phase % 2 AS parity FROM " + topic + ") AS p", "parity"));
                results.add(table);
            }
        }
        return results;
    }

    private static String topic(int source) {
        return "twenty_" + source;
    }

    private Samples rounds(List<String> results) throws IOException {
        Random random = new Random(5);
        List<Double> seconds = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = records.reader(results);
                KafkaProducer<byte[], byte[]> producer = records.promptProducer()) {
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                long begin = System.nanoTime();
                for (int source = 0; source < SOURCES; source++) {
                    Records.send(producer, Records.reading(topic(source), "meter-1", random));
                }
                awaitAll(reader, results);
                if (round >= WARM_UPS) {
                    seconds.add((System.nanoTime() - begin) / 1e9);
                }
            }
        }
        return Samples.of(seconds);
    }

    private static void awaitAll(KafkaConsumer<byte[], byte[]> reader, List<String> results) throws IOException {
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        Set<String> missing = new HashSet<>(results);
        while (!missing.isEmpty()) {
            reader.poll(Duration.ofMillis(50)).forEach(result -> missing.remove(result.topic()));
            if (System.nanoTime() > end) {
                throw new IOException("no results came to " + missing + " in " + LONGEST_ROUND.toSeconds() + " s");
            }
        }
    }
}
