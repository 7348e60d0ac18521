package io.nrtstreams.analytics.host.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.Origin;
import java.io.UncheckedIOException;

/**
 * Entries of the processing log as JSON: {@code query}, {@code step}, {@code kind}, {@code topic}, {@code partition},
 * {@code offset} (null when no single record is at fault) and {@code reason}; no value of a record. The record's time is when
 * it was written.
 */
final class LogRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogRecords() {}

    static byte[] value(ProcessingLog.Entry entry) {
        ObjectNode json = JSON.createObjectNode()
                .put("query", entry.queryId())
                .put("step", entry.step())
                .put("kind", entry.kind().name());
        Origin origin = entry.origin();
        if (origin == null) {
            json.putNull("topic").putNull("partition").putNull("offset");
        } else {
            json.put("topic", origin.topic())
                    .put("partition", origin.partition())
                    .put("offset", origin.offset());
        }
        try {
            return JSON.writeValueAsBytes(json.put("reason", entry.reason()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
