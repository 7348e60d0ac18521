package io.nrtstreams.connect.s3.path;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.format.BadRecordException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where {@code {timestamp:…}} takes its time from. Always from the record, never from a clock: a record that is read
 * again must get the same path, or it would be stored twice.
 */
public sealed interface TimestampSource {
    /**
     * The record's time, or empty if it has none.
     *
     * @param zone of a text without an offset
     * @throws BadRecordException if what the record has is no time
     */
    Optional<Instant> read(SinkRecord record, ZoneId zone);

    /**
     * Reads {@code record} or {@code field:<path>}.
     *
     * @throws IllegalArgumentException if the text is neither; the message says what was expected
     */
    static TimestampSource parse(String text) {
        String trimmed = text.trim();
        if (trimmed.equalsIgnoreCase("record")) {
            return new OfRecord();
        }
        if (trimmed.toLowerCase(java.util.Locale.ROOT).startsWith("field:")) {
            return new OfField(
                    FieldPath.parse(trimmed.substring("field:".length()).trim()));
        }
        if (trimmed.equalsIgnoreCase("wallclock")) {
            throw new IllegalArgumentException("a wall clock gives a record that is read again another path, and so"
                    + " stores it twice; use record, or field:<path> for a time in the value");
        }
        throw new IllegalArgumentException("expected record, or field:<path> such as field:event.time");
    }

    /** The timestamp of the Kafka record. */
    record OfRecord() implements TimestampSource {
        @Override
        public Optional<Instant> read(SinkRecord record, ZoneId zone) {
            return Optional.ofNullable(record.timestamp())
                    .filter(millis -> millis >= 0)
                    .map(Instant::ofEpochMilli);
        }
    }

    /**
     * A field of the value: a Connect date or timestamp, a number of milliseconds of the epoch, or ISO-8601 text with
     * or without time and offset.
     */
    record OfField(FieldPath path) implements TimestampSource {
        private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
                .appendPattern("yyyy-MM-dd")
                .optionalStart()
                .appendPattern("['T'][' ']HH:mm[:ss]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("[XXX][X]")
                .toFormatter();

        @Override
        public Optional<Instant> read(SinkRecord record, ZoneId zone) {
            Object value = path.read(record.value());
            if (value == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(toInstant(value, zone));
            } catch (DateTimeException e) {
                throw notATime();
            }
        }

        private Instant toInstant(Object value, ZoneId zone) {
            if (value instanceof Date date) {
                return date.toInstant();
            }
            if (value instanceof Long || value instanceof Integer) {
                return Instant.ofEpochMilli(((Number) value).longValue());
            }
            if (value instanceof String text) {
                return read(text, zone);
            }
            throw notATime();
        }

        private static Instant read(String text, ZoneId zone) {
            TemporalAccessor parsed =
                    ISO.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime moment) {
                return moment.toInstant();
            }
            if (parsed instanceof LocalDateTime local) {
                return local.atZone(zone).toInstant();
            }
            return ((LocalDate) parsed).atStartOfDay(zone).toInstant();
        }

        private BadRecordException notATime() {
            return new BadRecordException(
                    "the field " + path + " of timestamp.source is no time: expected milliseconds of"
                            + " the epoch, a Connect date or timestamp, or text such as 2026-11-22T10:15:30Z");
        }
    }
}
