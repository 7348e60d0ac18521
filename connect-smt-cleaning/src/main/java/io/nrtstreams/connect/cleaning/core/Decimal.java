package io.nrtstreams.connect.cleaning.core;

import org.jspecify.annotations.Nullable;

/**
 * A decimal number as it was written: {@code digits * 10^exponent}, negated where {@code negative}.
 *
 * @param digits the first 18 significant digits
 * @param exponent the power of ten, saturated far outside what any number type holds
 * @param exact false where digits other than 0 were left out
 */
record Decimal(boolean negative, long digits, int exponent, boolean exact) {
    private static final long FULL = 100_000_000_000_000_000L;
    private static final int FARTHEST_EXPONENT = 100_000;

    /** Reads {@code [+-] digits [. digits] [e [+-] digits]}, with digits on either side of the point; else null. */
    static @Nullable Decimal scan(String text, int from, int to) {
        int at = from;
        boolean negative = at < to && text.charAt(at) == '-';
        if (negative || (at < to && text.charAt(at) == '+')) {
            at++;
        }
        long digits = 0;
        int exponent = 0;
        int seen = 0;
        boolean fraction = false;
        boolean exact = true;
        for (; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit == '.' - '0' && !fraction) {
                fraction = true;
                continue;
            }
            if (digit < 0 || digit > 9) {
                break;
            }
            seen++;
            if (digits < FULL) {
                digits = digits * 10 + digit;
                exponent -= fraction ? 1 : 0;
            } else {
                exact &= digit == 0;
                exponent += fraction ? 0 : 1;
            }
        }
        if (seen == 0) {
            return null;
        }
        if (at == to) {
            return new Decimal(negative, digits, exponent, exact);
        }
        int written = exponent(text, at, to);
        return written == Integer.MIN_VALUE ? null : new Decimal(negative, digits, exponent + written, exact);
    }

    /** Reads {@code e [+-] digits} up to {@code to}; {@link Integer#MIN_VALUE} where it is something else. */
    private static int exponent(String text, int from, int to) {
        if ((text.charAt(from) | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        int at = from + 1;
        boolean negative = at < to && text.charAt(at) == '-';
        if (negative || (at < to && text.charAt(at) == '+')) {
            at++;
        }
        if (at == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(exponent * 10 + digit, FARTHEST_EXPONENT);
        }
        return negative ? -exponent : exponent;
    }
}
