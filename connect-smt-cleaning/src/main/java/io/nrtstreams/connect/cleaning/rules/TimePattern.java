package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A pattern of java.time ({@link DateTimeFormatter}), read strictly: there is no 30 February. */
final class TimePattern {
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2022, 12, 3, 16, 45, 7, 0, ZoneOffset.UTC);

    private final DateTimeFormatter formatter;

    private TimePattern(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /** What a text says. */
    record Read(LocalDateTime local, @Nullable ZoneId zone) {}

    /**
     * A pattern to read with.
     *
     * @throws TextMistake if it is none, or says no date
     */
    static TimePattern reading(Literal pattern, Locale locale) {
        TimePattern read = new TimePattern(formatter(pattern, locale));
        if (read.read(read.formatter.format(SAMPLE)) == null) {
            throw new TextMistake(
                    pattern.column(),
                    "expected a pattern with year, month and day, such as yyyy-MM-dd HH:mm (YYYY is the year of a week)");
        }
        return read;
    }

    /**
     * A formatter to write with.
     *
     * @throws TextMistake if the pattern is none
     */
    static DateTimeFormatter formatter(Literal pattern, Locale locale) {
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.text())
                    // So that yyyy, the year of an era, is a year without one.
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(locale)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);
            return formatter.format(SAMPLE).isEmpty() ? nothing() : formatter;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TextMistake(
                    pattern.column(), "expected a pattern of java.time such as yyyy-MM-dd HH:mm: " + e.getMessage());
        }
    }

    private static DateTimeFormatter nothing() {
        throw new IllegalArgumentException("it says nothing");
    }

    /** What a whole text says, a day's beginning where it says no time; null where it does not fit the pattern. */
    @Nullable Read read(String text) {
        ParsePosition position = new ParsePosition(0);
        // What does not look right is found without an exception; only dates that are none cost one.
        boolean fits = formatter.parseUnresolved(text, position) != null && position.getIndex() == text.length();
        return fits ? resolved(text) : null;
    }

    private @Nullable Read resolved(String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            // An offset says which of two times with the same name it is, where a zone leaves it open.
            ZoneId zone = parsed.isSupported(ChronoField.OFFSET_SECONDS)
                    ? ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS))
                    : parsed.query(TemporalQueries.zone());
            return date == null ? null : new Read(date.atTime(time == null ? LocalTime.MIDNIGHT : time), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
