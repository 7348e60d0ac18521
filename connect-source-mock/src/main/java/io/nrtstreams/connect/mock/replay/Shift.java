package io.nrtstreams.connect.mock.replay;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Moves the times within a record: the number in the time column, and every timestamp and date, nested ones included.
 * Times in columns of type string stay as they were recorded. Immutable and thread-safe.
 */
@SuppressWarnings("JavaUtilDate") // Connect's own type of times.
final class Shift {
    private static final long MILLIS_PER_DAY = 86_400_000;

    private final Layout layout;
    private final List<Column> moved;
    private final long granularityMillis;

    Shift(Layout layout) {
        this.layout = layout;
        this.moved = layout.columns().stream()
                .filter(column -> isEventTime(column) || holdsTime(column.type()))
                .toList();
        boolean days = layout.columns().stream().anyMatch(column -> holds(column.type(), PlainType.DATE));
        boolean seconds = moved.stream().anyMatch(column -> isEventTime(column) && isWhole(column.type()));
        this.granularityMillis = days ? MILLIS_PER_DAY : seconds && layout.unit() == TimeUnit.S ? 1_000 : 1;
    }

    /** The least move that all columns can follow, in milliseconds: a day where there are dates. */
    long granularityMillis() {
        return granularityMillis;
    }

    private boolean isEventTime(Column column) {
        return column.name().equals(layout.time().name()) && column.type() != PlainType.STRING;
    }

    private static boolean isWhole(ColumnType type) {
        return type == PlainType.INT64 || type == PlainType.INT32;
    }

    private static boolean holdsTime(ColumnType type) {
        return holds(type, PlainType.DATE) || holds(type, PlainType.TIMESTAMP);
    }

    private static boolean holds(ColumnType type, PlainType plain) {
        if (type instanceof ArrayType array) {
            return holds(array.element(), plain);
        }
        if (type instanceof StructType struct) {
            return struct.fields().values().stream().anyMatch(field -> holds(field, plain));
        }
        return type == plain;
    }

    /** @throws ArithmeticException if a number becomes too large for its type */
    void apply(Struct value, long millis) {
        for (Column column : moved) {
            Field field = value.schema().field(column.name());
            Object recorded = value.get(field);
            value.put(
                    field,
                    recorded instanceof Number number ? later(number, millis) : later(recorded, column.type(), millis));
        }
    }

    private Number later(Number number, long millis) {
        if (number instanceof Double fractional) {
            return fractional + layout.unit().ofMillisInPart(millis);
        }
        long later = Math.addExact(number.longValue(), layout.unit().ofMillis(millis));
        return number instanceof Integer ? (Number) Math.toIntExact(later) : (Number) later;
    }

    private static @Nullable Object later(@Nullable Object value, ColumnType type, long millis) {
        if (value instanceof Date date) {
            return new Date(Math.addExact(date.getTime(), millis));
        }
        if (value instanceof List<?> list && type instanceof ArrayType array) {
            List<@Nullable Object> moved = new ArrayList<>(list.size());
            list.forEach(element -> moved.add(later(element, array.element(), millis)));
            return moved;
        }
        if (value instanceof Struct struct && type instanceof StructType fields) {
            fields.fields().forEach((name, below) -> {
                if (holdsTime(below)) {
                    struct.put(name, later(struct.get(name), below, millis));
                }
            });
        }
        return value;
    }
}
