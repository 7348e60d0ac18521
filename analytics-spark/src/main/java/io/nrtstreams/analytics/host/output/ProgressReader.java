package io.nrtstreams.analytics.host.output;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads how far tasks have come. Each task has a partition of its own, as a shared one could only be read up to the first
 * transaction that another task has left open. Thread-safe, one look-up after the other.
 */
final class ProgressReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Most look-ups find the marker in the last two records: the marker and the end of its transaction. */
    private static final long FIRST_STEP = 16;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;

    ProgressReader(OutputSettings settings) {
        this.consumer = new KafkaConsumer<>(
                ClientProperties.consumer(settings, settings.serviceId() + "-progress"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.patience = settings.timeouts().patience();
    }

    /** The last marker of the task that is committed. What the task had open must be over. */
    synchronized Optional<Marker> last(TopicPartition progress) {
        consumer.assign(List.of(progress));
        long first = edge(consumer.beginningOffsets(List.of(progress)), progress);
        long until = end(progress);
        long step = FIRST_STEP;
        while (until > first) {
            long from = Math.max(first, until - step);
            Optional<Marker> found = lastBetween(progress, from, until);
            if (found.isPresent()) {
                return found;
            }
            until = from;
            step *= 16;
        }
        return Optional.empty();
    }

    /** Where the next marker of a task goes, as far as transactions are over. */
    synchronized long end(TopicPartition progress) {
        return edge(consumer.endOffsets(List.of(progress)), progress);
    }

    private static long edge(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw new OutputException("The broker does not say how far " + partition + " reaches.");
        }
        return offset;
    }

    private Optional<Marker> lastBetween(TopicPartition progress, long from, long until) {
        long deadline = System.nanoTime() + patience.toNanos();
        consumer.seek(progress, from);
        Optional<Marker> last = Optional.empty();
        while (consumer.position(progress) < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < until) {
                    last = Optional.of(Marker.of(record.value()));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new OutputException("The progress in " + progress + " cannot be read: the broker gave nothing in "
                        + patience.toSeconds() + " s.");
            }
        }
        return last;
    }

    @Override
    public synchronized void close() {
        consumer.close(Duration.ZERO);
    }
}
