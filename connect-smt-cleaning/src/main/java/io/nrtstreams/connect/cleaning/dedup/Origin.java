package io.nrtstreams.connect.cleaning.dedup;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Where a record came from, as a number: the same record that is handed over once more has the same one. */
final class Origin {
    /** That of a record which does not say. */
    static final long UNKNOWN = 0;

    private Origin() {}

    static long of(@Nullable ConnectRecord<?> record) {
        if (record instanceof SinkRecord sink) {
            String topic = String.valueOf(sink.originalTopic());
            return mixed(topic.hashCode() * 31L + sink.originalKafkaPartition(), sink.originalKafkaOffset());
        } else if (record instanceof SourceRecord source && source.sourceOffset() != null) {
            long partition = source.sourcePartition() == null
                    ? 0
                    : source.sourcePartition().hashCode();
            return mixed(partition, source.sourceOffset().hashCode());
        }
        return UNKNOWN;
    }

    /** Whether another record may well have the same origin, as sources may give many records one offset. */
    static boolean isShared(@Nullable ConnectRecord<?> record) {
        return record instanceof SourceRecord;
    }

    /** Two numbers made one, never {@link #UNKNOWN} (the finaliser of SplitMix64, Steele and others, 2014). */
    private static long mixed(long first, long second) {
        long z = first * 0x9E3779B97F4A7C15L + second;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) | 1;
    }
}
