package io.nrtstreams.quickstart.feed;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record to print.
 *
 * @param record as the connector emits it
 * @param truth what is true behind it, where that was asked for
 */
record FeedRecord(SourceRecord record, Optional<Map<String, Object>> truth) {
    long time() {
        return record.timestamp();
    }
}
