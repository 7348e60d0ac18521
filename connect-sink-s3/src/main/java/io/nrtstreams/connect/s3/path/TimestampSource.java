package io.nrtstreams.connect.s3.path;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.format.BadRecordException;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where {@code {timestamp:…}} takes its time from. Always from the record, never from a clock: a record that is read
 * again must get the same path, or it would be stored twice.
 */
public sealed interface TimestampSource {
    /** The record has no time. */
    long NONE = Long.MIN_VALUE;

    /**
     * The record's time in milliseconds of the epoch, or {@link #NONE}.
     *
     * @param zone of a text without an offset
     * @throws BadRecordException if what the record has is no time
     */
    long epochMillis(SinkRecord record, ZoneId zone);

    /**
     * Reads {@code record} or {@code field:<path>}.
     *
     * @param reader how the field's value is read
     * @throws IllegalArgumentException if the text is neither; the message says what was expected
     */
    static TimestampSource parse(String text, TimeReader reader) {
        String trimmed = text.trim();
        if (trimmed.equalsIgnoreCase("record")) {
            return new OfRecord();
        }
        if (trimmed.toLowerCase(Locale.ROOT).startsWith("field:")) {
            String path = trimmed.substring("field:".length()).trim();
            return new OfField(FieldPath.parse(path), reader);
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
        public long epochMillis(SinkRecord record, ZoneId zone) {
            Long timestamp = record.timestamp();
            return timestamp == null || timestamp < 0 ? NONE : timestamp;
        }
    }

    /** A field of the value. */
    record OfField(FieldPath path, TimeReader reader) implements TimestampSource {
        @Override
        public long epochMillis(SinkRecord record, ZoneId zone) {
            Object value = path.read(record.value());
            if (value == null) {
                return NONE;
            }
            try {
                return reader.epochMillis(value, zone);
            } catch (IllegalArgumentException e) {
                throw new BadRecordException(
                        "the field " + path + " of timestamp.source is no time: " + e.getMessage());
            }
        }
    }
}
