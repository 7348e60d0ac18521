package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What single tokens stand for: names, strings, positions. */
final class Names {

    private Names() {}

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    static Position position(ParserRuleContext context) {
        return position(context.getStart());
    }

    /** The name that a rule of one token holds: upper case unless quoted. */
    static String name(ParserRuleContext context) {
        return name(context.getStart());
    }

    static String name(Token token) {
        return token.getType() == SqlGrammarLexer.QUOTED
                ? quotedName(token)
                : token.getText().toUpperCase(Locale.ROOT);
    }

    /** The name of something outside, which keeps its case even where it is not quoted. */
    static String rawName(ParserRuleContext context) {
        Token token = context.getStart();
        return switch (token.getType()) {
            case SqlGrammarLexer.QUOTED -> quotedName(token);
            case SqlGrammarLexer.STRING -> string(token);
            default -> token.getText();
        };
    }

    /** A name, or a string that stands for one. */
    static String nameOrString(ParserRuleContext context) {
        Token token = context.getStart();
        return token.getType() == SqlGrammarLexer.STRING ? string(token) : name(token);
    }

    /** The text of a string literal, without the quotes. */
    static String string(Token token) {
        return unquoted(token.getText());
    }

    private static String quotedName(Token token) {
        String name = unquoted(token.getText());
        if (name.isEmpty()) {
            throw new SqlException(position(token), "A quoted name must hold at least one character.");
        }
        return name;
    }

    private static String unquoted(String text) {
        String quote = text.substring(0, 1);
        String inner = text.substring(1, text.length() - 1);
        return inner.contains(quote) ? inner.replace(quote + quote, quote) : inner;
    }
}
