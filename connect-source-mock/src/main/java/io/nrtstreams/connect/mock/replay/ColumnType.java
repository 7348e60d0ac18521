package io.nrtstreams.connect.mock.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Schema;

/** The types a recorded column may have. */
public enum ColumnType {
    STRING,
    INT32,
    INT64,
    FLOAT64,
    BOOLEAN;

    /** Its Connect schema; every column is optional. */
    Schema schema() {
        return switch (this) {
            case STRING -> Schema.OPTIONAL_STRING_SCHEMA;
            case INT32 -> Schema.OPTIONAL_INT32_SCHEMA;
            case INT64 -> Schema.OPTIONAL_INT64_SCHEMA;
            case FLOAT64 -> Schema.OPTIONAL_FLOAT64_SCHEMA;
            case BOOLEAN -> Schema.OPTIONAL_BOOLEAN_SCHEMA;
        };
    }

    /** @throws IllegalArgumentException if {@code text}, which is not empty, is no value of the type */
    Object value(String text) {
        return switch (this) {
            case STRING -> text;
            case INT32 -> Integer.valueOf(text.strip());
            case INT64 -> Long.valueOf(text.strip());
            case FLOAT64 -> decimal(text.strip());
            case BOOLEAN -> truth(text.strip());
        };
    }

    /** The name in a configuration, e.g. {@code float64}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ColumnType parse(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of the types "
                        + Arrays.stream(values()).map(ColumnType::label).collect(Collectors.joining(", "))));
    }

    private static Double decimal(String digits) {
        // Java reads the suffix of its own literals, which no other program writes.
        if (digits.isEmpty() || "dDfF".indexOf(digits.charAt(digits.length() - 1)) >= 0) {
            throw new NumberFormatException("no number");
        }
        return Double.valueOf(digits);
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
