package io.nrtstreams.connect.kit.data;

import java.time.Instant;
import java.util.Date;

/** The values of Connect's logical types Date, Time and Timestamp, which are {@link Date}s all. */
public final class LogicalTimes {
    private LogicalTimes() {}

    /**
     * The milliseconds since 1970-01-01T00:00:00Z of a value, also where it is a {@code java.sql.Date} or
     * {@code java.sql.Time}, as sources over JDBC hand over: these refuse {@link Date#toInstant()}.
     */
    @SuppressWarnings("JavaUtilDate") // What the check would have instead is what those refuse.
    public static long millis(Date value) {
        return value.getTime();
    }

    /** The same as an instant. */
    public static Instant instant(Date value) {
        return Instant.ofEpochMilli(millis(value));
    }
}
