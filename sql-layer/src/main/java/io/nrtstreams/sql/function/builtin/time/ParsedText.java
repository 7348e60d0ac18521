package io.nrtstreams.sql.function.builtin.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** A text read by a pattern. What the pattern leaves out is that of 1970-01-01 at midnight. */
final class ParsedText {

    private static final ChronoField[] FIELDS = ChronoField.values();

    private final TemporalAccessor fields;

    private ParsedText(TemporalAccessor fields) {
        this.fields = fields;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when the pattern is none, or the text does not match it
     */
    static ParsedText parse(String text, String pattern) {
        try {
            return new ParsedText(Patterns.formatter(pattern).parse(text));
        } catch (DateTimeParseException mismatch) {
            // Its own message quotes the text.
            throw new IllegalArgumentException(
                    "the text does not match the pattern from character " + (mismatch.getErrorIndex() + 1));
        }
    }

    /** The instant; in {@code zone} unless the text names one. */
    Instant instant(ZoneId zone) {
        if (fields.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(fields).truncatedTo(ChronoUnit.MILLIS);
        }
        ZoneId named = fields.query(TemporalQueries.zone());
        LocalDate date = date().plus(fields.query(DateTimeFormatter.parsedExcessDays()));
        return ZonedDateTime.of(date, time(), named == null ? zone : named)
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate date() {
        LocalDate date = fields.query(TemporalQueries.localDate());
        if (date != null) {
            return date;
        }
        int year = field(ChronoField.YEAR, field(ChronoField.YEAR_OF_ERA, 1970));
        try {
            return LocalDate.of(year, field(ChronoField.MONTH_OF_YEAR, 1), field(ChronoField.DAY_OF_MONTH, 1));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("there is no such date", impossible);
        }
    }

    LocalTime time() {
        LocalTime time = fields.query(TemporalQueries.localTime());
        if (time != null) {
            return time.truncatedTo(ChronoUnit.MILLIS);
        }
        int hour = field(ChronoField.HOUR_OF_DAY, field(ChronoField.HOUR_OF_AMPM, 0));
        int nanos = field(ChronoField.NANO_OF_SECOND, field(ChronoField.MILLI_OF_SECOND, 0) * 1_000_000);
        return LocalTime.of(hour, field(ChronoField.MINUTE_OF_HOUR, 0), field(ChronoField.SECOND_OF_MINUTE, 0), nanos)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The date.
     *
     * @throws IllegalArgumentException when the pattern has fields of a time of day
     */
    LocalDate onlyDate() {
        for (ChronoField field : FIELDS) {
            if (field.isTimeBased() && fields.isSupported(field)) {
                throw new IllegalArgumentException("a date has no " + field + "; leave it out of the pattern");
            }
        }
        return date();
    }

    /**
     * The time of day.
     *
     * @throws IllegalArgumentException when the pattern has fields of a date
     */
    LocalTime onlyTime() {
        for (ChronoField field : FIELDS) {
            if (field.isDateBased() && fields.isSupported(field)) {
                throw new IllegalArgumentException("a time has no " + field + "; leave it out of the pattern");
            }
        }
        return time();
    }

    private int field(ChronoField field, int otherwise) {
        return fields.isSupported(field) ? fields.get(field) : otherwise;
    }
}
