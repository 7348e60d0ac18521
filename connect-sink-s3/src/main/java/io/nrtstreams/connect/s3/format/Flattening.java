package io.nrtstreams.connect.s3.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * From a nested value to named cells.
 *
 * <p>A field of a struct within a struct, or of a schemaless map within one, becomes the column {@code outer_inner}. A
 * struct's fields come in the order of its schema, a schemaless map's in the order of its keys as text. Lists, and maps
 * that have a schema, whose keys are data rather than names, stay one cell.
 */
final class Flattening {
    /** The column of a value that has no fields. */
    static final String VALUE = "value";

    private static final int DEEPEST = 100;

    private Flattening() {}

    /** Takes the cells of a record one after the other. */
    interface Cells {
        /**
         * Takes one cell.
         *
         * @return whether to go on
         */
        boolean take(String column, @Nullable Object value, @Nullable Schema schema);
    }

    /** Whether the value is spread over columns. */
    static boolean hasFields(@Nullable Object value) {
        return value instanceof Struct || value instanceof Map<?, ?>;
    }

    static String columnName(List<String> steps) {
        return String.join("_", steps);
    }

    /**
     * Hands every cell of the record's value to {@code cells}, until it says no.
     *
     * @return whether it took them all
     */
    static boolean flatten(SinkRecord record, Cells cells) {
        Object value = record.value();
        if (value == null) {
            return true;
        }
        Schema schema = record.valueSchema();
        return hasFields(value) ? fields("", value, schema, cells, 1) : cells.take(VALUE, value, schema);
    }

    private static boolean fields(String prefix, Object value, @Nullable Schema schema, Cells cells, int depth) {
        if (depth > DEEPEST) {
            throw new BadRecordException("the value is nested over " + DEEPEST + " levels deep");
        }
        return value instanceof Struct struct
                ? struct(prefix, struct, struct.schema(), cells, depth)
                : map(prefix, (Map<?, ?>) value, schema, cells, depth);
    }

    /** A struct that is null still has its columns, so that they do not depend on the record. */
    private static boolean struct(String prefix, @Nullable Struct struct, Schema schema, Cells cells, int depth) {
        for (Field field : schema.fields()) {
            Object value = struct == null ? null : struct.get(field);
            String column = prefix.isEmpty() ? field.name() : prefix + field.name();
            boolean more = field.schema().type() == Schema.Type.STRUCT
                    ? struct(column + "_", (Struct) value, field.schema(), cells, depth + 1)
                    : cells.take(column, value, field.schema());
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private static boolean map(String prefix, Map<?, ?> map, @Nullable Schema schema, Cells cells, int depth) {
        Schema values = schema == null ? null : schema.valueSchema();
        for (Map.Entry<String, @Nullable Object> entry : sorted(map).entrySet()) {
            String column = prefix + entry.getKey();
            Object value = entry.getValue();
            boolean spread = values == null && value != null && hasFields(value);
            boolean more =
                    spread ? fields(column + "_", value, null, cells, depth + 1) : cells.take(column, value, values);
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }
}
