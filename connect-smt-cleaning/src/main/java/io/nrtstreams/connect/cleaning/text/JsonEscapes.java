package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.text.JsonCursor.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rest of a quoted text that has escapes: those of JSON, and in the lenient dialect also Python's
 * {@code \' \a \v \0 \xHH \UHHHHHHHH}. Half a surrogate pair is refused, because no UTF-8 can carry it on.
 */
final class JsonEscapes {
    private final String text;
    private final boolean lenient;
    private final StringBuilder content = new StringBuilder();
    private int at;

    JsonEscapes(String text, int from, int firstEscape, Dialect dialect) {
        this.text = text;
        this.at = firstEscape;
        this.lenient = dialect == Dialect.LENIENT;
        content.append(text, from, firstEscape);
    }

    /** Where reading stopped. */
    int position() {
        return at;
    }

    /** The content up to the closing {@code quote}, which is taken; null where there is none or an escape is wrong. */
    @Nullable String readUntil(char quote) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return hasLoneSurrogate() ? null : content.toString();
            }
            boolean fine = c == '\\' ? escape() : plain(c);
            if (!fine) {
                return null;
            }
        }
        return null;
    }

    private boolean plain(char c) {
        content.append(c);
        at++;
        return c >= ' ' || lenient;
    }

    private boolean escape() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        at += 2;
        return switch (c) {
            case '"', '\\', '/' -> append(c);
            case 'b' -> append('\b');
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case 'u' -> codePoint(4);
            default -> lenient && pythonEscape(c);
        };
    }

    private boolean pythonEscape(char c) {
        return switch (c) {
            case '\'' -> append(c);
            case 'a' -> append('\u0007');
            case 'v' -> append('\u000B');
            case '0' -> append('\0');
            case 'x' -> codePoint(2);
            case 'U' -> codePoint(8);
            default -> false;
        };
    }

    private boolean append(char c) {
        content.append(c);
        return true;
    }

    private boolean codePoint(int digits) {
        if (at + digits > text.length()) {
            return false;
        }
        long value = 0;
        for (int end = at + digits; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0 || text.charAt(at) >= '\u0080') {
                return false;
            }
            value = value * 16 + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            return false;
        }
        content.appendCodePoint((int) value);
        return true;
    }

    private boolean hasLoneSurrogate() {
        return content.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
