package io.nrtstreams.connect.cleaning.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Rewrites text, and leaves alone what is not text. */
record TextOperation(UnaryOperator<String> rewrite) implements Pure {
    static final TextOperation TRIM = new TextOperation(TextOperation::trimmed);
    static final TextOperation COLLAPSE = new TextOperation(TextOperation::collapsed);
    static final TextOperation UPPER = new TextOperation(text -> text.toUpperCase(Locale.ROOT));
    static final TextOperation LOWER = new TextOperation(text -> text.toLowerCase(Locale.ROOT));

    static final TextOperation CAPITALIZE = new TextOperation(TextOperation::capitalized);
    static final TextOperation NFC = new TextOperation(TextOperation::composed);
    static final TextOperation STRIP_CONTROL = new TextOperation(TextOperation::stripped);

    /** Below it every character is its own composed form. */
    private static final char FIRST_COMBINING = '\u0300';

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

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        int title = Character.toTitleCase(first);
        return first == title
                ? text
                : new StringBuilder(text.length())
                        .appendCodePoint(title)
                        .append(text, Character.charCount(first), text.length())
                        .toString();
    }

    private static String composed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_COMBINING) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static String stripped(String text) {
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (isControl(point)) {
                StringBuilder result = new StringBuilder(text.length()).append(text, 0, at);
                text.codePoints()
                        .skip(text.codePointCount(0, at))
                        .filter(c -> !isControl(c))
                        .forEach(result::appendCodePoint);
                return result.toString();
            }
            at += Character.charCount(point);
        }
        return text;
    }

    /** The joiners are what some scripts and emoji are written with. */
    private static boolean isControl(int point) {
        if (point >= ' ' && point < 0x7F) {
            return false;
        }
        int type = Character.getType(point);
        boolean joiner = point == 0x200C || point == 0x200D;
        return type == Character.CONTROL || type == Character.SURROGATE || (type == Character.FORMAT && !joiner);
    }
}
