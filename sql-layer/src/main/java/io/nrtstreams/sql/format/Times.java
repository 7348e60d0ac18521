package io.nrtstreams.sql.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/** Dates and times as the numbers that stand for them in bytes. */
public final class Times {

    private static final long DAY_MS = 86_400_000L;

    private Times() {}

    /**
     * The date so many days after 1970-01-01.
     *
     * @param path names the column in messages
     */
    public static LocalDate date(long days, String path) throws DecodeException {
        if (days != (int) days) {
            throw new DecodeException(path + " is out of a date's range");
        }
        return LocalDate.ofEpochDay(days);
    }

    /**
     * The time so many ms after midnight.
     *
     * @param path names the column in messages
     */
    public static LocalTime time(long ms, String path) throws DecodeException {
        if (ms < 0 || ms >= DAY_MS) {
            throw new DecodeException(path + " is no time of a day: it takes 0 to " + (DAY_MS - 1) + " ms");
        }
        return LocalTime.ofNanoOfDay(ms * 1_000_000);
    }

    /** The instant so many ms after 1970. */
    public static Instant timestamp(long ms) {
        return Instant.ofEpochMilli(ms);
    }

    /**
     * The number for a value of DATE, TIME or TIMESTAMP.
     *
     * @throws EncodeException for an instant millions of years away
     */
    public static long number(Object value) {
        if (value instanceof Instant instant) {
            return ms(instant);
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return ((LocalTime) value).getLong(ChronoField.MILLI_OF_DAY);
    }

    private static long ms(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new EncodeException("a TIMESTAMP is too far away to be written in ms", e);
        }
    }
}
