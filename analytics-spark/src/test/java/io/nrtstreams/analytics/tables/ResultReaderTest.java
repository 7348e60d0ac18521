package io.nrtstreams.analytics.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.result.TableRows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ResultReaderTest {

    private static final String TOPIC = "long_results";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theClientSettingsOfThePipelinesAreItsOwnAndOnlyCommittedRecordsAreRead() {
        assertThat(ResultReader.settings(Map.of(
                        "kafka.bootstrap.servers", "127.0.0.1:9093",
                        "kafka.security.protocol", "SSL",
                        "kafka.isolation.level", "read_uncommitted")))
                .containsOnly(
                        Map.entry("bootstrap.servers", "127.0.0.1:9093"),
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("enable.auto.commit", "false"));
    }

    @Test
    void ofALongTopicOnlyTheLastRecordsAreRead() throws Exception {
        String address = TestBroker.shared().address();
        fill(address);
        ResultTables tables = new ResultTables(Set.of(TOPIC), name -> true);
        try (ResultReader reader =
                ResultReader.start(Map.of("kafka.bootstrap.servers", address), tables, InstantSource.system())) {
            reader.follow(Set.of(TOPIC));
            assertThat(rowsWith("last", tables)).containsExactly(List.of("between"), List.of("last"));
        }
    }

    /** One more record than is read: the first is of another key. */
    private static void fill(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
            send(producer, "first");
            for (long i = 1; i < ResultReader.MOST; i++) {
                send(producer, "between");
            }
            send(producer, "last");
        }
    }

    private static void send(KafkaProducer<String, String> producer, String key) {
        producer.send(new ProducerRecord<>(TOPIC, key, "{\"name\":\"" + key + "\"}"));
    }

    private static List<List<Object>> rowsWith(String name, ResultTables tables) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<List<Object>> rows = List.of();
        while (!rows.contains(List.<Object>of(name)) && System.nanoTime() < end) {
            Thread.sleep(10);
            rows = tables.rows(TOPIC, 10).map(TableRows::rows).orElse(List.of());
        }
        return rows;
    }
}
