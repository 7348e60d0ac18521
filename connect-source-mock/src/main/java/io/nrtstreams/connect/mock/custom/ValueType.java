package io.nrtstreams.connect.mock.custom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** The types of plain fields, and how generated values become values of them. */
enum ValueType {
    BOOLEAN,
    INT8,
    INT16,
    INT32,
    INT64,
    FLOAT32,
    FLOAT64,
    STRING,
    BYTES,
    TIMESTAMP,
    DATE,
    TIME,
    DECIMAL;

    static final Set<String> LABELS =
            Arrays.stream(values()).map(ValueType::label).collect(Collectors.toUnmodifiableSet());

    private static final long MILLIS_PER_DAY = 86_400_000;

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static ValueType of(String label) {
        return valueOf(label.toUpperCase(java.util.Locale.ROOT));
    }

    /** @param scale of decimals */
    SchemaBuilder schema(int scale) {
        return switch (this) {
            case BOOLEAN -> SchemaBuilder.bool();
            case INT8 -> SchemaBuilder.int8();
            case INT16 -> SchemaBuilder.int16();
            case INT32 -> SchemaBuilder.int32();
            case INT64 -> SchemaBuilder.int64();
            case FLOAT32 -> SchemaBuilder.float32();
            case FLOAT64 -> SchemaBuilder.float64();
            case STRING -> SchemaBuilder.string();
            case BYTES -> SchemaBuilder.bytes();
            case TIMESTAMP -> Timestamp.builder();
            case DATE -> org.apache.kafka.connect.data.Date.builder();
            case TIME -> Time.builder();
            case DECIMAL -> Decimal.builder(scale);
        };
    }

    boolean isNumber() {
        return switch (this) {
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, DECIMAL -> true;
            default -> false;
        };
    }

    /**
     * A generated value as one of this type. Whole numbers are rounded and kept within the type; times are numbers of
     * milliseconds since the epoch, or ISO-8601 texts.
     *
     * @param scale of decimals, and of floats the digits behind the point to round to, below 0 for all
     * @throws IllegalArgumentException if it cannot be one
     */
    @SuppressWarnings("JavaUtilDate") // Connect's own type of times.
    Object of(Object value, int scale) {
        return switch (this) {
            case BOOLEAN -> truth(value);
            case INT8 -> (byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> (int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> within(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT32 -> (float) rounded(number(value).doubleValue(), scale);
            case FLOAT64 -> rounded(number(value).doubleValue(), scale);
            case STRING -> value.toString();
            case BYTES -> value.toString().getBytes(StandardCharsets.UTF_8);
            case TIMESTAMP -> new Date(millis(value));
            case DATE -> new Date(Math.floorDiv(millis(value), MILLIS_PER_DAY) * MILLIS_PER_DAY);
            case TIME -> new Date(Math.floorMod(millis(value), MILLIS_PER_DAY));
            case DECIMAL ->
                BigDecimal.valueOf(number(value).doubleValue()).setScale(Math.max(0, scale), RoundingMode.HALF_EVEN);
        };
    }

    private static Boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        // A text of digits, as a template or an option may give.
        return Double.valueOf(value.toString().strip());
    }

    private static long within(Object value, long least, long most) {
        Number number = number(value);
        long whole = number instanceof Long || number instanceof Integer
                ? number.longValue()
                : Math.round(number.doubleValue());
        return Math.max(least, Math.min(most, whole));
    }

    private static double rounded(double value, int digits) {
        if (digits < 0 || digits > 15) {
            return value;
        }
        double parts = POWERS[digits];
        double scaled = value * parts;
        return Math.abs(scaled) < 1e15 ? Math.rint(scaled) / parts : value;
    }

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static long millis(Object value) {
        return value instanceof Number number
                ? number.longValue()
                : Instant.parse(value.toString()).toEpochMilli();
    }

    /** Whether a constant of a definition can be one; null can be no value of any type. */
    boolean takes(@Nullable Object value, int scale) {
        if (value == null || value instanceof java.util.Map<?, ?> || value instanceof java.util.List<?>) {
            return false;
        }
        try {
            of(value, scale);
            return !isNumber() || this == DECIMAL || value instanceof Boolean || number(value) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
