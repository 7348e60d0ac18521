package io.nrtstreams.quickstart.clean;

import io.nrtstreams.quickstart.feed.JsonValues;
import io.nrtstreams.quickstart.transforms.TransformChain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;

/**
 * A record as it is printed, in JSON.
 *
 * @param timestamp in milliseconds since 1970
 * @param headers the texts of headers by their names
 */
record Shown(String topic, String key, String value, String timestamp, Map<String, String> headers) {
    static Shown of(ConnectRecord<?> record, JsonValues values) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), TransformChain.text(header));
        }
        return new Shown(
                values.json(Schema.STRING_SCHEMA, record.topic()),
                values.json(record.keySchema(), record.key()),
                values.json(record.valueSchema(), record.value()),
                values.json(Schema.OPTIONAL_INT64_SCHEMA, record.timestamp()),
                headers);
    }

    /** A part of a record that is another afterwards. */
    record Change(String part, String before, String after) {}

    /** What is another in {@code after}, but for value and headers. */
    List<Change> changesTo(Shown after) {
        List<Change> changes = new ArrayList<>();
        addIfOther(changes, "topic", topic, after.topic);
        addIfOther(changes, "key", key, after.key);
        addIfOther(changes, "timestamp", timestamp, after.timestamp);
        return changes;
    }

    private static void addIfOther(List<Change> changes, String part, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(part, before, after));
        }
    }
}
