package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.query.read.ConsumedRecords;
import io.nrtstreams.analytics.query.read.ConsumerPool;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker as cases use it beside the server. */
final class RestCaseBroker implements AutoCloseable {

    private final Map<String, Object> kafka;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    RestCaseBroker(String bootstrap) {
        this.kafka = Map.of("bootstrap.servers", bootstrap);
        this.admin = Admin.create(kafka);
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void create(String topic, int partitions) throws InterruptedException {
        KafkaFuture<Void> made = admin.createTopics(
                        List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                .all();
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic + " cannot be made", e);
            }
        }
    }

    /** Writes a record, to the partition of its key as all producers do. */
    void write(TopicRecord record) throws InterruptedException {
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(record.topic(), null, record.timestamp(), record.key(), record.value());
        record.headers().forEach(header -> written.headers().add(header.key(), header.value()));
        try {
            producer.send(written).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record cannot be written to " + record.topic(), e);
        }
    }

    /** The committed records of a topic. */
    List<TopicRecord> records(String topic) {
        List<TopicRecord> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ConsumerPool.readerSettings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> records.add(ConsumedRecords.of(found)));
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
