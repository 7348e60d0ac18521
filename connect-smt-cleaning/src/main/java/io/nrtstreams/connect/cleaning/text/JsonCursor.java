package io.nrtstreams.connect.cleaning.text;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON text, with the tokens that can stand there. Nothing throws: what cannot be read is null or false,
 * and {@link #position} is where.
 */
final class JsonCursor {
    enum Dialect {
        STRICT("json"),
        LENIENT("lenient-json");

        private final String label;

        Dialect(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final char END = '\0';

    private final String text;
    private final Dialect dialect;
    private int at;

    JsonCursor(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    String text() {
        return text;
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isLenient() {
        return dialect == Dialect.LENIENT;
    }

    /** Where the cursor is, from 1. */
    int position() {
        return at + 1;
    }

    /** The index of the cursor in the text. */
    int index() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character in hand; NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    /** Skips blanks, then takes {@code wanted} if it is in hand. */
    boolean accept(char wanted) {
        skipBlanks();
        boolean found = peek() == wanted && !atEnd();
        at += found ? 1 : 0;
        return found;
    }

    boolean atQuote() {
        char c = peek();
        return c == '"' || (c == '\'' && isLenient());
    }

    /** Takes {@code name} in quotes, if exactly that is in hand, without copying it. */
    boolean acceptName(String name) {
        int close = at + 1 + name.length();
        boolean found = close < text.length()
                && text.charAt(close) == text.charAt(at)
                && text.startsWith(name, at + 1)
                && name.indexOf('\\') < 0
                && name.indexOf(text.charAt(at)) < 0;
        at = found ? close + 1 : at;
        return found;
    }

    /** Takes the text in quotes at whose opening quote the cursor is; null where it is not closed or not well-formed. */
    @Nullable String text(char quote) {
        int from = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                return text.substring(from, at++);
            }
            if (c == '\\') {
                return escaped(from, quote);
            }
            if (c < ' ' && !isLenient()) {
                return null;
            }
            at++;
        }
        return null;
    }

    private @Nullable String escaped(int from, char quote) {
        JsonEscapes escapes = new JsonEscapes(text, from, at, dialect);
        String content = escapes.readUntil(quote);
        at = escapes.position();
        return content;
    }

    /** Takes a number by the grammar of JSON; returns where it begins, or -1 where it is none. */
    int number() {
        int from = at;
        at += peek() == '-' ? 1 : 0;
        int whole = at;
        if (!digits() || (text.charAt(whole) == '0' && at > whole + 1)) {
            return -1;
        }
        if (peek() == '.') {
            at++;
            if (!digits()) {
                return -1;
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '-' || peek() == '+' ? 1 : 0;
            if (!digits()) {
                return -1;
            }
        }
        return from;
    }

    private boolean digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > from;
    }

    /** Takes a run of letters, which may be empty. */
    String word() {
        int from = at;
        while ((peek() | 0x20) >= 'a' && (peek() | 0x20) <= 'z') {
            at++;
        }
        return text.substring(from, at);
    }
}
