package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a condition into pieces. */
final class Pieces {
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "<>", "!=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%");

    private final String text;
    private int at;

    private Pieces(String text) {
        this.text = text;
    }

    /**
     * The pieces of {@code text}, with an END.
     *
     * @throws TextMistake if a quote is not closed or a character belongs to nothing
     */
    static List<Piece> of(String text) {
        Pieces pieces = new Pieces(text);
        List<Piece> all = new ArrayList<>();
        while (pieces.skipBlanks()) {
            all.add(pieces.next());
        }
        all.add(new Piece(Piece.Type.END, "", text.length() + 1));
        return all;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Piece next() {
        char c = text.charAt(at);
        if (c == '\'') {
            return quoted();
        } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number();
        } else if (c == '`' || Character.isUnicodeIdentifierStart(c) || c == '_') {
            return path();
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Piece(Piece.Type.SYMBOL, symbol, at - symbol.length() + 1);
            }
        }
        throw new TextMistake(at + 1, "expected a field, a value or an operator, found " + c);
    }

    private Piece quoted() {
        int column = at + 1;
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                content.append(c);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                content.append('\'');
                at++;
            } else {
                return new Piece(Piece.Type.TEXT, content.toString(), column);
            }
        }
        throw new TextMistake(
                column, "expected a closing quote for the one here (a quote within is written twice: '')");
    }

    private Piece number() {
        int from = at;
        while (at < text.length() && isOfNumber(from)) {
            at++;
        }
        return new Piece(Piece.Type.NUMBER, text.substring(from, at), from + 1);
    }

    /** Whether the character in hand goes on with the number that began at {@code from}; a sign does after an e. */
    private boolean isOfNumber(int from) {
        char c = text.charAt(at);
        boolean sign = (c == '-' || c == '+') && at > from && (text.charAt(at - 1) | 0x20) == 'e';
        return sign || c == '.' || Character.isLetterOrDigit(c);
    }

    private Piece path() {
        int from = at;
        boolean quoted = false;
        while (at < text.length() && (quoted || isOfPath(text.charAt(at)))) {
            char c = text.charAt(at);
            boolean escaped = quoted && c == '`' && text.charAt(at - 1) == '\\';
            quoted ^= c == '`' && !escaped;
            at++;
        }
        return new Piece(Piece.Type.WORD, text.substring(from, at), from + 1);
    }

    private static boolean isOfPath(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '_' || c == '.' || c == '`' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
