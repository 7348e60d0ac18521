package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.math.BigDecimal;
import java.util.Date;

/** How much operations remember at most. */
final class Remembered {
    /** Series, where the rule says nothing else. */
    static final int SERIES = 10_000;

    static final int MOST_SERIES = 10_000_000;

    /** Bytes that a series takes beside its values: its key, a text of 64 characters at most, and its place. */
    static final int SERIES_BYTES = 320;

    /** The longest text that is remembered, in chars. */
    static final int LONGEST_TEXT = 128;

    /** Bytes that the largest value takes, such a text. */
    static final int VALUE_BYTES = 300;

    private static final long MOST_BYTES = 256L << 20;
    private static final int LARGEST_DECIMAL_BITS = 1024;

    private Remembered() {}

    /**
     * Says that a rule does not remember too much.
     *
     * @param remedy what to lower
     * @throws TextMistake if it does
     */
    static void check(int column, int series, long bytesOfEach, String remedy) {
        long bytes = series * bytesOfEach;
        if (bytes > MOST_BYTES) {
            throw new TextMistake(
                    column,
                    "expected to remember at most " + (MOST_BYTES >> 20) + " MB, found up to " + ((bytes >> 20) + 1)
                            + " MB for " + series + " keys; lower " + remedy);
        }
    }

    /** Whether a value is immutable and small, so that it may be held. */
    static boolean holds(Object value) {
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT;
        } else if (value instanceof BigDecimal decimal) {
            return decimal.unscaledValue().bitLength() <= LARGEST_DECIMAL_BITS;
        }
        return value instanceof Double
                || value instanceof Float
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Boolean
                || value instanceof Date;
    }
}
