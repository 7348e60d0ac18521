package io.nrtstreams.connect.cleaning.core;

import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** The types a field can be declared to have or be converted to. */
public enum ScalarType {
    STRING("text"),
    INT8("a whole number from -128 to 127"),
    INT16("a whole number from -32768 to 32767"),
    INT32("a whole number that fits int32"),
    INT64("a whole number that fits int64"),
    FLOAT32("a number that fits float32"),
    FLOAT64("a number that fits float64"),
    BOOLEAN("true or false, yes or no, 1 or 0"),
    TIMESTAMP("a time, by ISO 8601 or as a number since 1970");

    private final String expected;

    ScalarType(String expected) {
        this.expected = expected;
    }

    /** The name in a configuration, which is Connect's own in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all types. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ScalarType::label).toList();
    }

    /** The type called {@code label}, or null. */
    public static @Nullable ScalarType named(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    /** The type of a plain schema or of Connect's timestamp, or null where it is logical otherwise or not a scalar. */
    public static @Nullable ScalarType of(Schema schema) {
        if (Timestamp.LOGICAL_NAME.equals(schema.name())) {
            return TIMESTAMP;
        }
        return schema.name() == null ? named(schema.type().getName()) : null;
    }

    /** What a value must be to have this type, in words. */
    public String expected() {
        return expected;
    }

    /** A schema of the type, not built yet. */
    public SchemaBuilder builder() {
        return this == TIMESTAMP ? Timestamp.builder() : new SchemaBuilder(Schema.Type.valueOf(name()));
    }

    /**
     * Reads the text between two positions. Whole numbers may be written {@code 1e3} and {@code 12.0}, but are never
     * rounded; floating-point numbers are the nearest ones, and never infinite.
     *
     * @return the value, or null where the text is not of this type
     */
    public @Nullable Object read(String text, int from, int to) {
        return switch (this) {
            case STRING -> text.substring(from, to);
            case FLOAT32 -> Numbers.float32(text, from, to);
            case FLOAT64 -> Numbers.float64(text, from, to);
            case BOOLEAN -> truth(text, from, to);
            case TIMESTAMP -> date(Instants.ofText(text.substring(from, to)));
            case INT8, INT16, INT32, INT64 -> narrowed(Numbers.whole(text, from, to, least(), most()));
        };
    }

    /**
     * Converts a value without silent loss: a fraction is not cut off, a number out of range is not wrapped, and text
     * that is no truth value is not false.
     *
     * @return the value, the same object where it has the type already, or an {@link Unfit}
     */
    public Object convert(Object value) {
        if (value instanceof String text) {
            return this == STRING ? text : orUnfit(read(text, 0, text.length()));
        } else if (value instanceof Number number) {
            return convertNumber(number);
        } else if (value instanceof Boolean) {
            return this == BOOLEAN ? value : this == STRING ? value.toString() : Unfit.KIND;
        } else if (value instanceof Date date) {
            return convertTime(date);
        }
        return Unfit.KIND;
    }

    /** A time is text by ISO 8601 in UTC, and an int64 of milliseconds since 1970. */
    private Object convertTime(Date date) {
        return switch (this) {
            case TIMESTAMP -> date;
            case INT64 -> LogicalTimes.millis(date);
            case STRING -> LogicalTimes.instant(date).toString();
            default -> Unfit.KIND;
        };
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private Object convertNumber(Number number) {
        return switch (this) {
            case STRING -> number.toString();
            case FLOAT32 -> number instanceof Float f && Float.isFinite(f) ? number : finite(number.floatValue());
            case FLOAT64 -> number instanceof Double d && Double.isFinite(d) ? number : finite(number.doubleValue());
            case BOOLEAN ->
                orUnfit(truth(number.toString(), 0, number.toString().length()));
            case TIMESTAMP -> orUnfit(date(Instants.ofNumber(number)));
            case INT8, INT16, INT32, INT64 -> convertToWhole(number);
        };
    }

    /**
     * Converts as {@link #convert} does, but makes a whole number of a fraction by rounding.
     *
     * @return the value, or an {@link Unfit}
     */
    public Object round(Object value, RoundingMode rounding) {
        Object converted = convert(value);
        if (converted != Unfit.VALUE || !isWhole()) {
            return converted;
        }
        BigDecimal fraction = fraction(value);
        return fraction == null ? Unfit.VALUE : convert(fraction.setScale(0, rounding));
    }

    /** Whether it is one of whole numbers. */
    public boolean isWhole() {
        return this == INT8 || this == INT16 || this == INT32 || this == INT64;
    }

    private static @Nullable BigDecimal fraction(Object value) {
        String text = value.toString();
        Double size = Numbers.float64(text, 0, text.length());
        // Beyond int64 nothing fits; much smaller or longer ones could cost time and memory without bound.
        if (size == null || Math.abs(size) >= 1e19 || text.length() > 400) {
            return null;
        }
        boolean tiny = Math.abs(size) < 1e-300;
        return tiny ? BigDecimal.valueOf(Math.signum(size) * 1e-300) : new BigDecimal(text);
    }

    private Object convertToWhole(Number number) {
        boolean same = (this == INT32 && number instanceof Integer) || (this == INT64 && number instanceof Long);
        if (same) {
            return number;
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            long whole = number.longValue();
            return whole < least() || whole > most() ? Unfit.VALUE : orUnfit(narrowed(whole));
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p63;
            return whole ? convertToWhole((long) value) : Unfit.VALUE;
        }
        // Every other number (BigDecimal, BigInteger) prints itself in full, and text is read without loss.
        String text = number.toString();
        return orUnfit(read(text, 0, text.length()));
    }

    private static Object finite(float value) {
        return Float.isFinite(value) ? (Object) value : Unfit.VALUE;
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : Unfit.VALUE;
    }

    private static Object orUnfit(@Nullable Object value) {
        return value == null ? Unfit.VALUE : value;
    }

    private @Nullable Object narrowed(@Nullable Long whole) {
        if (whole == null) {
            return null;
        }
        return switch (this) {
            case INT8 -> whole.byteValue();
            case INT16 -> whole.shortValue();
            case INT32 -> whole.intValue();
            default -> whole;
        };
    }

    private long least() {
        return switch (this) {
            case INT8 -> Byte.MIN_VALUE;
            case INT16 -> Short.MIN_VALUE;
            case INT32 -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private long most() {
        return switch (this) {
            case INT8 -> Byte.MAX_VALUE;
            case INT16 -> Short.MAX_VALUE;
            case INT32 -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static @Nullable Boolean truth(String text, int from, int to) {
        if (is(text, from, to, "true") || is(text, from, to, "yes") || is(text, from, to, "1")) {
            return Boolean.TRUE;
        }
        boolean no = is(text, from, to, "false") || is(text, from, to, "no") || is(text, from, to, "0");
        return no ? Boolean.FALSE : null;
    }

    private static boolean is(String text, int from, int to, String word) {
        return to - from == word.length() && text.regionMatches(true, from, word, 0, word.length());
    }
}
