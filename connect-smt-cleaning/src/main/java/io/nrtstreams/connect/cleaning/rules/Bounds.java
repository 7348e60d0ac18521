package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.IsoTime;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A closed interval of numbers, or of times in milliseconds since 1970; null where a side is open.
 *
 * @param exactLeast the same of numbers, with all the digits that were written
 * @param shown the interval in words, e.g. {@code from 0 to 10}, {@code of at least 0}
 */
record Bounds(
        @Nullable Double least,
        @Nullable Double most,
        @Nullable BigDecimal exactLeast,
        @Nullable BigDecimal exactMost,
        String shown,
        boolean ofTimes) {
    /** Reads bounds of numbers, as {@link #parse} does. */
    static Bounds ofNumbers(Token token) {
        Bounds bounds = parse(token);
        if (bounds.ofTimes) {
            throw new TextMistake(token.column(), "expected bounds of numbers such as 0..100, 0.. or ..100");
        }
        return bounds;
    }

    /**
     * Reads {@code a..b}, {@code a..} or {@code ..b}, of numbers, or of times by ISO 8601.
     *
     * @throws TextMistake if it is neither, or empty
     */
    static Bounds parse(Token token) {
        int dots = token.text().indexOf("..");
        if (token.type() != Token.Type.WORD || dots < 0 || token.text().equals("..")) {
            throw new TextMistake(token.column(), "expected bounds such as 0..100, 0.. or ..100");
        }
        String lower = token.text().substring(0, dots);
        String upper = token.text().substring(dots + 2);
        boolean times = isTime(lower) || isTime(upper);
        boolean both = isTime(lower) == isTime(upper) || lower.isEmpty() || upper.isEmpty();
        if (!both) {
            throw new TextMistake(token.column(), "expected two numbers or two times as bounds");
        }
        Double least = side(lower, token.column());
        Double most = side(upper, token.column() + dots + 2);
        if (least != null && most != null && least > most) {
            throw new TextMistake(token.column(), "expected the lower bound before the upper one");
        }
        return new Bounds(least, most, exact(lower), exact(upper), inWords(lower, upper), times);
    }

    private static boolean isTime(String text) {
        return IsoTime.scan(text) != null;
    }

    private static @Nullable Double side(String text, int column) {
        if (text.isEmpty()) {
            return null;
        }
        IsoTime time = IsoTime.scan(text);
        if (time != null) {
            return (double) time.inUtc().toEpochMilli();
        }
        Object number = new Literal(text, false, column).number();
        if (number instanceof Number bound) {
            return bound.doubleValue();
        }
        throw new TextMistake(column, "expected a number as bound, or a time such as 2000-01-01");
    }

    private static @Nullable BigDecimal exact(String side) {
        Object number = new Literal(side, false, 0).number();
        if (number instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return number instanceof Double other ? BigDecimal.valueOf(other) : null;
    }

    private static String inWords(String lower, String upper) {
        if (lower.isEmpty()) {
            return "of at most " + upper;
        }
        return upper.isEmpty() ? "of at least " + lower : "from " + lower + " to " + upper;
    }

    /** Whether a value lies within; NaN never does. */
    boolean hold(double value) {
        return (least == null || value >= least) && (most == null || value <= most) && !Double.isNaN(value);
    }

    /** The same of a number with more digits than a float64 has. */
    boolean hold(BigDecimal value) {
        return (exactLeast == null || value.compareTo(exactLeast) >= 0)
                && (exactMost == null || value.compareTo(exactMost) <= 0);
    }

    /** The same of a float32, whose 1.1 is somewhat more than a float64's: bounds are what it makes of them. */
    boolean hold(float value) {
        return (least == null || value >= least.floatValue())
                && (most == null || value <= most.floatValue())
                && !Float.isNaN(value);
    }
}
