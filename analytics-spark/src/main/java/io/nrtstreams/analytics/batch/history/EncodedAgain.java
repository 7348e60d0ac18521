package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.Column;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that mean what those in Kafka meant: the columns of a stream or table, encoded again in its formats. Where the sink
 * read texts (StringConverter), their bytes are the original ones. A value that does not fit the columns becomes its JSON
 * text, so that its reader refuses it as it would have refused the original.
 */
final class EncodedAgain implements RecordBytes {

    private static final String ENVELOPE = "kafka_";
    private static final String TEXT = "value";

    private final TopicCodec codec;
    private final List<Column> keyColumns;
    private final RowShape keys;
    private final RowShape values;
    private final boolean isValueColumn;

    EncodedAgain(TopicLayout layout, Formats formats) {
        TopicLayout bare = new TopicLayout(
                layout.topic(),
                layout.schema(),
                layout.keyFormat(),
                layout.valueFormat(),
                Optional.empty(),
                Optional.empty());
        this.codec = TopicCodec.of(bare, formats);
        this.keyColumns = layout.schema().key();
        this.keys = new RowShape(keyColumns);
        this.values = new RowShape(layout.schema().value());
        this.isValueColumn = layout.schema().value().stream()
                .anyMatch(column -> column.name().equalsIgnoreCase(TEXT));
    }

    @Override
    public KeyAndValue of(Map<String, @Nullable Object> row) throws DecodeException {
        Object rawKey = row.get(RecordMaker.KEY);
        Map<String, @Nullable Object> fields = fields(row);
        byte[] text = original(fields);
        @Nullable Object[] key = rawKey == null ? null : key(rawKey);
        byte[] keyText = rawKey instanceof String string && keyColumns.size() > 1 ? RecordMaker.utf8(string) : null;
        @Nullable Object[] value = null;
        if (text == null && !isTombstone(fields)) {
            try {
                value = values.values(fields);
            } catch (DecodeException e) {
                text = RecordMaker.utf8(RawValues.text(fields));
            }
        }
        try {
            @Nullable Object[] known = key == null ? Row.absentKey(keyColumns.size()) : key;
            var record = codec.encode(new Row(known, null, value, null, 0, null));
            return new KeyAndValue(keyText == null ? record.key() : keyText, text == null ? record.value() : text);
        } catch (EncodeException e) {
            throw new DecodeException("its row cannot be written in the formats of its topic: " + e.getMessage(), e);
        }
    }

    private static Map<String, @Nullable Object> fields(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        row.forEach((name, value) -> {
            if (!name.startsWith(ENVELOPE)) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    /** Without a value JSON has no field but the envelope's, while CSV and Parquet have all of them, and all null. */
    private static boolean isTombstone(Map<String, @Nullable Object> fields) {
        return fields.values().stream().allMatch(value -> value == null);
    }

    private byte @Nullable [] original(Map<String, @Nullable Object> fields) {
        return fields.size() == 1 && !isValueColumn && fields.get(TEXT) instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : null;
    }

    private @Nullable Object[] key(Object raw) throws DecodeException {
        if (raw instanceof Map<?, ?> struct) {
            Map<String, @Nullable Object> fields = new HashMap<>();
            struct.forEach((name, value) -> fields.put(String.valueOf(name), value));
            return keys.values(fields);
        }
        @Nullable Object[] key = new Object[keyColumns.size()];
        if (key.length == 1) {
            key[0] = RawValues.convert(raw, keyColumns.get(0).type(), RecordMaker.KEY);
        }
        return key;
    }

    @Override
    public byte @Nullable [] header(@Nullable Object raw) {
        return raw == null ? null : RecordMaker.utf8(RawValues.text(raw));
    }
}
