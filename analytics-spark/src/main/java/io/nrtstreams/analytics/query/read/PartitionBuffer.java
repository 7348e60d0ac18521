package io.nrtstreams.analytics.query.read;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What was fetched of a partition and not yet handed on. It is full with a thousand records or a megabyte. */
final class PartitionBuffer {

    private static final int MOST_RECORDS = 1_000;
    private static final long MOST_BYTES = 1 << 20;

    private final TopicPartition partition;
    private final boolean first;
    private final long end;
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private long bytes;
    private boolean read;

    /**
     * An empty buffer.
     *
     * @param first whether its records go before others of the same time
     * @param end the offset behind the last record when reading began
     */
    PartitionBuffer(TopicPartition partition, boolean first, long end) {
        this.partition = partition;
        this.first = first;
        this.end = end;
    }

    TopicPartition partition() {
        return partition;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        records.addLast(record);
        bytes += size(record);
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        return 100L + Math.max(record.serializedKeySize(), 0) + Math.max(record.serializedValueSize(), 0);
    }

    boolean isFull() {
        return records.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Takes note of the position that the consumer has reached. */
    void reached(long position) {
        read |= position >= end;
    }

    /** Whether all that there was at the beginning has been fetched. */
    boolean isRead() {
        return read;
    }

    @Nullable ConsumerRecord<byte[], byte[]> take() {
        ConsumerRecord<byte[], byte[]> record = records.pollFirst();
        if (record != null) {
            bytes -= size(record);
        }
        return record;
    }

    /** Whether its next record goes before the other's. */
    boolean isBefore(PartitionBuffer other) {
        long time = headTime();
        long otherTime = other.headTime();
        return time != otherTime ? time < otherTime : first && !other.first;
    }

    private long headTime() {
        ConsumerRecord<byte[], byte[]> head = records.peekFirst();
        return head == null ? Long.MAX_VALUE : head.timestamp();
    }
}
