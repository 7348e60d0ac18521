package io.nrtstreams.connect.cleaning.rules;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Rewrites text, and leaves alone what is not text. */
record TextOperation(UnaryOperator<String> rewrite) implements Pure {
    static final TextOperation TRIM = new TextOperation(TextOperation::trimmed);
    static final TextOperation COLLAPSE = new TextOperation(TextOperation::collapsed);
    static final TextOperation UPPER = new TextOperation(text -> text.toUpperCase(Locale.ROOT));
    static final TextOperation LOWER = new TextOperation(text -> text.toLowerCase(Locale.ROOT));

    @Override
    public Object apply(Object value) {
        return value instanceof String text ? rewrite.apply(text) : value;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String collapsed(String text) {
        int at = firstToCollapse(text);
        if (at == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length()).append(text, 0, at);
        boolean afterBlank = at > 0 && isBlank(text.charAt(at - 1));
        for (; at < text.length(); at++) {
            boolean blank = isBlank(text.charAt(at));
            if (!blank) {
                result.append(text.charAt(at));
            } else if (!afterBlank) {
                result.append(' ');
            }
            afterBlank = blank;
        }
        return result.toString();
    }

    /** The first blank that is not a space, or follows another blank; the length where there is none. */
    private static int firstToCollapse(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean plain = !isBlank(c) || (c == ' ' && (at == 0 || text.charAt(at - 1) != ' '));
            if (!plain) {
                return at;
            }
        }
        return text.length();
    }

    /** Blanks of every kind, the ones that do not break a line and the byte order mark included. */
    private static boolean isBlank(char c) {
        if (c > ' ' && c < '\u0080') {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
