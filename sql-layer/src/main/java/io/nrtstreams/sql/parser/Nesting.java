package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import org.antlr.v4.runtime.Token;

/** Bounds how deep a tree becomes, as everything that walks it later does so by recursion. */
final class Nesting {

    /** Room for every text a person writes, in a fraction of a thread's usual stack of 1 MiB. */
    static final int LIMIT = 300;

    private int depth;

    void enter(Token token) {
        depth++;
        if (depth > LIMIT) {
            throw tooDeep(token);
        }
    }

    void leave() {
        depth--;
    }

    static SqlException tooDeep(Token token) {
        return new SqlException(
                Names.position(token),
                "More than " + LIMIT + " operations are nested or chained in each other here. Compute parts of it in a "
                        + "query of their own, or list values with IN.");
    }
}
