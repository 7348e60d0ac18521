package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the strings of a JSON text. */
final class JsonStrings {

    private String text = "";

    /** What was read last. */
    String text() {
        return text;
    }

    /** Reads the string at whose opening quote {@code start} is, and gives the place after its closing quote. */
    int read(byte[] bytes, int start) throws DecodeException {
        int first = start + 1;
        int seen = 0;
        for (int i = first; i < bytes.length; i++) {
            byte next = bytes[i];
            if (next == '"') {
                text = seen >= 0
                        ? new String(bytes, first, i - first, StandardCharsets.ISO_8859_1)
                        : utf8(bytes, first, i);
                return i + 1;
            }
            if (next == '\\') {
                return readEscaped(bytes, first, i);
            }
            if (next >= 0 && next < ' ') {
                throw controlCharacter(i);
            }
            seen |= next;
        }
        throw unclosed(start);
    }

    private int readEscaped(byte[] bytes, int first, int firstEscape) throws DecodeException {
        StringBuilder read = new StringBuilder(2 * (firstEscape - first) + 16);
        int from = first;
        int at = firstEscape;
        while (at < bytes.length) {
            byte next = bytes[at];
            if (next == '"') {
                text = read.append(utf8(bytes, from, at)).toString();
                return at + 1;
            }
            if (next == '\\') {
                read.append(utf8(bytes, from, at)).append(escaped(bytes, at + 1));
                at += bytes[at + 1] == 'u' ? 6 : 2;
                from = at;
            } else if (next >= 0 && next < ' ') {
                throw controlCharacter(at);
            } else {
                at++;
            }
        }
        throw unclosed(first - 1);
    }

    /** The place after a string's closing quote; its UTF-8 is not looked at. */
    int skip(byte[] bytes, int start) throws DecodeException {
        int at = start + 1;
        while (at < bytes.length) {
            byte next = bytes[at];
            if (next == '"') {
                return at + 1;
            }
            if (next == '\\') {
                escaped(bytes, at + 1);
                at += bytes[at + 1] == 'u' ? 6 : 2;
            } else if (next >= 0 && next < ' ') {
                throw controlCharacter(at);
            } else {
                at++;
            }
        }
        throw unclosed(start);
    }

    private static char escaped(byte[] bytes, int at) throws DecodeException {
        if (at >= bytes.length) {
            throw unclosed(at);
        }
        return switch (bytes[at]) {
            case '"', '\\', '/' -> (char) bytes[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourHexDigits(bytes, at + 1);
            default -> throw new DecodeException("not JSON, at byte " + at + ": no such escape");
        };
    }

    private static char fourHexDigits(byte[] bytes, int at) throws DecodeException {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < bytes.length && bytes[i] >= 0 ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                throw new DecodeException("not JSON, at byte " + i + ": \\u lacks a hexadecimal digit");
            }
            code = (code << 4) | digit;
        }
        return (char) code;
    }

    private static String utf8(byte[] bytes, int from, int to) throws DecodeException {
        String decoded = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // Malformed input becomes U+FFFD, which may also stand in the text itself.
        if (decoded.indexOf('\uFFFD') >= 0) {
            byte[] again = decoded.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(again, 0, again.length, bytes, from, to)) {
                throw new DecodeException("not JSON: the string that begins at byte " + from + " is not UTF-8");
            }
        }
        return decoded;
    }

    private static DecodeException unclosed(int start) {
        return new DecodeException("not JSON: the string that begins at byte " + start + " does not end");
    }

    private static DecodeException controlCharacter(int at) {
        return new DecodeException("not JSON, at byte " + at + ": a control character must be escaped in a string");
    }
}
