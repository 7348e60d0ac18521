package io.nrtstreams.sql.conversion;

import io.nrtstreams.sql.type.SqlType.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Numbers and truth values as text, and decimals in the bounds of their types. */
public final class NumberText {

    private static final String NO_DOUBLE = "the text is no DOUBLE";

    private NumberText() {}

    /** True for a beginning of {@code true} or {@code yes}, false for one of {@code false} or {@code no}; case aside. */
    public static Optional<Boolean> bool(String text) {
        String lower = text.trim().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return Optional.empty();
        } else if ("true".startsWith(lower) || "yes".startsWith(lower)) {
            return Optional.of(true);
        }
        return "false".startsWith(lower) || "no".startsWith(lower) ? Optional.of(false) : Optional.empty();
    }

    /**
     * Reads an integer.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static int integer(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the text is no INTEGER");
        }
    }

    /**
     * Reads a BIGINT.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static long bigint(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the text is no BIGINT");
        }
    }

    /**
     * Reads a DOUBLE; Java's endings such as {@code 1d} are none.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static double number(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || "dDfF".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
            throw new IllegalArgumentException(NO_DOUBLE);
        }
        try {
            return Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NO_DOUBLE);
        }
    }

    /**
     * Reads a decimal, rounded to the type's scale.
     *
     * @throws IllegalArgumentException when it is none
     * @throws ArithmeticException when it has too many digits
     */
    public static BigDecimal decimal(String text, Decimal type) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the text is no DECIMAL");
        }
        return fit(number, type);
    }

    /**
     * The number rounded half up to the type's scale.
     *
     * @throws ArithmeticException when it has too many digits
     */
    public static BigDecimal fit(BigDecimal number, Decimal type) {
        BigDecimal scaled =
                number.scale() == type.scale() ? number : number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (scaled.precision() > type.precision()) {
            throw new ArithmeticException("the number has more digits than " + type + " holds");
        }
        return scaled;
    }

    /** The decimal type that a constant of this value has. */
    public static Decimal typeOf(BigDecimal number) {
        int scale = Math.max(0, number.scale());
        int whole = Math.max(0, number.precision() - number.scale());
        return new Decimal(Math.max(1, whole + scale), scale);
    }
}
