package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import org.jspecify.annotations.Nullable;

/**
 * A value written in a rule.
 *
 * @param text the value without quotes
 * @param quoted whether it was in quotes, and so is text where nothing else says what it is
 * @param column where it stands in the rule list, from 1
 */
record Literal(String text, boolean quoted, int column) {
    /**
     * The value as a field of {@code type} holds it.
     *
     * @throws TextMistake if it is not of that type
     */
    Object as(ScalarType type) {
        Object value = type.read(text, 0, text.length());
        if (value == null) {
            throw new TextMistake(
                    column, "expected " + type.expected() + ", since the field is " + type.label() + " here");
        }
        return value;
    }

    /** The value by its looks: a bare whole number is an int64, a bare number a float64, bare true and false are booleans. */
    Object byLooks() {
        return quoted ? text : firstThatReads(ScalarType.INT64, ScalarType.FLOAT64, ScalarType.BOOLEAN);
    }

    private Object firstThatReads(ScalarType... types) {
        for (ScalarType type : types) {
            Object value = type.read(text, 0, text.length());
            if (value != null) {
                return value;
            }
        }
        return text;
    }

    /** The value as a number, or null where it is none. */
    @Nullable Object number() {
        Object whole = ScalarType.INT64.read(text, 0, text.length());
        return whole != null ? whole : ScalarType.FLOAT64.read(text, 0, text.length());
    }
}
