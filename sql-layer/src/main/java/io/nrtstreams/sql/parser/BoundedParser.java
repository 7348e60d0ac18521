package io.nrtstreams.sql.parser;

import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** A parser that gives up at the first error, and where rules are nested so deep that the stack might not do. */
final class BoundedParser extends SqlGrammarParser {

    /** The grammar's longest way from an expression to the one within it is four rules. */
    private static final int MAX_RULES = 4 * Nesting.LIMIT + 50;

    private int rules;

    BoundedParser(List<Token> tokens, PredictionMode mode) {
        super(new CommonTokenStream(new ListTokenSource(tokens)));
        removeErrorListeners();
        setErrorHandler(new BailErrorStrategy());
        getInterpreter().setPredictionMode(mode);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        super.enterRule(context, state, rule);
        deeper();
    }

    @Override
    public void exitRule() {
        rules--;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        super.enterRecursionRule(context, state, rule, precedence);
        deeper();
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        rules--;
        super.unrollRecursionContexts(parent);
    }

    private void deeper() {
        rules++;
        if (rules > MAX_RULES) {
            throw Nesting.tooDeep(getCurrentToken());
        }
    }
}
