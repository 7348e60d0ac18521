package io.nrtstreams.sql.format;

import io.nrtstreams.sql.SqlException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;

/**
 * Times as text, by a pattern of {@link DateTimeFormatter}. What the pattern leaves out is that of 1970-01-01T00:00, and the
 * zone is UTC unless the text has one.
 */
record TimestampPattern(String text, DateTimeFormatter formatter) {

    static TimestampPattern of(String text) {
        try {
            return new TimestampPattern(
                    text,
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(text)
                            .toFormatter(Locale.ENGLISH));
        } catch (IllegalArgumentException e) {
            throw new SqlException("TIMESTAMP_FORMAT '" + text
                    + "' is not a pattern of a date and time, such as 'yyyy-MM-dd HH:mm:ss'.");
        }
    }

    /**
     * In ms since the epoch.
     *
     * @throws DateTimeException when the text is not of the pattern; its message quotes the text
     * @throws ArithmeticException when the time is too far away
     */
    long toMs(String time) {
        TemporalAccessor parsed = formatter.parse(time);
        LocalTime clock = Objects.requireNonNullElse(parsed.query(TemporalQueries.localTime()), LocalTime.MIDNIGHT);
        ZoneId zone = Objects.requireNonNullElse(parsed.query(TemporalQueries.zone()), ZoneOffset.UTC);
        return date(parsed).atTime(clock).atZone(zone).toInstant().toEpochMilli();
    }

    private static LocalDate date(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        return date != null
                ? date
                : LocalDate.of(
                        field(parsed, ChronoField.YEAR, 1970),
                        field(parsed, ChronoField.MONTH_OF_YEAR, 1),
                        field(parsed, ChronoField.DAY_OF_MONTH, 1));
    }

    private static int field(TemporalAccessor parsed, ChronoField field, int absent) {
        return parsed.isSupported(field) ? parsed.get(field) : absent;
    }
}
