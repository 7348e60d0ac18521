package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.Schema.HeaderColumn;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of streams and tables, and their values in a row. */
final class RowColumns {

    private static final Column WINDOW_START = new Column("WINDOWSTART", SqlTypes.BIGINT);
    private static final Column WINDOW_END = new Column("WINDOWEND", SqlTypes.BIGINT);
    private static final Column TIME = new Column("ROWTIME", SqlTypes.BIGINT);
    private static final Column PARTITION = new Column("ROWPARTITION", SqlTypes.INTEGER);
    private static final Column OFFSET = new Column("ROWOFFSET", SqlTypes.BIGINT);

    private RowColumns() {}

    /** What {@code SELECT *} gives: the key, its window, the value, the headers. */
    static List<Column> visible(Schema schema) {
        List<Column> columns = new ArrayList<>(schema.key());
        if (schema.windowed()) {
            columns.add(WINDOW_START);
            columns.add(WINDOW_END);
        }
        columns.addAll(schema.value());
        schema.headers().forEach(header -> columns.add(header.column()));
        return columns;
    }

    /** What is there when it is asked for. */
    static List<Column> hidden(boolean isTable) {
        return isTable ? List.of(TIME) : List.of(TIME, PARTITION, OFFSET);
    }

    /** How the columns are taken from a row with a value, in this order. */
    static List<Function<Row, @Nullable Object>> readers(Schema schema, List<String> wanted) {
        List<Function<Row, @Nullable Object>> readers = new ArrayList<>();
        wanted.forEach(name -> readers.add(reader(schema, name)));
        return readers;
    }

    private static Function<Row, @Nullable Object> reader(Schema schema, String name) {
        int key = place(schema.key(), name);
        int value = place(schema.value(), name);
        if (key >= 0) {
            return row -> row.key()[key];
        } else if (value >= 0) {
            return row -> {
                @Nullable Object[] values = row.value();
                return values == null ? null : values[value];
            };
        }
        for (HeaderColumn header : schema.headers()) {
            if (header.column().name().equals(name)) {
                return header(header);
            }
        }
        return pseudo(name);
    }

    private static int place(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Function<Row, @Nullable Object> pseudo(String name) {
        return switch (name) {
            case "ROWTIME" -> Row::timestamp;
            case "ROWPARTITION" -> row -> origin(row).partition();
            case "ROWOFFSET" -> row -> origin(row).offset();
            case "WINDOWSTART" -> row -> window(row).start();
            case "WINDOWEND" -> row -> window(row).end();
            default -> throw new IllegalArgumentException("no column " + name);
        };
    }

    private static Origin origin(Row row) {
        Origin origin = row.origin();
        if (origin == null) {
            throw new IllegalStateException("a row of a stream without its origin");
        }
        return origin;
    }

    private static Window window(Row row) {
        Window window = row.window();
        if (window == null) {
            throw new IllegalStateException("a row with a windowed key without its window");
        }
        return window;
    }

    private static Function<Row, @Nullable Object> header(HeaderColumn column) {
        if (column.header().isPresent()) {
            String wanted = column.header().get();
            return row -> last(origin(row).headers(), wanted);
        }
        SqlType.Struct entry = (SqlType.Struct) ((SqlType.Array) column.column().type()).element();
        return row -> origin(row).headers().stream()
                .map(header -> new StructValue(entry, header.key(), bytes(header)))
                .toList();
    }

    private static @Nullable ByteBuffer last(List<TopicRecord.Header> headers, String wanted) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).key().equals(wanted)) {
                return bytes(headers.get(i));
            }
        }
        return null;
    }

    private static @Nullable ByteBuffer bytes(TopicRecord.Header header) {
        byte[] value = header.value();
        return value == null ? null : ByteBuffer.wrap(value);
    }
}
