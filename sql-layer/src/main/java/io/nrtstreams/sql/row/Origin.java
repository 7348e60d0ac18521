package io.nrtstreams.sql.row;

import java.util.List;

/** Where a row was read. */
public record Origin(String topic, int partition, long offset, List<TopicRecord.Header> headers) {

    /** Names the record in messages. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
