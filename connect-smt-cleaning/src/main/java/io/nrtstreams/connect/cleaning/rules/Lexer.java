package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.TextScanner;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule list into tokens. A text in single quotes may hold anything, a quote within it is written twice. */
final class Lexer {
    private Lexer() {}

    /**
     * The tokens of {@code text}, without an END.
     *
     * @throws TextMistake if a quote is not closed
     */
    static List<Token> tokens(String text) {
        TextScanner scanner = new TextScanner(text);
        List<Token> tokens = new ArrayList<>();
        while (scanner.skipBlanks()) {
            tokens.add(next(scanner));
        }
        return tokens;
    }

    private static Token next(TextScanner scanner) {
        int column = scanner.column();
        if (scanner.accept("|")) {
            return new Token(Token.Type.BAR, "|", column);
        } else if (scanner.accept("=")) {
            return new Token(Token.Type.EQUALS, "=", column);
        }
        return scanner.peek(0) == '\''
                ? new Token(Token.Type.QUOTED, scanner.takeQuoted(), column)
                : new Token(Token.Type.WORD, scanner.takeWhile(c -> !endsWord(c)), column);
    }

    private static boolean endsWord(int c) {
        return Character.isWhitespace(c) || c == '|' || c == '=' || c == '\'';
    }
}
