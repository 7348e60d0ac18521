package io.nrtstreams.connect.s3.format;

import java.math.BigDecimal;

/**
 * Writes numbers as {@link Texts#scalar} has them, without making a text first where that can be avoided: integers, and
 * decimals of few digits, as sensors have them.
 *
 * <p>{@code Double.toString} would take nearly half of the time of a line of readings. Most doubles are the nearest to a
 * decimal of up to six places, and that decimal is then their shortest text: below 10<sup>7</sup> it has up to 13 digits,
 * and doubles tell decimals of up to 15 digits apart. So the double is scaled up, rounded, and scaled down again: the
 * division rounds once, as reading the decimal does. What does not come back is written the long way.
 */
final class Numbers {
    /** Within these bounds the form has no exponent. */
    private static final double LEAST = 1e-3;

    private static final double TOO_LARGE = 1e7;
    private static final int DOUBLE_PLACES = 6;
    private static final int DOUBLE_SCALE = 1_000_000;
    /** Floats tell decimals of up to 6 digits apart. */
    private static final float TOO_LARGE_FLOAT = 1e3f;

    private static final int FLOAT_PLACES = 3;
    private static final int FLOAT_SCALE = 1000;
    /** Most decimals have two places, so most of the zeros go at once. */
    private static final int FOUR_ZEROS = 10_000;

    private Numbers() {}

    /** Appends a number; the infinities and what is none come as Java names them, without quotes. */
    static void write(Utf8Buffer out, Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.integer(number.longValue());
        } else if (number instanceof Double real) {
            write(out, real.doubleValue());
        } else if (number instanceof Float real) {
            write(out, real.floatValue());
        } else if (number instanceof BigDecimal decimal) {
            out.text(Texts.decimal(decimal));
        } else {
            out.text(number.toString());
        }
    }

    private static void write(Utf8Buffer out, double value) {
        double size = Math.abs(value);
        if (size >= LEAST && size < TOO_LARGE) {
            long scaled = (long) (size * DOUBLE_SCALE + 0.5);
            if ((double) scaled / DOUBLE_SCALE == size) {
                sign(out, value);
                decimal(out, scaled / DOUBLE_SCALE, (int) (scaled % DOUBLE_SCALE), DOUBLE_PLACES);
                return;
            }
        }
        out.text(Double.toString(value));
    }

    /**
     * As with doubles. The division is one of doubles and rounds twice, which does no harm: a decimal of three places is
     * further from the middle of two floats than a double is precise.
     */
    private static void write(Utf8Buffer out, float value) {
        float size = Math.abs(value);
        if (size >= LEAST && size < TOO_LARGE_FLOAT) {
            int scaled = (int) ((double) size * FLOAT_SCALE + 0.5);
            if ((float) ((double) scaled / FLOAT_SCALE) == size) {
                sign(out, value);
                decimal(out, scaled / FLOAT_SCALE, scaled % FLOAT_SCALE, FLOAT_PLACES);
                return;
            }
        }
        out.text(Float.toString(value));
    }

    private static void sign(Utf8Buffer out, double value) {
        if (value < 0) {
            out.ascii('-');
        }
    }

    /** At least one place stays, as with {@code Double.toString}. */
    private static void decimal(Utf8Buffer out, long whole, int fraction, int places) {
        int digits = fraction;
        int left = places;
        if (left > 4 && digits % FOUR_ZEROS == 0) {
            digits /= FOUR_ZEROS;
            left -= 4;
        }
        while (left > 1 && digits % 10 == 0) {
            digits /= 10;
            left--;
        }
        out.integer(whole);
        out.ascii('.');
        out.padded(digits, left);
    }
}
