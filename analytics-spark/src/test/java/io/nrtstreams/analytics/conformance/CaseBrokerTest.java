package io.nrtstreams.analytics.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class CaseBrokerTest {

    private static final byte[] VALUE = "v".getBytes(StandardCharsets.UTF_8);

    private final String topic = "case_broker_" + UUID.randomUUID();

    @Test
    void whatIsWrittenIsReadWhenItsTransactionIsOver() throws Exception {
        String address = TestBroker.shared().address();
        try (CaseBroker broker = new CaseBroker(address);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", address, "transactional.id", topic),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            broker.create(List.of(topic), 1);
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, VALUE)).get();

            CompletableFuture<List<TopicRecord>> reading = CompletableFuture.supplyAsync(() -> broker.records(topic));
            assertThatThrownBy(() -> reading.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            producer.commitTransaction();

            assertThat(reading.get(20, TimeUnit.SECONDS))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo(VALUE));
        }
    }

    @Test
    void topicsThatAreThereAreLeftAndTheRestIsMade() throws Exception {
        try (CaseBroker broker = new CaseBroker(TestBroker.shared().address())) {
            broker.create(List.of(topic), 2);
            broker.create(List.of(topic, topic + "_b"), 1);
            broker.write(new TopicRecord(topic + "_b", 0, 0, 5, null, VALUE, List.of()));

            assertThat(broker.records(topic)).isEmpty();
            assertThat(broker.records(topic + "_b")).hasSize(1);
        }
    }

    @Test
    void theTopicsOfARunGoAndOthersStay() throws Exception {
        try (CaseBroker broker = new CaseBroker(TestBroker.shared().address())) {
            broker.create(List.of(topic, topic + "_1", topic + "_2"), 1);
            broker.deleteAll(topic + "_");

            assertThat(broker.records(topic)).isEmpty();
            assertThatThrownBy(() -> broker.records(topic + "_1"))
                    .hasMessageStartingWith("The topic " + topic + "_1 cannot be looked up: ");
        }
    }
}
