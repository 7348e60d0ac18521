package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The last record of each key, in the order in which these came. Holds {@link #MOST_BYTES} at most: then all are given, and a
 * key that changes again is given again.
 */
final class LastChanges {

    static final long MOST_BYTES = 32L * 1024 * 1024;

    /** Of the map's entry, the key's copy and the record's objects. */
    private static final long OVERHEAD = 200;

    private final Map<BytesKey, TopicRecord> records = new LinkedHashMap<>();
    private final long mostBytes;
    private long bytes;

    LastChanges(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void add(TopicRecord record, Consumer<TopicRecord> out) {
        BytesKey key = new BytesKey(record.key());
        TopicRecord former = records.remove(key);
        if (former != null) {
            bytes -= size(former);
        }
        records.put(key, record);
        bytes += size(record);
        if (bytes > mostBytes) {
            give(out);
        }
    }

    void give(Consumer<TopicRecord> out) {
        records.values().forEach(out);
        records.clear();
        bytes = 0;
    }

    private static long size(TopicRecord record) {
        return OVERHEAD + RecordSize.of(record);
    }
}
