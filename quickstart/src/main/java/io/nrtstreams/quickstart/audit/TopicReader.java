package io.nrtstreams.quickstart.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the committed records of topics from their beginning to the end they had when the reading began.
 *
 * <p>It belongs to no consumer group and leaves no trace on the broker. Each call opens a consumer of its own.
 */
final class TopicReader implements ProducedLog {
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final String bootstrap;

    TopicReader(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public void read(String topic, Each each) {
        read(List.of(topic), record -> each.accept(record.partition(), record.offset(), record.value() != null));
    }

    /** The topics that exist, internal ones left out. */
    Set<String> topics() {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> !topic.startsWith("__"))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Hands every committed record of {@code topics} to {@code each}, in order within a partition. A topic that does
     * not exist has no records.
     *
     * @throws IllegalStateException if no record and no progress comes for 30 s before the end is reached
     */
    void read(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            Set<String> existing = consumer.listTopics().keySet();
            List<TopicPartition> partitions = topics.stream()
                    .filter(existing::contains)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ahead = new HashMap<>(consumer.endOffsets(partitions));
            long lastProgress = System.nanoTime();
            while (true) {
                boolean advanced = ahead.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                if (ahead.isEmpty()) {
                    return;
                }
                var records = consumer.poll(Duration.ofMillis(200));
                records.forEach(each);
                if (advanced || !records.isEmpty()) {
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                    throw new IllegalStateException("no record of " + ahead.keySet() + " came for "
                            + STALLED.toSeconds()
                            + " s before their end: is a transaction left open, or the broker too busy?");
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
