package io.nrtstreams.analytics.conformance;

import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of cases on a broker, each of one partition. Thread-safe. */
final class CaseBroker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String address;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    CaseBroker(String address) {
        this.address = address;
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address, ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void create(Collection<String> topics) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(topic, Optional.of(1), Optional.empty()))
                .toList();
        done(() -> admin.createTopics(wanted).all().get(), "the topics cannot be made");
    }

    void delete(Collection<String> topics) {
        done(() -> admin.deleteTopics(topics).all().get(), "the topics cannot be deleted");
    }

    void write(String topic, TopicRecord record) {
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(topic, 0, record.timestamp(), record.key(), record.value());
        record.headers().forEach(header -> written.headers().add(header.key(), header.value()));
        done(() -> producer.send(written).get(), "a record cannot be written");
    }

    /** The committed records of a topic, which is named as without the prefix. */
    List<TopicRecord> records(String prefix, String topic) {
        TopicPartition partition = new TopicPartition(prefix + topic, 0);
        List<TopicRecord> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(found -> records.add(record(topic, found)));
            }
        }
        return records;
    }

    private static TopicRecord record(String topic, ConsumerRecord<byte[], byte[]> found) {
        List<TopicRecord.Header> headers = StreamSupport.stream(found.headers().spliterator(), false)
                .map(header -> new TopicRecord.Header(header.key(), header.value()))
                .toList();
        return new TopicRecord(
                topic, found.partition(), found.offset(), found.timestamp(), found.key(), found.value(), headers);
    }

    @FunctionalInterface
    private interface Request {
        Object send() throws ExecutionException, InterruptedException;
    }

    private static void done(Request request, String complaint) {
        try {
            request.send();
        } catch (ExecutionException e) {
            throw new IllegalStateException(complaint + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + complaint, e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
