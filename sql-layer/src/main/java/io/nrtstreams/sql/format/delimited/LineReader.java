package io.nrtstreams.sql.format.delimited;

import io.nrtstreams.sql.format.DecodeException;

/**
 * Splits a line into fields. A field that begins with a quote ends with one, and may hold delimiters and line ends; a quote
 * in it is doubled. Elsewhere a quote is a character like others, and so is white space.
 */
final class LineReader {

    private static final char QUOTE = '"';

    private final char delimiter;
    private String line = "";
    private int at;
    private boolean ended;
    private String field = "";

    LineReader(char delimiter) {
        this.delimiter = delimiter;
    }

    void start(String text) {
        line = text;
        at = 0;
        ended = false;
    }

    String field() {
        return field;
    }

    /** Reads the next field; false when there is none. */
    boolean next() throws DecodeException {
        if (ended) {
            return false;
        }
        field = at < line.length() && line.charAt(at) == QUOTE ? quoted() : plain();
        if (at < line.length() && line.charAt(at) == delimiter) {
            at++;
        } else {
            ended = true;
            expectEnd();
        }
        return true;
    }

    private String plain() {
        int start = at;
        while (at < line.length() && line.charAt(at) != delimiter && !isLineEnd(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private String quoted() throws DecodeException {
        int start = at + 1;
        int end = line.indexOf(QUOTE, start);
        boolean doubled = false;
        while (end >= 0 && end + 1 < line.length() && line.charAt(end + 1) == QUOTE) {
            doubled = true;
            end = line.indexOf(QUOTE, end + 2);
        }
        if (end < 0) {
            throw new DecodeException("a quoted field does not end");
        }
        at = end + 1;
        while (at < line.length() && line.charAt(at) != delimiter && isBlank(line.charAt(at))) {
            at++;
        }
        if (at < line.length() && line.charAt(at) != delimiter && !isLineEnd(line.charAt(at))) {
            throw new DecodeException("there is text between the end of a quoted field and the delimiter");
        }
        String text = line.substring(start, end);
        return doubled ? text.replace("\"\"", "\"") : text;
    }

    private void expectEnd() throws DecodeException {
        while (at < line.length()) {
            if (!isLineEnd(line.charAt(at++))) {
                throw new DecodeException("there is more than one line");
            }
        }
    }

    private static boolean isLineEnd(char next) {
        return next == '\n' || next == '\r';
    }

    private static boolean isBlank(char next) {
        return next == ' ' || next == '\t';
    }
}
