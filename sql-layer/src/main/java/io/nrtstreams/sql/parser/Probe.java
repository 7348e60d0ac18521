package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Answers what would become of a refused text if it were written otherwise, by trying. */
final class Probe {

    /** What {@link #errorOf} gives for a text without an error. */
    static final int NONE = Integer.MAX_VALUE;

    private final List<Token> tokens;
    private final Function<SqlGrammarParser, ? extends ParserRuleContext> rule;

    Probe(List<Token> tokens, Function<SqlGrammarParser, ? extends ParserRuleContext> rule) {
        this.tokens = tokens;
        this.rule = rule;
    }

    /** The tokens with the one at an index replaced by one of another kind. */
    Probe with(int index, int type) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(index, token(tokens.get(index), type));
        return new Probe(changed, rule);
    }

    /** The kinds of tokens that could stand at an index after what comes before. */
    IntervalSet expectedAt(int index) {
        IntervalSet expected = new IntervalSet();
        Probe start = upTo(index);
        if (start.with(index, SqlGrammarLexer.IDENTIFIER).errorOf() > index) {
            expected.addAll(Words.ALIASES);
        }
        for (int type = 1; type <= SqlGrammarLexer.VOCABULARY.getMaxTokenType(); type++) {
            if (!expected.contains(type) && start.with(index, type).errorOf() > index) {
                expected.add(type);
            }
        }
        if (start.with(index, Token.EOF).errorOf() == NONE) {
            expected.add(Token.EOF);
        }
        return expected;
    }

    /** Only the tokens up to an index. */
    private Probe upTo(int index) {
        List<Token> start = new ArrayList<>(tokens.subList(0, index + 1));
        start.add(token(tokens.get(index), Token.EOF));
        return new Probe(start, rule);
    }

    private static Token token(Token place, int type) {
        CommonToken token = new CommonToken(place);
        token.setType(type);
        return token;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The index of the first token that is not understood. */
    int errorOf() {
        try {
            ParserRuleContext unused = rule.apply(new BoundedParser(tokens, PredictionMode.SLL));
            return NONE;
        } catch (BoundedParser.Refusal refusal) {
            return refusal.index();
        } catch (SqlException tooDeep) {
            return NONE;
        }
    }
}
