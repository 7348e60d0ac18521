package io.nrtstreams.connect.cleaning.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers from text: fast where they are written plainly, and without exceptions where they are not numbers.
 *
 * <p>Blanks, grouping, {@code NaN}, {@code Infinity} and hexadecimal are not numbers here.
 */
public final class Numbers {
    /** Powers of ten that a double holds exactly; with digits below 2^53 one operation then rounds correctly. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long EXACT_DIGITS = 1L << 53;

    /** More characters than any sensible spelling of a long has. */
    private static final int LONGEST_EXACT = 100;

    private Numbers() {}

    /** A whole number, also where it is written {@code 1e3} or {@code 12.0}; null where it is none or out of range. */
    static @Nullable Long whole(String text, int from, int to, long least, long most) {
        int first = from < to && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
        if (to - first > 18 || !allDigits(text, first, to)) {
            return wholeDecimal(text, from, to, least, most);
        }
        long digits = 0;
        for (int at = first; at < to; at++) {
            digits = digits * 10 + (text.charAt(at) - '0');
        }
        return within(text.charAt(from) == '-' ? -digits : digits, least, most);
    }

    /** The nearest double; null where the text is no number or its magnitude is beyond a double. */
    static @Nullable Double float64(String text, int from, int to) {
        Decimal decimal = Decimal.scan(text, from, to);
        if (decimal == null) {
            return null;
        }
        int power = Math.abs(decimal.exponent());
        if (decimal.exact() && decimal.digits() <= EXACT_DIGITS && power < EXACT_POWERS.length) {
            double scale = EXACT_POWERS[power];
            double magnitude = decimal.exponent() < 0 ? decimal.digits() / scale : decimal.digits() * scale;
            return decimal.negative() ? -magnitude : magnitude;
        }
        double nearest = Double.parseDouble(text.substring(from, to));
        return Double.isInfinite(nearest) ? null : nearest;
    }

    /** The nearest float; null where the text is no number or its magnitude is beyond a float. */
    static @Nullable Float float32(String text, int from, int to) {
        if (Decimal.scan(text, from, to) == null) {
            return null;
        }
        float nearest = Float.parseFloat(text.substring(from, to));
        return Float.isInfinite(nearest) ? null : nearest;
    }

    private static boolean allDigits(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return from < to;
    }

    private static @Nullable Long wholeDecimal(String text, int from, int to, long least, long most) {
        if (to - from >= 19 && to - from <= 20) {
            Long plain = nineteenDigits(text, from, to);
            if (plain != null) {
                return within(plain, least, most);
            }
        }
        Decimal decimal = Decimal.scan(text, from, to);
        if (decimal == null) {
            return null;
        }
        if (!decimal.exact()) {
            return longDecimal(text, from, to, decimal.exponent(), least, most);
        }
        long digits = decimal.digits();
        int exponent = decimal.exponent();
        for (; exponent < 0 && digits != 0; exponent++) {
            if (digits % 10 != 0) {
                return null;
            }
            digits /= 10;
        }
        for (; exponent > 0 && digits != 0; exponent--) {
            if (digits > Long.MAX_VALUE / 10) {
                return null;
            }
            digits *= 10;
        }
        return within(decimal.negative() ? -digits : digits, least, most);
    }

    /** A number with more digits than {@link Decimal} holds, e.g. {@code 1234567890123456789.00}; well-formed. */
    private static @Nullable Long longDecimal(String text, int from, int to, int exponent, long least, long most) {
        // Without the bounds, a hostile text would cost time in the square of its length, or an exponent overflow.
        if (to - from > LONGEST_EXACT || Math.abs(exponent) > LONGEST_EXACT) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.substring(from, to)).stripTrailingZeros();
        boolean fits = number.scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
        return fits ? within(number.longValue(), least, most) : null;
    }

    /** A plain number of 19 digits, which a long may or may not hold; null where it is not plain or does not fit. */
    private static @Nullable Long nineteenDigits(String text, int from, int to) {
        boolean negative = text.charAt(from) == '-';
        int first = negative || text.charAt(from) == '+' ? from + 1 : from;
        if (to - first != 19 || !allDigits(text, first, to)) {
            return null;
        }
        // Counted down from zero, because the least long has no positive counterpart.
        long digits = 0;
        for (int at = first; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digits < (Long.MIN_VALUE + digit) / 10) {
                return null;
            }
            digits = digits * 10 - digit;
        }
        if (negative) {
            return digits;
        }
        return digits == Long.MIN_VALUE ? null : Long.valueOf(-digits);
    }

    private static @Nullable Long within(long value, long least, long most) {
        return value < least || value > most ? null : Long.valueOf(value);
    }

    /** All digits of a number that may have more than a double; null of any other. */
    public static @Nullable BigDecimal beyondDouble(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        boolean large = number instanceof Long whole && (whole > EXACT_DIGITS || whole < -EXACT_DIGITS);
        return large ? BigDecimal.valueOf(number.longValue()) : null;
    }
}
