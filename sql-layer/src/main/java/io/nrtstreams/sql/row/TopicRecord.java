package io.nrtstreams.sql.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as bytes, which nobody changes. Two records are equal only when they hold the same arrays.
 *
 * @param timestamp in ms since the epoch
 */
// Bytes as every client of Kafka has them; copies of them would cost what the record costs.
@SuppressWarnings("ArrayRecordComponent")
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    // Not the short form, of whose parameters class files do not say that they may be null.
    public TopicRecord(
            String topic,
            int partition,
            long offset,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<Header> headers) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.timestamp = timestamp;
        this.key = key;
        this.value = value;
        this.headers = List.copyOf(headers);
    }

    /** A header of a record. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Header(String key, byte @Nullable [] value) {}
}
