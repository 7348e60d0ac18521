package io.nrtstreams.analytics.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the report prints them, the same on every machine. */
final class Numbers {
    private Numbers() {}

    /** A count with a comma between thousands. */
    static String count(long value) {
        return format("#,##0").format(value);
    }

    /** About {@code digits} significant digits, thousands with commas, no exponent. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "n/a";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int decimals = Math.max(0, Math.min(8, rounded.stripTrailingZeros().scale()));
        return format("#,##0." + "0".repeat(decimals))
                .format(rounded)
                .replaceFirst("\\.$", "")
                .replaceFirst("^-(0(\\.0*)?)$", "$1");
    }

    /** A share as a percentage with one decimal, e.g. {@code 1.6 %}. */
    static String percent(double share) {
        return format("0.0").format(share * 100) + " %";
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
