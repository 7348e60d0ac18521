package io.nrtstreams.sql.format;

import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of a topic to rows and back. Single-threaded. */
public final class TopicCodec {

    /** The partition of a record that no producer has placed yet. */
    public static final int UNKNOWN_PARTITION = -1;

    /** The offset of a record that no broker has stored yet. */
    public static final long UNKNOWN_OFFSET = -1;

    private static final Object[] NO_COLUMNS = {};

    private final String topic;
    private final int keyColumns;
    private final RowCodec keys;
    private final RowCodec values;
    private final @Nullable KeyWindows windows;
    private final @Nullable EventTime eventTime;

    private TopicCodec(
            String topic,
            int keyColumns,
            RowCodec keys,
            RowCodec values,
            @Nullable KeyWindows windows,
            @Nullable EventTime eventTime) {
        this.topic = topic;
        this.keyColumns = keyColumns;
        this.keys = keys;
        this.values = values;
        this.windows = windows;
        this.eventTime = eventTime;
    }

    /**
     * A codec for a topic.
     *
     * @throws io.nrtstreams.sql.SqlException when a format is unknown or cannot hold the columns, or when the timestamp column
     *     is missing or of a type that is no time
     */
    public static TopicCodec of(TopicLayout layout, Formats formats) {
        List<Column> key = layout.schema().key();
        Optional<EventTime> eventTime = layout.timestamp().map(column -> EventTime.of(column, layout.schema()));
        return new TopicCodec(
                layout.topic(),
                key.size(),
                codec(layout.keyFormat(), key, Part.KEY, layout.topic(), formats),
                codec(layout.valueFormat(), layout.schema().value(), Part.VALUE, layout.topic(), formats),
                layout.window().map(KeyWindows::of).orElse(null),
                eventTime.orElse(null));
    }

    private static RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic, Formats formats) {
        Format format = formats.find(spec.name());
        format.validate(spec, columns, part);
        boolean ignored = part == Part.KEY && columns.isEmpty();
        return ignored ? NoneFormat.CODEC : format.codec(spec, columns, part, topic);
    }

    /**
     * The row in a record. Without a key it has {@link Row#absentKey}; columns of headers are in the row's origin. Its time is
     * that of the timestamp column, or the record's where there is no such column or no value.
     *
     * @throws DecodeException when the key or the value is not of its format and columns, the window is not one, or the time
     *     is missing, no time or before 1970
     */
    public Row decode(TopicRecord record) throws DecodeException {
        byte[] keyBytes = record.key();
        Window window = null;
        if (windows != null && keyBytes != null) {
            window = windows.window(keyBytes);
            keyBytes = windows.withoutWindow(keyBytes);
        }
        @Nullable Object[] key = decodeKey(keyBytes);
        @Nullable Object[] value = decodeValue(record.value());
        Origin origin = new Origin(record.topic(), record.partition(), record.offset(), record.headers());
        return new Row(key, window, value, null, time(record, key, value), origin);
    }

    /**
     * As {@link #decode}, but for the value, which the row has not, and for the time, which is the record's: all that tells
     * which row of a table a record is about.
     *
     * @throws DecodeException when the key is not of its format and columns, or the window is not one
     */
    public Row decodeKeyOnly(TopicRecord record) throws DecodeException {
        byte[] keyBytes = record.key();
        Window window = null;
        if (windows != null && keyBytes != null) {
            window = windows.window(keyBytes);
            keyBytes = windows.withoutWindow(keyBytes);
        }
        return new Row(decodeKey(keyBytes), window, null, null, record.timestamp(), null);
    }

    private @Nullable Object[] decodeKey(byte @Nullable [] bytes) throws DecodeException {
        if (keyColumns == 0) {
            return NO_COLUMNS;
        }
        try {
            @Nullable Object[] key = keys.decode(bytes);
            return key == null ? Row.absentKey(keyColumns) : key;
        } catch (DecodeException e) {
            throw new DecodeException("the key: " + e.getMessage(), e);
        }
    }

    private @Nullable Object @Nullable [] decodeValue(byte @Nullable [] bytes) throws DecodeException {
        try {
            return values.decode(bytes);
        } catch (DecodeException e) {
            throw new DecodeException("the value: " + e.getMessage(), e);
        }
    }

    private long time(TopicRecord record, @Nullable Object[] key, @Nullable Object @Nullable [] value)
            throws DecodeException {
        if (eventTime != null && value != null) {
            return eventTime.of(key, value);
        }
        if (record.timestamp() < 0) {
            throw new DecodeException("the record has no timestamp");
        }
        return record.timestamp();
    }

    /**
     * The record of a row, with the headers of the row's origin, and with neither partition nor offset. Its time is that of
     * the timestamp column, or the row's where there is no such column or no value.
     *
     * @throws EncodeException when the format cannot write a value, or when the timestamp column holds no time
     */
    public TopicRecord encode(Row row) {
        @Nullable Object[] value = row.value();
        Origin origin = row.origin();
        return new TopicRecord(
                topic,
                UNKNOWN_PARTITION,
                UNKNOWN_OFFSET,
                value == null || eventTime == null ? row.timestamp() : time(row.key(), value, eventTime),
                encodeKey(row),
                values.encode(value),
                origin == null ? List.of() : origin.headers());
    }

    private static long time(@Nullable Object[] key, @Nullable Object[] value, EventTime eventTime) {
        try {
            return eventTime.of(key, value);
        } catch (DecodeException e) {
            throw new EncodeException(String.valueOf(e.getMessage()), e);
        }
    }

    private byte @Nullable [] encodeKey(Row row) {
        byte[] key = keys.encode(row.isKeyAbsent() ? null : row.key());
        if (key == null || windows == null) {
            return key;
        }
        Window window = row.window();
        if (window == null) {
            throw new EncodeException("the topic " + topic + " has windowed keys, but the row has no window");
        }
        return windows.withWindow(key, window);
    }
}
