package io.nrtstreams.connect.mock.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the times of a recording are written: as numbers of a unit, in ISO 8601, or in a pattern. Thread-safe.
 *
 * @param unit the unit of numbers
 * @param zone the zone of times that name none; a time that a change of clocks leaves out is moved on by the change, of
 *     one that comes twice the first is meant
 * @param pattern the spelling in place of numbers and ISO 8601, null for those
 */
public record TimeTexts(
        TimeUnit unit, ZoneId zone, @Nullable DateTimeFormatter pattern) {
    private static final Instant EXAMPLE = Instant.parse("2001-02-03T04:05:06Z");

    /**
     * The formatter of a pattern: strict about days that do not exist, indifferent to case, in English.
     *
     * @throws IllegalArgumentException if it is no pattern, or what it writes does not have a whole date
     */
    public static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        try {
            micros(EXAMPLE.atZone(ZoneOffset.UTC).format(formatter), formatter, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a time of this pattern has no whole date; name year, month and day, e.g. dd.MM.yyyy HH:mm", e);
        }
        return formatter;
    }

    /** The same without the pattern, which is for the time column alone. */
    TimeTexts withoutPattern() {
        return new TimeTexts(unit, zone, null);
    }

    /**
     * Microseconds since the epoch.
     *
     * @throws IllegalArgumentException if the text is no such time
     */
    long micros(String text) {
        try {
            if (pattern != null) {
                return micros(text, pattern, zone);
            }
            if (IsoTimes.looksLike(text)) {
                return IsoTimes.micros(text, zone);
            }
            return text.indexOf('.') < 0
                    ? unit.toMicros(Long.parseLong(text))
                    : unit.toMicros(Double.parseDouble(text));
        } catch (ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }

    /**
     * The date of a text.
     *
     * @throws IllegalArgumentException if the text is no date
     */
    LocalDate date(String text) {
        if (pattern == null) {
            return IsoTimes.date(text);
        }
        try {
            return LocalDate.from(pattern.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date", e);
        }
    }

    private static long micros(String text, DateTimeFormatter formatter, ZoneId zone) {
        TemporalAccessor parsed = formatter.parse(text);
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return micros(Instant.from(parsed));
        }
        if (!parsed.isSupported(ChronoField.NANO_OF_DAY)) {
            return micros(LocalDate.from(parsed).atStartOfDay(zone).toInstant());
        }
        LocalDateTime local = LocalDateTime.from(parsed);
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return micros(local.toInstant(ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS))));
        }
        return micros(ZonedDateTime.of(local, zone).toInstant());
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
