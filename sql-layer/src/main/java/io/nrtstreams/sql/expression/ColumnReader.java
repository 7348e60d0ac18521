package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads columns out of rows. */
final class ColumnReader {

    private ColumnReader() {}

    static Compiled of(Slot slot) {
        int index = slot.index();
        return switch (slot.place()) {
            case KEY -> Compiled.of(slot.type(), (row, frame) -> row.key()[index]);
            case VALUE ->
                Compiled.of(slot.type(), (row, frame) -> {
                    @Nullable Object[] value = row.value();
                    return value == null ? null : value[index];
                });
            case HEADER -> Compiled.of(slot.type(), header(slot));
            case ROWTIME -> Compiled.time(slot.type(), (row, frame) -> row.timestamp());
            case ROWPARTITION ->
                Compiled.of(slot.type(), (row, frame) -> {
                    Origin origin = row.origin();
                    return origin == null ? null : origin.partition();
                });
            case ROWOFFSET ->
                Compiled.of(slot.type(), (row, frame) -> {
                    Origin origin = row.origin();
                    return origin == null ? null : origin.offset();
                });
            case WINDOWSTART ->
                Compiled.time(slot.type(), (row, frame) -> {
                    Window window = row.window();
                    return window == null ? null : window.start();
                });
            case WINDOWEND ->
                Compiled.time(slot.type(), (row, frame) -> {
                    Window window = row.window();
                    return window == null ? null : window.end();
                });
        };
    }

    private static Evaluator header(Slot slot) {
        Optional<String> key = slot.header();
        if (key.isPresent()) {
            String wanted = key.get();
            return (row, frame) -> last(headers(row), wanted);
        }
        SqlType.Struct element = (SqlType.Struct) ((SqlType.Array) slot.type()).element();
        return (row, frame) -> all(headers(row), element);
    }

    private static List<TopicRecord.Header> headers(Row row) {
        Origin origin = row.origin();
        return origin == null ? List.of() : origin.headers();
    }

    private static @Nullable ByteBuffer last(List<TopicRecord.Header> headers, String key) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).key().equals(key)) {
                return bytes(headers.get(i).value());
            }
        }
        return null;
    }

    private static List<StructValue> all(List<TopicRecord.Header> headers, SqlType.Struct element) {
        List<StructValue> values = new ArrayList<>(headers.size());
        for (TopicRecord.Header header : headers) {
            values.add(new StructValue(element, header.key(), bytes(header.value())));
        }
        return values;
    }

    private static @Nullable ByteBuffer bytes(byte @Nullable [] value) {
        return value == null ? null : ByteBuffer.wrap(value).asReadOnlyBuffer();
    }
}
