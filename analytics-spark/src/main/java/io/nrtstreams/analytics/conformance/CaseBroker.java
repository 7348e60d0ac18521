package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.analytics.query.read.ConsumedRecords;
import io.nrtstreams.analytics.query.read.ConsumerPool;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker as cases use it. Thread-safe. */
final class CaseBroker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private final Map<String, Object> kafka;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    CaseBroker(String bootstrap) {
        this.kafka = Map.of("bootstrap.servers", bootstrap);
        this.admin = Admin.create(kafka);
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sees to it that there are these topics. */
    void create(Collection<String> topics, int partitions) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty()))
                .toList();
        admin.createTopics(wanted).values().forEach((topic, made) -> {
            try {
                answer(made, "The topic " + topic + " cannot be made");
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        });
    }

    /** Deletes all topics whose names begin so. */
    void deleteAll(String prefix) {
        List<String> topics = answer(admin.listTopics().names(), "The topics cannot be listed").stream()
                .filter(topic -> topic.startsWith(prefix))
                .toList();
        answer(admin.deleteTopics(topics).all(), "The topics " + prefix + "... cannot be deleted");
    }

    /** Writes a record, to the partition of its key as all producers do. */
    void write(TopicRecord record) {
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(record.topic(), null, record.timestamp(), record.key(), record.value());
        record.headers().forEach(header -> written.headers().add(header.key(), header.value()));
        answer(producer.send(written), "A record cannot be written to " + record.topic());
    }

    /**
     * The committed records of a topic. What has been written is waited for until it is decided: a transaction whose commit
     * was acknowledged may be read only a moment later.
     */
    List<TopicRecord> records(String topic) {
        List<TopicRecord> records = new ArrayList<>();
        Map<TopicPartition, Long> ends = ends(topic);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ConsumerPool.readerSettings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long latest = System.nanoTime() + LONGEST_READ.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > latest) {
                    throw new IllegalStateException("A transaction on the topic " + topic + " was open for "
                            + LONGEST_READ.toSeconds() + " s.");
                }
                consumer.poll(POLL).forEach(found -> records.add(ConsumedRecords.of(found)));
            }
        }
        return records;
    }

    /** The ends of what has been written, committed or not. */
    private Map<TopicPartition, Long> ends(String topic) {
        String complaint = "The topic " + topic + " cannot be looked up";
        int partitions = answer(admin.describeTopics(List.of(topic)).allTopicNames(), complaint)
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(asked).all(), complaint).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T answer(Future<T> future, String complaint) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(complaint + ": " + Causes.of(e), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(complaint + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
