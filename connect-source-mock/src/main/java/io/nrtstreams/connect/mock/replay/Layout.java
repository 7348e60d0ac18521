package io.nrtstreams.connect.mock.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a replay with their types, and the records that are made of them. Immutable and thread-safe.
 */
@SuppressWarnings("JavaUtilDate") // Connect's own type of times.
public final class Layout {
    /** Until 2262 a time can be counted in nanoseconds; a time beyond is one in the wrong unit. */
    private static final long LATEST_MICROS = Long.MAX_VALUE / 1_000;

    private final List<Column> columns;
    private final List<String> constants;
    private final Schema schema;
    private final List<Field> fields;
    private final Field time;
    private final @Nullable Field key;
    private final TimeTexts times;

    private Layout(Replay replay, List<Column> columns, Schema schema) {
        this.columns = List.copyOf(columns);
        this.constants = List.copyOf(replay.constants().values());
        this.schema = schema;
        this.fields = schema.fields();
        this.time = schema.field(replay.time());
        this.key = replay.key() == null ? null : schema.field(replay.key());
        this.times = replay.times();
    }

    /** @param columns with a type each, and the time and key among them */
    static Layout of(Replay replay, List<Column> columns) {
        SchemaBuilder builder = SchemaBuilder.struct();
        columns.forEach(column -> builder.field(column.name(), column.type().schema()));
        replay.constants().keySet().forEach(name -> builder.field(name, Schema.OPTIONAL_STRING_SCHEMA));
        return new Layout(replay, columns, builder.build());
    }

    List<Column> columns() {
        return columns;
    }

    /** The schema of the values: every column and constant, all optional. */
    Schema schema() {
        return schema;
    }

    /** The field of a column. */
    Field field(int column) {
        return fields.get(column);
    }

    Field time() {
        return time;
    }

    /** How the times of a column are written: the pattern is for the event time alone. */
    TimeTexts times(Column column) {
        return column.name().equals(time.name()) ? times : times.withoutPattern();
    }

    TimeUnit unit() {
        return times.unit();
    }

    /** A record with its constants only. */
    Struct begun() {
        Struct value = new Struct(schema);
        int field = columns.size();
        for (String text : constants) {
            value.put(fields.get(field++), text);
        }
        return value;
    }

    /** The key's text; null where there is no key. */
    @Nullable String key(Struct value) {
        if (key == null) {
            return null;
        }
        Object found = value.get(key);
        if (found instanceof java.util.Date date) {
            Instant instant = date.toInstant();
            return key.schema().equals(PlainType.DATE.schema())
                    ? instant.atOffset(ZoneOffset.UTC).toLocalDate().toString()
                    : instant.toString();
        }
        if (found instanceof java.math.BigDecimal number) {
            return number.toPlainString();
        }
        return String.valueOf(found);
    }

    /**
     * The event time of a record, in microseconds since the epoch.
     *
     * @throws BadRowException if it has none, or no key though there should be one
     */
    long micros(Struct value) {
        if (key != null && value.get(key) == null) {
            throw new BadRowException(
                    key.name(), "", "is empty, but it is the key", "fill it in, or choose another replay.key");
        }
        Object found = value.get(time);
        if (found == null) {
            throw new BadRowException(
                    time.name(), "", "is empty, but it is the time", "fill it in, or remove the line");
        }
        long micros = inRange(found);
        if (micros < 0 || micros > LATEST_MICROS) {
            throw notATime();
        }
        return micros;
    }

    private long inRange(Object found) {
        try {
            return microsOf(found);
        } catch (ArithmeticException e) {
            throw notATime();
        } catch (IllegalArgumentException e) {
            throw new BadRowException(
                    time.name(),
                    "time",
                    times.pattern() == null
                            ? "expected a number since the epoch or a time of ISO 8601"
                            : "expected a time of the pattern replay.time.format",
                    "correct the file, or set replay.time.format");
        }
    }

    private BadRowException notATime() {
        return new BadRowException(time.name(), "time", "not a time from 1970 to 2262", "is replay.time.unit right?");
    }

    private long microsOf(Object found) {
        if (found instanceof Double amount) {
            return times.unit().toMicros(amount.doubleValue());
        }
        if (found instanceof Number amount) {
            return times.unit().toMicros(amount.longValue());
        }
        if (!(found instanceof java.util.Date date)) {
            return times.micros(found.toString());
        }
        if (time.schema().equals(PlainType.DATE.schema())) {
            return date.toInstant()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .atStartOfDay(times.zone())
                            .toEpochSecond()
                    * 1_000_000;
        }
        return Math.multiplyExact(date.getTime(), 1_000L);
    }
}
