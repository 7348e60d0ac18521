package io.nrtstreams.connect.s3.path;

import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads times as devices write them: a Connect date or timestamp, a whole number of a unit since the epoch, or text.
 * Thread-safe.
 */
public final class TimeReader {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd")
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][X]")
            .toFormatter();

    private final EpochUnit unit;
    private final Optional<String> pattern;
    private final DateTimeFormatter format;

    private TimeReader(EpochUnit unit, Optional<String> pattern, DateTimeFormatter format) {
        this.unit = unit;
        this.pattern = pattern;
        this.format = format;
    }

    /** What a whole number counts. */
    public enum EpochUnit {
        S,
        MS,
        US,
        NS;

        private long toMillis(long count) {
            return switch (this) {
                case S -> Math.multiplyExact(count, 1000L);
                case MS -> count;
                case US -> Math.floorDiv(count, 1000L);
                case NS -> Math.floorDiv(count, 1_000_000L);
            };
        }
    }

    /** Numbers of that unit, and text in ISO-8601 with or without time and offset. */
    public static TimeReader iso(EpochUnit unit) {
        return new TimeReader(unit, Optional.empty(), ISO);
    }

    /**
     * Numbers of that unit, and text in a pattern of {@link DateTimeFormatter}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static TimeReader of(EpochUnit unit, String pattern, Locale locale) {
        return new TimeReader(unit, Optional.of(pattern), DateTimeFormatter.ofPattern(pattern, locale));
    }

    /**
     * The time in milliseconds of the epoch.
     *
     * @param zone of a text without an offset
     * @throws IllegalArgumentException if the value is no time; the message says what was expected, and no value
     */
    long epochMillis(Object value, ZoneId zone) {
        if (value instanceof Date date) {
            return LogicalTimes.millis(date);
        }
        try {
            if (value instanceof Long || value instanceof Integer) {
                return unit.toMillis(((Number) value).longValue());
            }
            if (value instanceof String text) {
                return read(text.trim(), zone);
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(expected(), e);
        }
        throw new IllegalArgumentException(expected());
    }

    private long read(String text, ZoneId zone) {
        TemporalAccessor parsed =
                format.parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof ZonedDateTime moment) {
            return moment.toInstant().toEpochMilli();
        }
        if (parsed instanceof OffsetDateTime moment) {
            return moment.toInstant().toEpochMilli();
        }
        LocalDateTime local = parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay();
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private String expected() {
        String texts = pattern.map(shown -> "text such as " + shown).orElse("text such as 2026-11-22T10:15:30Z");
        return "expected a number of " + unit.name().toLowerCase(Locale.ROOT)
                + " since the epoch, a Connect date or timestamp, or " + texts;
    }
}
