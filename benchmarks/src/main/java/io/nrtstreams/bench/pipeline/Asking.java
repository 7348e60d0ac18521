package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.GuardedJvm;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What clients wait for: rows by key from a table of 10,000 keys under 500 requests a second, and a push query's first row. */
final class Asking {

    private static final String INPUT = "asking_readings";
    private static final String TABLE = "asking_usage";
    private static final int KEYS = 10_000;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(1) / 500;
    /** At a fifth of the rate: a server that has just started has more to do than to answer. */
    private static final int WARM_UPS = 2_000;

    private static final int REQUESTS = 10_000;
    private static final int PUSHES = 20;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Site site;
    private final Records records;

    Asking(Site site, Records records) {
        this.site = site;
        this.records = records;
    }

    List<Measure> measure() throws IOException, InterruptedException {
        records.createTopic(INPUT, 2);
        records.fillKeys(INPUT, KEYS);
        try (GuardedJvm server = site.startServer()) {
            SqlClient client = new SqlClient(site.server());
            client.execute(Statements.readings("asking", INPUT) + Statements.counted(TABLE, "asking", "meter"));
            awaitTable();
            pulls(client, WARM_UPS, 5 * NANOS_BETWEEN);
            Samples pulls = pulls(client, REQUESTS, NANOS_BETWEEN);
            List<Double> pushes = new ArrayList<>();
            for (int i = 0; i < PUSHES; i++) {
                pushes.add(client.nanosToFirstRow("SELECT * FROM asking EMIT CHANGES;") / 1e6);
            }
            server.requireAlive();
            return List.of(
                    measure("server.pull_ms.p99", new Goal.AtMost(15), pulls.percentile(0.99)),
                    measure("server.pull_ms.p50", new Goal.None(), pulls.percentile(0.50)),
                    measure(
                            "server.push_first_row_ms",
                            new Goal.AtMost(300),
                            Samples.of(pushes).percentile(0.5)));
        }
    }

    private static Measure measure(String name, Goal goal, double value) {
        return new Measure(new Metric(name, "ms", goal), value, null, Map.of());
    }

    private void awaitTable() throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        try (KafkaConsumer<byte[], byte[]> reader = records.reader(List.of(TABLE))) {
            for (int seen = 0; seen < KEYS; ) {
                seen += reader.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() > end) {
                    throw new IOException("the table is not filled in " + LONGEST.toSeconds() + " s");
                }
            }
        }
    }

    /** Requests come at their times whether or not others are answered, and each counts from when it was due. */
    private static Samples pulls(SqlClient client, int requests, long nanosBetween)
            throws IOException, InterruptedException {
        Random random = new Random(13);
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = begin + i * nanosBetween;
            while (System.nanoTime() < due) {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
            String key = "meter-" + random.nextInt(KEYS);
            answers.add(client.pull("SELECT * FROM " + TABLE + " WHERE meter = '" + key + "';")
                    .thenAccept(answer -> millis.add(millisSince(due, key, answer))));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        return Samples.of(List.copyOf(millis));
    }

    private static double millisSince(long due, String key, HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !answer.body().contains("\"" + key + "\"")) {
            throw new IllegalStateException(
                    "a pull query is answered with " + answer.statusCode() + ": " + answer.body());
        }
        return (System.nanoTime() - due) / 1e6;
    }
}
