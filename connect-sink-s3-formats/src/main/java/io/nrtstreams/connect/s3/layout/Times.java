package io.nrtstreams.connect.s3.layout;

import java.util.Date;
import org.apache.kafka.connect.data.Timestamp;

/** Connect's dates and times as the numbers that are stored. */
public final class Times {
    private static final long DAY = 86_400_000L;

    private Times() {}

    /**
     * Days since 1970-01-01.
     *
     * @throws Misfit if the value is no midnight in UTC
     */
    public static int epochDay(Object value) {
        long millis = epochMillis(value);
        if (Math.floorMod(millis, DAY) != 0) {
            throw new Misfit("it is a date with a time of day");
        }
        return Math.toIntExact(Math.floorDiv(millis, DAY));
    }

    /**
     * Milliseconds since midnight.
     *
     * @throws Misfit if the value is not within a day
     */
    public static int millisOfDay(Object value) {
        long millis = epochMillis(value);
        if (millis < 0 || millis >= DAY) {
            throw new Misfit("it is a time that is not within a day");
        }
        return (int) millis;
    }

    /** Milliseconds since 1970-01-01T00:00Z. */
    public static long epochMillis(Object value) {
        return Timestamp.fromLogical(Timestamp.SCHEMA, (Date) value);
    }
}
