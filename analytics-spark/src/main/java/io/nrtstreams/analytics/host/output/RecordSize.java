package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.List;

/** How large a record is, in bytes, without what the broker adds. */
final class RecordSize {

    private RecordSize() {}

    static int of(TopicRecord record) {
        byte[] key = record.key();
        byte[] value = record.value();
        int size = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        List<TopicRecord.Header> headers = record.headers();
        for (int i = 0; i < headers.size(); i++) {
            TopicRecord.Header header = headers.get(i);
            byte[] held = header.value();
            size += header.key().length() + (held == null ? 0 : held.length);
        }
        return size;
    }
}
