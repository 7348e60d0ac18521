package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule list into tokens. A text in single quotes may hold anything, a quote within it is written twice. */
final class Lexer {
    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /**
     * The tokens of {@code text}, without an END.
     *
     * @throws TextMistake if a quote is not closed
     */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        while (lexer.skipBlanks()) {
            tokens.add(lexer.next());
        }
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() {
        int column = at + 1;
        return switch (text.charAt(at)) {
            case '|' -> single(Token.Type.BAR, column);
            case '=' -> single(Token.Type.EQUALS, column);
            case '\'' -> quoted(column);
            default -> word(column);
        };
    }

    private Token single(Token.Type type, int column) {
        at++;
        return new Token(type, text.substring(column - 1, at), column);
    }

    private Token word(int column) {
        while (at < text.length() && !endsWord(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Type.WORD, text.substring(column - 1, at), column);
    }

    private static boolean endsWord(char c) {
        return Character.isWhitespace(c) || c == '|' || c == '=' || c == '\'';
    }

    private Token quoted(int column) {
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
                return new Token(Token.Type.QUOTED, content.toString(), column);
            }
        }
        throw new TextMistake(
                column, "expected a closing quote for the one here (a quote within is written twice: '')");
    }
}
