package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.connect.Connector;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far the sinks are behind their topics.
 *
 * <p>The distance of offsets is an upper bound: the end of every transaction takes an offset too, and no sink ever
 * commits one. Whether a <em>record</em> is left is only known by reading on from where the sink is.
 */
final class SinkLag {
    private final TopicOffsets offsets;
    private final String bootstrapServers;
    private final List<Connector> sinks;

    SinkLag(TopicOffsets offsets, String bootstrapServers, List<Connector> sinks) {
        this.offsets = offsets;
        this.bootstrapServers = bootstrapServers;
        this.sinks = List.copyOf(sinks);
    }

    /** The offsets between all sinks and the ends of their topics: at least the records that they have yet to store. */
    long atMost() {
        return sinks.stream().mapToLong(this::distance).sum();
    }

    private long distance(Connector sink) {
        return offsets.gaps(sink.name(), partitions(sink)).stream()
                .mapToLong(Gap::size)
                .sum();
    }

    /** The names of the sinks that have yet to store a record, or whose topics have a transaction under way. */
    List<String> behind() {
        return sinks.stream()
                .filter(sink -> !settled(partitions(sink)) || recordsLeft(sink))
                .map(Connector::name)
                .toList();
    }

    private boolean settled(List<TopicPartition> partitions) {
        return offsets.ends(partitions, IsolationLevel.READ_COMMITTED)
                .equals(offsets.ends(partitions, IsolationLevel.READ_UNCOMMITTED));
    }

    private boolean recordsLeft(Connector sink) {
        List<Gap> gaps = offsets.gaps(sink.name(), partitions(sink)).stream()
                .filter(gap -> gap.size() > 0)
                .toList();
        return !gaps.isEmpty() && anyRecordIn(gaps);
    }

    private boolean anyRecordIn(List<Gap> gaps) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(gaps.stream().map(Gap::partition).toList());
            gaps.forEach(gap -> consumer.seek(gap.partition(), gap.from()));
            while (gaps.stream().anyMatch(gap -> consumer.position(gap.partition()) < gap.end())) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    private List<TopicPartition> partitions(Connector sink) {
        String topics = sink.config().getOrDefault("topics", "");
        return offsets.partitions(Set.copyOf(Arrays.asList(topics.split("\\s*,\\s*"))));
    }
}
