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

    public TopicRecord {
        headers = List.copyOf(headers);
    }

    /** A header of a record. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Header(String key, byte @Nullable [] value) {}
}
