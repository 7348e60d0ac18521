package io.nrtstreams.analytics.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the report prints them, the same on every machine. */
final class Numbers {
    private static final int MOST_DECIMALS = 8;

    private Numbers() {}

    /** A count with a comma between thousands. */
    static String count(long value) {
        return format("#,##0").format(value);
    }

    /** About {@code digits} significant digits, thousands with commas, at most eight decimals, no exponent. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "n/a";
        }
        BigDecimal shown = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
        return format("#,##0.########").format(shown);
    }

    /** A share as a percentage with one decimal, e.g. {@code 1.6 %}. */
    static String percent(double share) {
        return format("0.0").format(share * 100) + " %";
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
