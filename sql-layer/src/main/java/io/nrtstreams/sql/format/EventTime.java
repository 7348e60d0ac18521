package io.nrtstreams.sql.format;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of a row by one of its columns. */
final class EventTime {

    private final Column column;
    private final boolean inKey;
    private final int index;
    private final @Nullable TimestampPattern pattern;

    private EventTime(Column column, boolean inKey, int index, @Nullable TimestampPattern pattern) {
        this.column = column;
        this.inKey = inKey;
        this.index = index;
        this.pattern = pattern;
    }

    static EventTime of(TimestampColumn timestamp, Schema schema) {
        int inValue = indexOf(timestamp.column(), schema.value());
        int inKey = indexOf(timestamp.column(), schema.key());
        if (inValue < 0 && inKey < 0) {
            List<String> names = schema.columns().stream().map(Column::name).toList();
            throw new SqlException("TIMESTAMP names the column " + timestamp.column() + ", which is not there."
                    + Suggestions.didYouMean(timestamp.column(), names));
        }
        boolean key = inValue < 0;
        int index = key ? inKey : inValue;
        Column column = (key ? schema.key() : schema.value()).get(index);
        return new EventTime(column, key, index, pattern(column, timestamp.format()));
    }

    private static int indexOf(String name, List<Column> columns) {
        return columns.stream().map(Column::name).toList().indexOf(name);
    }

    private static @Nullable TimestampPattern pattern(Column column, Optional<String> format) {
        SqlType.Base base = column.type().base();
        if (base == SqlType.Base.STRING) {
            return TimestampPattern.of(format.orElseThrow(() -> new SqlException("The timestamp column " + column
                    + " needs TIMESTAMP_FORMAT, a pattern such as 'yyyy-MM-dd HH:mm:ss'.")));
        }
        if (base != SqlType.Base.BIGINT && base != SqlType.Base.TIMESTAMP) {
            throw new SqlException("The timestamp column " + column + " must be BIGINT, TIMESTAMP or STRING.");
        }
        if (format.isPresent()) {
            throw new SqlException(
                    "TIMESTAMP_FORMAT is for columns of type STRING, which " + column + " is not; leave it out.");
        }
        return null;
    }

    /** In ms since the epoch; the reason that it cannot be had is the message of the exception. */
    long of(@Nullable Object[] key, @Nullable Object[] value) throws DecodeException {
        Object time = inKey ? key[index] : value[index];
        if (time == null) {
            throw new DecodeException("the timestamp column " + column + " is null");
        }
        long ms = ms(time);
        if (ms < 0) {
            throw new DecodeException("the timestamp column " + column + " is before 1970");
        }
        return ms;
    }

    private long ms(Object time) throws DecodeException {
        try {
            if (time instanceof Long ms) {
                return ms;
            }
            return pattern == null ? ((Instant) time).toEpochMilli() : pattern.toMs((String) time);
        } catch (DateTimeException | ArithmeticException e) {
            // Their message quotes the text.
            throw new DecodeException("the timestamp column " + column
                    + (pattern == null ? " is too far away" : " is not of the pattern " + pattern.text()));
        }
    }
}
