package io.nrtstreams.connect.mock.output;

import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Values as {@code repr()} of Python 3 prints them (Python library reference, "repr", and the float formatting rule
 * {@code 'r'}: the shortest digits that read back, with an exponent below 1e-4 and from 1e16 on).
 */
final class PythonText {
    private static final int FIRST_EXPONENT_PLACE = 16;
    private static final int LAST_EXPONENT_PLACE = -4;

    private PythonText() {}

    /** Appends what has no entries: a number, a truth value, null, or a time as milliseconds. */
    @SuppressWarnings("JavaUtilDate") // Connect's own type of times.
    static void appendScalar(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("None");
        } else if (value instanceof Double || value instanceof Float) {
            appendFloat(out, ((Number) value).doubleValue());
        } else if (value instanceof Boolean truth) {
            out.append(truth ? "True" : "False");
        } else if (value instanceof Date date) {
            out.append(date.getTime());
        } else {
            out.append(value);
        }
    }

    /** Appends a float: {@code 20.0}, {@code 9.3e-05}, {@code 1e+16}, {@code nan}. */
    static StringBuilder appendFloat(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            return out.append("nan");
        }
        if (value < 0 || 1 / value < 0) {
            out.append('-');
        }
        double size = Math.abs(value);
        if (Double.isInfinite(size)) {
            return out.append("inf");
        }
        if (size == 0) {
            return out.append("0.0");
        }
        ShortestDecimal decimal = ShortestDecimal.of(size);
        return appendDigits(out, Long.toString(decimal.digits()), decimal.exponent());
    }

    private static StringBuilder appendDigits(StringBuilder out, String digits, int exponent) {
        int point = digits.length() + exponent;
        if (point <= LAST_EXPONENT_PLACE || point > FIRST_EXPONENT_PLACE) {
            return appendScientific(out, digits, point - 1);
        }
        if (point <= 0) {
            return out.append("0.").append("0".repeat(-point)).append(digits);
        }
        if (point >= digits.length()) {
            return out.append(digits)
                    .append("0".repeat(point - digits.length()))
                    .append(".0");
        }
        return out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }

    private static StringBuilder appendScientific(StringBuilder out, String digits, int exponent) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append(exponent < 0 ? "e-" : "e+");
        int size = Math.abs(exponent);
        return (size < 10 ? out.append('0') : out).append(size);
    }

    /** Appends a text in single quotes, or in double quotes if it holds a single one and no double one. */
    static StringBuilder appendText(StringBuilder out, String text) {
        if (isPlain(text)) {
            return out.append('\'').append(text).append('\'');
        }
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            appendCharacter(out, c, quote);
            i += Character.charCount(c);
        }
        return out.append(quote);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '\'' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void appendCharacter(StringBuilder out, int c, char quote) {
        if (c == quote || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c >= ' ' && c < 0x7f) {
            out.append((char) c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else {
            appendEscape(out, c);
        }
    }

    private static void appendEscape(StringBuilder out, int c) {
        String hex = Integer.toHexString(c);
        int width = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
        out.append(width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U")
                .append("0".repeat(width - hex.length()))
                .append(hex);
    }

    /** As {@code str.isprintable}: neither "Other" nor "Separator" in the Unicode database, the space aside. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
