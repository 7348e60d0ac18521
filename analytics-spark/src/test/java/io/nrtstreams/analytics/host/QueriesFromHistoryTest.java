package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.batch.history.StoredChains;
import io.nrtstreams.analytics.batch.history.StoredChains.Stored;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.sql.QueryRuntime.Start;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A persistent query that begins with what lies in S3 and goes on with the topic. */
final class QueriesFromHistoryTest {

    private static final String TOPIC = "from-history";
    private static final String SINK = "from-history-counts";

    private final List<String> expected = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void everyRecordCountsOnceWhereverItLies() throws Exception {
        TestS3 store = TestS3.shared();
        SparkSession session = TestSpark.session();
        store.settings().forEach((name, value) -> SparkEnv.get().conf().set("spark.hadoop." + name, value));
        String address = TestBroker.shared().address();
        KafkaTopic topics = new KafkaTopic(address);
        Engine engine =
                Engine.create(FunctionRegistry.builtIn(), Formats.withoutRegistry(), topics, InstantSource.system());
        engine.execute(
                "CREATE STREAM readings (id STRING KEY, place STRING) WITH (KAFKA_TOPIC='" + TOPIC
                        + "', VALUE_FORMAT='JSON', PARTITIONS=1);",
                Map.of());
        List<Stored> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            records.add(send(topics, i));
        }
        topics.flush();
        new StoredChains(store, "from", TOPIC, new SplittableRandom(1)).write(records.subList(0, 150), 30);
        delete(address, 120);

        HostSettings settings = HostSettings.of(
                folder.toUri().toString(),
                OutputSettings.of(Map.of("bootstrap.servers", address), "from_history"),
                Libraries.BUILT_IN);
        try (SparkHost host =
                SparkHost.start(session, settings, new HistoryBeginnings(store.hadoop()), InstantSource.system())) {
            Map<String, String> properties = Map.of("nrt.start.from", store.folder("from"));
            Outcome.Started started = (Outcome.Started) engine.execute(
                            "CREATE TABLE counts WITH (KAFKA_TOPIC='" + SINK
                                    + "', VALUE_FORMAT='JSON', PARTITIONS=1) AS"
                                    + " SELECT place, COUNT(*) AS n FROM readings GROUP BY place;",
                            properties)
                    .get(0);
            String id = started.query().id();
            host.start(new Start(started.query(), 1, Map.of(), properties));
            SqlHost.await(() -> topics.committed(SINK).size() >= 200, () -> String.valueOf(host.status(id)));
            for (int i = 200; i < 250; i++) {
                send(topics, i);
            }
            topics.flush();
            SqlHost.await(() -> topics.committed(SINK).size() >= 250, () -> String.valueOf(host.status(id)));

            assertThat(host.status(id).orElseThrow().state()).isEqualTo(State.RUNNING);
        }

        // Keys are counted in different tasks, so only the order within each is certain.
        List<String> results = new ArrayList<>(topics.committed(SINK).stream()
                .map(result -> result.key() + " " + result.value())
                .toList());
        Comparator<String> byKey = Comparator.comparing(text -> text.substring(0, text.indexOf(' ')));
        results.sort(byKey);
        expected.sort(byKey);
        assertThat(results).containsExactlyElementsOf(expected);
        topics.close();
    }

    private Stored send(KafkaTopic topics, int number) {
        String place = "p" + number % 4;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("place", place);
        topics.send(TOPIC, 0, 1_700_000_000_000L + number, "k" + number, "{\"place\":\"" + place + "\"}");
        expected.add(place + " {\"N\":" + counts.merge(place, 1L, Long::sum) + "}");
        return new Stored(0, number, 1_700_000_000_000L + number, "place=" + place, "k" + number, fields);
    }

    private static void delete(String address, long before) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }
}
