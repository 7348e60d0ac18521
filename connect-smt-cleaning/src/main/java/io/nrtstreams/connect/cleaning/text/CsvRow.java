package io.nrtstreams.connect.cleaning.text;

import org.jspecify.annotations.Nullable;

/** The columns of one row, found in one pass over its text without copying any of it. */
final class CsvRow {
    private final String text;
    private final char delimiter;
    private final int end;
    private final int[] from;
    private final int[] to;
    private final boolean[] escaped;
    private int count;

    /**
     * A row.
     *
     * @param expected how many columns are looked at closely; further ones are only counted
     */
    CsvRow(String text, char delimiter, int expected) {
        this.text = text;
        this.delimiter = delimiter;
        this.end = withoutLineEnd(text);
        this.from = new int[expected];
        this.to = new int[expected];
        this.escaped = new boolean[expected];
    }

    /** Finds the columns; returns what is wrong with the row as a whole, or null. */
    @Nullable String split() {
        int at = 0;
        while (true) {
            boolean quoted = at < end && text.charAt(at) == '"';
            int next = quoted ? quotedEnd(at) : plainEnd(at);
            if (next < 0) {
                return mistake(quoted);
            }
            count++;
            if (next == end) {
                return null;
            }
            at = next + 1;
        }
    }

    private static String mistake(boolean quoted) {
        return quoted
                ? "expected a double quote at the end of a quoted column, and the delimiter or the end of the row after it"
                : "expected one row, without double quotes inside a column that is not quoted";
    }

    /** The position of the delimiter or the end after a plain column; -1 where it holds what only quotes allow. */
    private int plainEnd(int start) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c == delimiter) {
                break;
            }
            if (c == '"' || c == '\n' || c == '\r') {
                return -1;
            }
            at++;
        }
        note(start, at, false);
        return at;
    }

    /** The position of the delimiter or the end after a quoted column; -1 where the quote is not closed right. */
    private int quotedEnd(int start) {
        boolean doubled = false;
        int close = text.indexOf('"', start + 1);
        while (close >= 0 && close + 1 < end && text.charAt(close + 1) == '"') {
            doubled = true;
            close = text.indexOf('"', close + 2);
        }
        if (close < 0 || close >= end || (close + 1 < end && text.charAt(close + 1) != delimiter)) {
            return -1;
        }
        note(start + 1, close, doubled);
        return close + 1;
    }

    private void note(int start, int stop, boolean doubled) {
        if (count < from.length) {
            from[count] = start;
            to[count] = stop;
            escaped[count] = doubled;
        }
    }

    private static int withoutLineEnd(String text) {
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\n') {
            length--;
        }
        return length < text.length() && length > 0 && text.charAt(length - 1) == '\r' ? length - 1 : length;
    }

    String text() {
        return text;
    }

    int count() {
        return count;
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    boolean isEmpty(int column) {
        return from[column] == to[column];
    }

    boolean isEscaped(int column) {
        return escaped[column];
    }

    String unescaped(int column) {
        return text.substring(from[column], to[column]).replace("\"\"", "\"");
    }
}
