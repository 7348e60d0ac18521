package io.nrtstreams.analytics.host;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics of a broker, as statements and tests need them. */
final class KafkaTopic implements Topics, AutoCloseable {

    private final String address;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    KafkaTopic(String address) {
        this.address = address;
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
        Properties settings = new Properties();
        settings.put("bootstrap.servers", address);
        settings.put("linger.ms", "5");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** A record as text. */
    record Text(@Nullable String key, @Nullable String value, long timestamp) {}

    void send(String topic, int partition, long timestamp, @Nullable String key, @Nullable String value) {
        producer.send(new ProducerRecord<>(topic, partition, timestamp, key, value));
    }

    void flush() {
        producer.flush();
    }

    /** All committed records of a topic, in the order of its partitions. */
    List<Text> committed(String topic) {
        return records(topic).stream()
                .map(record -> new Text(text(record.key()), text(record.value()), record.timestamp()))
                .toList();
    }

    /** The ends of the topics' partitions, as readers of committed records see them. */
    Map<TopicPartition, Long> ends(Set<String> names) {
        try {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            for (String name : names) {
                for (int i = 0; i < partitions(name).orElse(0); i++) {
                    asked.put(new TopicPartition(name, i), OffsetSpec.latest());
                }
            }
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", address, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < ends.getOrDefault(partition, 0L)) {
                    consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                }
            }
        }
        return all;
    }

    @Override
    public OptionalInt partitions(String topic) {
        try {
            return OptionalInt.of(admin.describeTopics(Set.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return OptionalInt.empty();
            }
            throw new SqlException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void create(String topic, int partitions, Optional<Integer> replicas, Optional<Duration> retention) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
            while (partitions(topic).isEmpty()) {
                Thread.sleep(10);
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sets how many bytes a record of the topic may have. */
    void limit(String topic, int bytes) throws InterruptedException, ExecutionException {
        AlterConfigOp set = new AlterConfigOp(
                new ConfigEntry("max.message.bytes", Integer.toString(bytes)), AlterConfigOp.OpType.SET);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    }

    void addPartitions(String topic, int count) throws InterruptedException, ExecutionException {
        admin.createPartitions(Map.of(topic, org.apache.kafka.clients.admin.NewPartitions.increaseTo(count)))
                .all()
                .get();
    }

    @Override
    public void delete(String topic) {
        try {
            admin.deleteTopics(Set.of(topic)).all().get();
            while (partitions(topic).isPresent()) {
                Thread.sleep(10);
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Collection<String> names() throws InterruptedException, ExecutionException {
        return new HashSet<>(admin.listTopics().names().get());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
