package io.nrtstreams.sql.parser;

import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** A parser that gives up at the first error, and where rules are nested so deep that the stack might not do. */
final class BoundedParser extends SqlGrammarParser {

    /** The grammar's longest way from an expression to the one within it is four rules. */
    private static final int MAX_RULES = 4 * Nesting.MAX_BRACKETS + 50;

    private int rules;

    BoundedParser(List<Token> tokens, PredictionMode mode) {
        super(new CommonTokenStream(new ListTokenSource(tokens)));
        removeErrorListeners();
        setErrorHandler(new FirstError());
        getInterpreter().setPredictionMode(mode);
    }

    /** There is no text of the grammar that begins with the tokens up to the one of the index. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int index;

        Refusal(Token token) {
            super(null, null, false, false);
            index = token.getTokenIndex();
        }

        int index() {
            return index;
        }
    }

    private static final class FirstError extends DefaultErrorStrategy {

        @Override
        public void recover(Parser parser, RecognitionException error) {
            throw new Refusal(error.getOffendingToken());
        }

        @Override
        public Token recoverInline(Parser parser) {
            throw new Refusal(parser.getCurrentToken());
        }

        @Override
        public void sync(Parser parser) {}
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
