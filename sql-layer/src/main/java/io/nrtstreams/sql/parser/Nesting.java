package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Bounds how deep a tree becomes, as all that walks it later does so by recursion: half of a thread's usual stack of 1 MiB
 * is to be enough. What takes more of the stack costs more of the depth.
 */
final class Nesting {

    /** Operations in a row, as in {@code a + b + c}. */
    static final int CHAINED = 1;
    /** Things within brackets, calls, types and the like. */
    static final int ENCLOSED = 3;
    /** Joins in a row. */
    static final int JOINED = 4;
    /** Queries within queries. */
    static final int QUERY = 8;

    private static final int LIMIT = 400;
    /** How many brackets may be open at once. */
    static final int MAX_BRACKETS = LIMIT / ENCLOSED;

    private int depth;

    void enter(Token token, int cost) {
        depth += cost;
        if (depth > LIMIT) {
            throw tooDeep(token);
        }
    }

    void leave(int cost) {
        depth -= cost;
    }

    /** Refuses brackets that are nested too deep, before the parser looks ahead over all of them. */
    static void checkBrackets(List<Token> tokens) {
        int open = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case SqlGrammarLexer.OPEN, SqlGrammarLexer.OPEN_SQUARE -> open++;
                case SqlGrammarLexer.CLOSE, SqlGrammarLexer.CLOSE_SQUARE -> open--;
                default -> {}
            }
            if (open > MAX_BRACKETS) {
                throw tooDeep(token);
            }
        }
    }

    static SqlException tooDeep(Token token) {
        return new SqlException(
                Names.position(token),
                "This goes too deep: at most " + MAX_BRACKETS + " brackets may be nested, " + LIMIT
                        + " operations chained, " + LIMIT / JOINED + " joins put in a row and " + LIMIT / QUERY
                        + " queries nested. Compute parts of it in queries of their own, or list values with IN.");
    }
}
