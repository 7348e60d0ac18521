package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of keyed query gives on Spark what it gives in one process. */
class KeyedQueriesTest {

    private static final String SOURCES = """
            CREATE STREAM orders (item VARCHAR, amount INT) WITH (kafka_topic='keyed_orders', value_format='JSON');
            CREATE TABLE items (id VARCHAR PRIMARY KEY, price INT, maker VARCHAR)
                WITH (kafka_topic='keyed_items', key_format='KAFKA', value_format='JSON');
            CREATE TABLE makers (id VARCHAR PRIMARY KEY, country VARCHAR)
                WITH (kafka_topic='keyed_makers', key_format='KAFKA', value_format='JSON');
            """;

    private static final Map<String, String> QUERIES = Map.of(
            "window",
            "CREATE TABLE window_t WITH (kafka_topic='keyed_window', partitions=2) AS SELECT item, COUNT(*) AS n FROM orders"
                    + " WINDOW TUMBLING (SIZE 1 SECOND, GRACE PERIOD 0 SECONDS) GROUP BY item EMIT FINAL;",
            "join",
            "CREATE STREAM join_s WITH (kafka_topic='keyed_join', partitions=2) AS SELECT o.item AS item, amount, price FROM"
                    + " orders o LEFT JOIN items i ON o.item = i.id;",
            "foreign",
            "CREATE TABLE foreign_t WITH (kafka_topic='keyed_foreign', partitions=2) AS SELECT i.id AS id, price, country FROM"
                    + " items i JOIN makers m ON i.maker = m.id;",
            "levels",
            "CREATE TABLE levels_t WITH (kafka_topic='keyed_levels', partitions=2) AS SELECT maker, COUNT(*) AS n, SUM(price) AS"
                    + " total FROM items GROUP BY maker;");

    private final List<TopicRecord> inputs = new ArrayList<>();

    @Test
    void keyedQueriesGiveForEachKeyWhatOneProcessGives(@TempDir Path folder) throws Exception {
        String address = TestBroker.shared().address();
        try (KafkaTopic topics = new KafkaTopic(address);
                SqlHost sql = new SqlHost(TestSpark.session(), topics, address, "keyed", folder, 1000)) {
            for (String topic : List.of("keyed_orders", "keyed_items", "keyed_makers")) {
                topics.create(topic, 1, Optional.empty(), Optional.empty());
            }
            sql.run(SOURCES);
            Map<String, String> ids = QUERIES.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            query -> sql.run(query.getValue()).get(0)));
            for (int round = 0; round < 2; round++) {
                // A batch sees what is in several topics by time; one that is done knows nothing of what comes later.
                tables(topics, round);
                ids.values().forEach(sql::awaitDone);
                orders(topics, round);
                ids.values().forEach(sql::awaitDone);
            }
            ids.forEach((name, id) -> assertThat(byKey(sql.output(id)))
                    .as(name)
                    .isEqualTo(byKey(sql.expected(id, inputs)))
                    .isNotEmpty());
        }
    }

    private void tables(KafkaTopic topics, int round) {
        long time = round * 10_000L;
        for (int i = 0; i < 4; i++) {
            send(topics, "keyed_makers", time + i, "m" + i, "{\"country\":\"c" + (i + round) + "\"}");
        }
        topics.flush();
        for (int i = 0; i < 6; i++) {
            String value = round == 1 && i == 5
                    ? null
                    : "{\"price\":" + (10 * i + round) + ",\"maker\":\"m" + (i + round) % 4 + "\"}";
            send(topics, "keyed_items", time + 10 + i, "i" + i, value);
        }
        topics.flush();
    }

    private void orders(KafkaTopic topics, int round) {
        for (int i = 0; i < 60; i++) {
            String value = "{\"item\":\"i" + i % 7 + "\",\"amount\":" + i + "}";
            send(topics, "keyed_orders", round * 10_000L + 1000 + i * 100L, null, value);
        }
        topics.flush();
    }

    private void send(KafkaTopic topics, String topic, long time, @Nullable String key, @Nullable String value) {
        long offset =
                inputs.stream().filter(input -> input.topic().equals(topic)).count();
        topics.send(topic, 0, time, key, value);
        inputs.add(new TopicRecord(topic, 0, offset, time, bytes(key), bytes(value), List.of()));
    }

    private static Map<Optional<String>, List<KafkaTopic.Text>> byKey(List<KafkaTopic.Text> records) {
        return records.stream().collect(Collectors.groupingBy(record -> Optional.ofNullable(record.key())));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
