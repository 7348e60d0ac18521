package io.nrtstreams.sql.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Remedies for mistakes that many make, such as habits from other dialects. */
final class Hints {

    private static final String TYPOGRAPHIC_QUOTES = "‘’‚“”„«»´";

    private final List<Token> tokens;
    private final int index;

    /** @param index of the token that is not understood */
    Hints(List<Token> tokens, int index) {
        this.tokens = tokens;
        this.index = index;
    }

    /** A sentence with a leading blank; empty when there is none to give. */
    String sentence() {
        Token found = tokens.get(index);
        return switch (found.getType()) {
            case Token.EOF ->
                openBracket()
                        .map(open -> " The " + open.getText() + " at line " + open.getLine() + ", column "
                                + (open.getCharPositionInLine() + 1) + " is not closed.")
                        .orElse("");
            case SqlGrammarLexer.UNRECOGNIZED -> sign(found.getText().codePointAt(0));
            case SqlGrammarLexer.EQUAL -> before(SqlGrammarLexer.EQUAL) ? " Equality is written =." : "";
            case SqlGrammarLexer.DISTINCT ->
                before(SqlGrammarLexer.OPEN) ? " Different values are counted with COUNT_DISTINCT." : "";
            case SqlGrammarLexer.WITH -> index == 0 ? " A query is named as a sub-query in FROM." : "";
            case SqlGrammarLexer.MINUS ->
                isGlued(index) && isGlued(index + 1) ? " A name with a - in it is written in backticks." : "";
            case SqlGrammarLexer.IDENTIFIER ->
                before(SqlGrammarLexer.EQUAL) ? " A text stands in single quotes." : glued();
            default -> glued();
        };
    }

    private String glued() {
        return before(SqlGrammarLexer.STRING) && isGlued(index) ? " A quote within a string is doubled." : "";
    }

    private static String sign(int character) {
        if (character == '$') {
            return " Variables are written ${name}.";
        }
        if (TYPOGRAPHIC_QUOTES.indexOf(character) >= 0) {
            return " Texts stand in straight single quotes, '…', and names in backticks.";
        }
        return Character.isLetter(character) ? " A name with other letters than A to Z is written in backticks." : "";
    }

    private boolean before(int type) {
        return index > 0 && tokens.get(index - 1).getType() == type;
    }

    /** Whether nothing stands between a token and the one before. */
    private boolean isGlued(int at) {
        return at > 0 && tokens.get(at - 1).getStopIndex() + 1 == tokens.get(at).getStartIndex();
    }

    private Optional<Token> openBracket() {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            switch (token.getType()) {
                case SqlGrammarLexer.OPEN, SqlGrammarLexer.OPEN_SQUARE -> open.push(token);
                case SqlGrammarLexer.CLOSE, SqlGrammarLexer.CLOSE_SQUARE -> open.poll();
                default -> {}
            }
        }
        return Optional.ofNullable(open.peek());
    }
}
