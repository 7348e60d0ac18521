package io.nrtstreams.connect.mock.replay;

import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Timestamp;

/** The types without parts. */
@SuppressWarnings("JavaUtilDate") // Connect's own type of times.
enum PlainType implements ColumnType.OfText {
    STRING,
    INT8,
    INT16,
    INT32,
    INT64,
    FLOAT32,
    FLOAT64,
    BOOLEAN,
    /** A moment, in milliseconds. */
    TIMESTAMP,
    /** A day. */
    DATE;

    private static final Schema OPTIONAL_TIMESTAMP =
            Timestamp.builder().optional().build();
    private static final Schema OPTIONAL_DATE = Date.builder().optional().build();

    @Override
    public Schema schema() {
        return switch (this) {
            case STRING -> Schema.OPTIONAL_STRING_SCHEMA;
            case INT8 -> Schema.OPTIONAL_INT8_SCHEMA;
            case INT16 -> Schema.OPTIONAL_INT16_SCHEMA;
            case INT32 -> Schema.OPTIONAL_INT32_SCHEMA;
            case INT64 -> Schema.OPTIONAL_INT64_SCHEMA;
            case FLOAT32 -> Schema.OPTIONAL_FLOAT32_SCHEMA;
            case FLOAT64 -> Schema.OPTIONAL_FLOAT64_SCHEMA;
            case BOOLEAN -> Schema.OPTIONAL_BOOLEAN_SCHEMA;
            case TIMESTAMP -> OPTIONAL_TIMESTAMP;
            case DATE -> OPTIONAL_DATE;
        };
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Object value(String text, TimeTexts times) {
        return switch (this) {
            case STRING -> text;
            case INT8 -> Byte.valueOf(text.strip());
            case INT16 -> Short.valueOf(text.strip());
            case INT32 -> Integer.valueOf(text.strip());
            case INT64 -> Long.valueOf(text.strip());
            case FLOAT32 -> Float.valueOf(decimal(text.strip()));
            case FLOAT64 -> Double.valueOf(decimal(text.strip()));
            case BOOLEAN -> truth(text.strip());
            case TIMESTAMP -> new java.util.Date(Math.floorDiv(times.micros(text.strip()), 1_000L));
            case DATE ->
                java.util.Date.from(
                        times.date(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        };
    }

    private static String decimal(String digits) {
        // Java reads the suffixes of its own literals, which no other program writes, and hexadecimal ones.
        if (digits.isEmpty() || "dDfF".indexOf(digits.charAt(digits.length() - 1)) >= 0 || digits.indexOf('x') >= 0) {
            throw new NumberFormatException("no number");
        }
        return digits;
    }

    private static Boolean truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        if (text.equalsIgnoreCase("false")) {
            return Boolean.FALSE;
        }
        throw new IllegalArgumentException("neither true nor false");
    }
}
