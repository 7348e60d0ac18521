package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.parser.BoundedParser.Refusal;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Runs the grammar over tokens: fast first, and in the full manner where that finds an error, which may be its own. */
final class Parses {

    private Parses() {}

    static <C extends ParserRuleContext> C parse(List<Token> tokens, Function<SqlGrammarParser, C> rule) {
        Nesting.checkBrackets(tokens);
        try {
            return rule.apply(new BoundedParser(tokens, PredictionMode.SLL));
        } catch (Refusal maybe) {
            return parseFully(tokens, rule);
        }
    }

    private static <C extends ParserRuleContext> C parseFully(List<Token> tokens, Function<SqlGrammarParser, C> rule) {
        try {
            return rule.apply(new BoundedParser(tokens, PredictionMode.LL));
        } catch (Refusal refusal) {
            throw new SyntaxError(tokens, rule).at(refusal.index());
        }
    }
}
