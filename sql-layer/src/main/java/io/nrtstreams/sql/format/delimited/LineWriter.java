package io.nrtstreams.sql.format.delimited;

import org.jspecify.annotations.Nullable;

/**
 * Joins fields to a line, quoted where commons-csv quotes, so that equal keys are equal bytes in topics that others write:
 * where a delimiter, a quote or the end of a line is in the field, where it begins with a character up to '#' or ends with
 * one up to the blank; the first field of a line also where it is empty or does not begin with a letter or digit of ASCII.
 */
final class LineWriter {

    private final char delimiter;
    private final StringBuilder line = new StringBuilder();
    private boolean first;

    LineWriter(char delimiter) {
        this.delimiter = delimiter;
    }

    void start() {
        line.setLength(0);
        first = true;
    }

    /** Writes a field; nothing for null. */
    void field(@Nullable String text) {
        if (!first) {
            line.append(delimiter);
        }
        if (text != null) {
            if (isQuoted(text)) {
                line.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else {
                line.append(text);
            }
        }
        first = false;
    }

    private boolean isQuoted(String text) {
        if (text.isEmpty()) {
            return first;
        }
        char start = text.charAt(0);
        if (start <= '#' || (first && !isAsciiLetterOrDigit(start)) || text.charAt(text.length() - 1) <= ' ') {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == delimiter || next == '"' || next == '\n' || next == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsciiLetterOrDigit(char next) {
        return (next >= '0' && next <= '9') || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
    }

    String finish() {
        return line.toString();
    }
}
