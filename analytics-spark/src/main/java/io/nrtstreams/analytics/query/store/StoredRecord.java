package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.row.TopicRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row in the store: its record as the topic has it, so that no second form of rows is needed and value columns may be added
 * to a table. Partition, offset, time, key, value, then the headers, each with its length before it; absent bytes have -1.
 */
final class StoredRecord {

    private static final int FIXED = 2 * Integer.BYTES + 2 * Long.BYTES;

    private StoredRecord() {}

    static byte[] bytes(TopicRecord record) {
        List<byte[]> names = new ArrayList<>(record.headers().size());
        int size = FIXED + size(record.key()) + size(record.value());
        for (TopicRecord.Header header : record.headers()) {
            byte[] name = header.key().getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += size(name) + size(header.value());
        }
        ByteBuffer out = ByteBuffer.allocate(size)
                .putInt(record.partition())
                .putLong(record.offset())
                .putLong(record.timestamp());
        put(out, record.key());
        put(out, record.value());
        out.putInt(names.size());
        for (int i = 0; i < names.size(); i++) {
            put(out, names.get(i));
            put(out, record.headers().get(i).value());
        }
        return out.array();
    }

    private static int size(byte @Nullable [] part) {
        return Integer.BYTES + (part == null ? 0 : part.length);
    }

    private static void put(ByteBuffer out, byte @Nullable [] part) {
        out.putInt(part == null ? -1 : part.length);
        if (part != null) {
            out.put(part);
        }
    }

    // Of class files javac 17 does not tell NullAway that the arrays of a record may be null.
    @SuppressWarnings("NullAway")
    static TopicRecord record(String topic, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int partition = in.getInt();
        long offset = in.getLong();
        long timestamp = in.getLong();
        byte[] key = get(in);
        byte[] value = get(in);
        int count = in.getInt();
        List<TopicRecord.Header> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] name = get(in);
            headers.add(new TopicRecord.Header(name == null ? "" : new String(name, StandardCharsets.UTF_8), get(in)));
        }
        return new TopicRecord(topic, partition, offset, timestamp, key, value, headers);
    }

    /** The partition of a stored record. */
    static int partition(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }

    private static byte @Nullable [] get(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }
}
