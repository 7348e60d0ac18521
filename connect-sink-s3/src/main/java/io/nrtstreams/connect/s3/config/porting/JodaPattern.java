package io.nrtstreams.connect.s3.config.porting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A date pattern of Joda-Time as a path template: texts stand in the template as they are, as values would be escaped,
 * and letters become {@code {timestamp:…}}.
 *
 * @param template for {@code partition.by}
 * @param finest the least time after which the text changes
 */
record JodaPattern(String template, Duration finest) {
    /** Characters that neither a date pattern nor the escaping of values changes: they may stay between letters. */
    private static final String JOINING = "-_.";

    private sealed interface Piece {
        record Letters(String pattern, Duration step) implements Piece {}

        record Text(String text) implements Piece {}
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if something in it has no equal here; the message has the column and the remedy
     */
    static JodaPattern parse(String pattern) {
        List<Piece> pieces = pieces(pattern);
        Duration finest = Duration.ofDays(1);
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Letters letters && letters.step.compareTo(finest) < 0) {
                finest = letters.step;
            }
        }
        return new JodaPattern(template(pieces), finest);
    }

    private static List<Piece> pieces(String pattern) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = isLetter(c) ? endOfLetters(pattern, at) : c == '\'' ? endOfQuoted(pattern, at) : at + 1;
            pieces.add(isLetter(c) ? letters(pattern, at, end) : text(pattern, at, end));
            at = end;
        }
        return pieces;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int endOfLetters(String pattern, int at) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(at)) {
            end++;
        }
        return end;
    }

    /** Behind the closing quote; two quotes in a row within are a quote. */
    private static int endOfQuoted(String pattern, int open) {
        int close = pattern.indexOf('\'', open + 1);
        while (close > open + 1 && close + 1 < pattern.length() && pattern.charAt(close + 1) == '\'') {
            close = pattern.indexOf('\'', close + 2);
        }
        if (close < 0) {
            throw mistake(open, "expected a closing quote for this one");
        }
        return close + 1;
    }

    private static Piece letters(String pattern, int at, int end) {
        char c = pattern.charAt(at);
        try {
            JodaLetter letter = JodaLetter.of(c)
                    .orElseThrow(() -> new IllegalArgumentException(
                            c + " is no letter of a date pattern; a text stands" + " in quotes"));
            return new Piece.Letters(letter.repeated(end - at), letter.step());
        } catch (IllegalArgumentException e) {
            throw mistake(at, String.valueOf(e.getMessage()));
        }
    }

    private static Piece text(String pattern, int at, int end) {
        String raw = pattern.substring(at, end);
        boolean quoted = raw.startsWith("'");
        String text = raw.equals("''")
                ? "'"
                : quoted ? raw.substring(1, raw.length() - 1).replace("''", "'") : raw;
        if (text.chars().anyMatch(c -> c == '{' || c == '}')) {
            throw mistake(at, "a brace cannot stand in a folder here");
        }
        return new Piece.Text(text);
    }

    private static String template(List<Piece> pieces) {
        StringBuilder template = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean inside = piece instanceof Piece.Letters || (open && joins(pieces, i));
            if (inside != open) {
                template.append(inside ? "{timestamp:" : "}");
            }
            template.append(piece instanceof Piece.Letters letters ? letters.pattern : ((Piece.Text) piece).text);
            open = inside;
        }
        return open ? template.append('}').toString() : template.toString();
    }

    /** Whether the text at {@code i} may stand within a date pattern, between two letters. */
    private static boolean joins(List<Piece> pieces, int i) {
        return pieces.get(i) instanceof Piece.Text text
                && text.text.length() == 1
                && JOINING.contains(text.text)
                && i + 1 < pieces.size()
                && pieces.get(i + 1) instanceof Piece.Letters;
    }

    private static IllegalArgumentException mistake(int index, String expected) {
        return new IllegalArgumentException("at column " + (index + 1) + ": " + expected);
    }
}
