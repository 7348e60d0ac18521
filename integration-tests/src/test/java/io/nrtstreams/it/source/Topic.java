package io.nrtstreams.it.source;

import io.nrtstreams.it.stack.KafkaOffsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/**
 * A topic and what is committed in it.
 *
 * @param bootstrap the broker
 * @param offsets of the same broker
 * @param name of the topic
 */
public record Topic(String bootstrap, KafkaOffsets offsets, String name) {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** How far it reaches; the marks of transactions count as well. */
    public long reach() {
        return offsets.ends(name).values().stream().mapToLong(Long::longValue).sum();
    }

    void awaitReach(long least) {
        Awaitility.await(name + " up to " + least)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reach() >= least);
    }

    /** All committed records; waits until there are so many, and takes more if there are more. */
    public ByDevice records(int count) {
        List<Emitted> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "max.poll.records", 5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Awaitility.await(name).atMost(LONG).until(() -> !offsets.ends(name).isEmpty());
            List<TopicPartition> partitions = List.copyOf(offsets.ends(name).keySet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await(name + " with " + count + " records")
                    .atMost(LONG)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(Emitted.of(record)));
                        return records.size() >= count && isAtEnd(consumer);
                    });
        }
        return ByDevice.of(records);
    }

    private boolean isAtEnd(KafkaConsumer<byte[], byte[]> consumer) {
        return offsets.ends(name).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
