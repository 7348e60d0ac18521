package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.jspecify.annotations.Nullable;

/**
 * How single values are written as text, the same in JSON, CSV and paths.
 *
 * <p>Dates are {@code 2026-11-22}, times {@code 10:15:30.000}, timestamps {@code 2026-11-22T10:15:30.000Z} (ISO-8601,
 * UTC, milliseconds), decimals plain ({@code 0.10}), bytes Base64 (RFC 4648, section 4).
 */
public final class Texts {
    private static final DateTimeFormatter TIMESTAMP =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    /** Beyond this a plain decimal would be mostly zeros, a billion of them in the worst case. */
    private static final int LARGEST_PLAIN_SCALE = 1000;

    private Texts() {}

    /** A timestamp in milliseconds of the epoch. */
    public static String timestamp(long epochMillis) {
        return TIMESTAMP.format(Instant.ofEpochMilli(epochMillis));
    }

    /** A date, time or timestamp by the name of its schema; a {@link Date} without one is a timestamp. */
    public static String date(Date value, @Nullable Schema schema) {
        String name = schema == null ? null : schema.name();
        Instant instant = LogicalTimes.instant(value);
        if (org.apache.kafka.connect.data.Date.LOGICAL_NAME.equals(name)) {
            return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        if (Time.LOGICAL_NAME.equals(name)) {
            return TIME.format(LocalTime.ofInstant(instant, ZoneOffset.UTC));
        }
        return TIMESTAMP.format(instant);
    }

    /** A decimal without an exponent, unless it has over a thousand digits before or after the point. */
    public static String decimal(BigDecimal value) {
        return Math.abs(value.scale()) > LARGEST_PLAIN_SCALE ? value.toString() : value.toPlainString();
    }

    /** A byte array or buffer, whose position stays as it is. */
    public static String base64(Object bytes) {
        if (bytes instanceof byte[] array) {
            return Base64.getEncoder().encodeToString(array);
        }
        ByteBuffer buffer = ((ByteBuffer) bytes).duplicate();
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }

    /**
     * A single value as text.
     *
     * @return null where the value is a list, a map, a struct, or of a type Connect does not know
     */
    public static @Nullable String scalar(Object value, @Nullable Schema schema) {
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (value instanceof Date date) {
            return date(date, schema);
        }
        if (value instanceof byte[] || value instanceof ByteBuffer) {
            return base64(value);
        }
        boolean plain = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof java.util.UUID;
        return plain ? value.toString() : null;
    }
}
