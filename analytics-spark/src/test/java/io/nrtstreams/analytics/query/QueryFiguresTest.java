package io.nrtstreams.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.kafka.RecordProducer;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How long look-ups and first rows take. The bounds are many times what is measured on an idle machine, as tests share theirs;
 * the figures themselves are printed.
 */
class QueryFiguresTest {

    private static final int KEYS = 20_000;

    private final LiveService live = LiveService.start();
    private final String topic = "figures_" + UUID.randomUUID();

    @BeforeEach
    void fill() {
        live.execute(
                "CREATE SOURCE TABLE places (id STRING PRIMARY KEY, name STRING, n INT) WITH (KAFKA_TOPIC='" + topic
                        + "', VALUE_FORMAT='JSON', PARTITIONS=2);"
                        + "CREATE STREAM records (id STRING KEY, name STRING, n INT) WITH (KAFKA_TOPIC='" + topic
                        + "', VALUE_FORMAT='JSON');");
        try (RecordProducer producer = RecordProducer.connect(live.environment.kafka())) {
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int i = 0; i < KEYS; i++) {
                sent.add(producer.send(new TopicRecord(
                        topic,
                        -1,
                        -1,
                        i,
                        bytes("k" + i),
                        bytes("{\"NAME\":\"name " + i + "\",\"N\":" + i + "}"),
                        List.of())));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
        live.await("SELECT n FROM places WHERE id = 'k" + (KEYS - 1) + "';", List.of(List.of(KEYS - 1)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void lookUpsByKeyAreQuickUnderManyRequests() throws Exception {
        paced(1_500);
        double[] ms = paced(3_000);

        Arrays.sort(ms);
        System.out.printf(
                "look-up by key at 500 a second: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
                ms[ms.length / 2], ms[ms.length * 99 / 100], ms[ms.length - 1]);
        assertThat(ms[ms.length / 2]).isLessThan(50);
    }

    /** Requests at fixed times, so that one that waits for another counts as slow. */
    private double[] paced(int requests) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Double>> answers = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < requests; i++) {
                long due = begin + i * TimeUnit.MILLISECONDS.toNanos(2);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String statement = "SELECT * FROM places WHERE id = 'k" + (i * 7919L % KEYS) + "';";
                answers.add(readers.submit(() -> {
                    assertThat(live.ask(statement).rows()).hasSize(1);
                    return (System.nanoTime() - due) / 1e6;
                }));
            }
            double[] ms = new double[requests];
            for (int i = 0; i < requests; i++) {
                ms[i] = answers.get(i).get();
            }
            return ms;
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void theFirstRowOfExistingDataComesAtOnce() throws Exception {
        double[] ms = new double[20];
        for (int i = 0; i < ms.length; i++) {
            long begin = System.nanoTime();
            try (QueryRun run = live.query("SELECT * FROM records EMIT CHANGES;", LiveService.earliest())) {
                while (run.poll(Duration.ofSeconds(5)).rows().isEmpty()) {
                    assertThat(System.nanoTime() - begin).isLessThan(LiveService.PATIENCE.toNanos());
                }
                ms[i] = (System.nanoTime() - begin) / 1e6;
            }
        }

        double first = ms[0];
        Arrays.sort(ms);
        System.out.printf(
                "first row of a push query: the first time %.0f ms, p50 %.1f ms, most %.1f ms%n",
                first, ms[ms.length / 2], ms[ms.length - 1]);
        assertThat(ms[ms.length / 2]).isLessThan(300);
    }
}
