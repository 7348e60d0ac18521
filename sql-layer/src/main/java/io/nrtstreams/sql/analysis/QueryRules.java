package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Emit;

/** Which clauses go together. */
final class QueryRules {

    private QueryRules() {}

    /** What can be told without knowing the sources. */
    static void check(Query query, Purpose purpose) {
        boolean grouped = !query.groupBy().isEmpty();
        if (!query.orderBy().isEmpty()) {
            throw new SqlException(
                    query.orderBy().get(0).expression().position(),
                    "ORDER BY needs an end, and this query has none. Leave it out, or order the result with a pull query,"
                            + " without EMIT.");
        }
        if (query.limit().isPresent() && purpose != Purpose.SHOWN) {
            throw new SqlException(
                    query.position(), "LIMIT is for queries that are shown; what is stored has no end. Leave it out.");
        }
        if (query.window().isPresent() && !grouped) {
            throw new SqlException(
                    query.window().get().position(), "WINDOW goes with GROUP BY: windows part the rows of each group.");
        }
        if (query.having().isPresent() && !grouped) {
            throw new SqlException(
                    query.having().get().position(),
                    "HAVING filters groups and needs GROUP BY. To filter rows, use WHERE.");
        }
        if (grouped && !query.partitionBy().isEmpty()) {
            throw new SqlException(query.position(), "GROUP BY and PARTITION BY both make the key; leave one.");
        }
        if (query.distinct() && (grouped || !query.partitionBy().isEmpty())) {
            throw new SqlException(
                    query.position(), "DISTINCT does not go with GROUP BY or PARTITION BY. Select from a sub-query.");
        }
        if (query.emit().filter(Emit.FINAL::equals).isPresent()
                && query.window().isEmpty()) {
            throw new SqlException(
                    query.position(),
                    "EMIT FINAL waits for the end of windows, and this query has no WINDOW. Use EMIT CHANGES.");
        }
        query.window().ifPresent(WindowRules::check);
    }

    /** What depends on what is read. */
    static void checkSource(Query query, Input input) {
        if (query.window().isPresent() && input.isTable()) {
            throw new SqlException(
                    query.window().get().position(),
                    "WINDOW parts the records of a stream, and a table has only its present rows. Leave it out, or read the"
                            + " table's topic as a stream.");
        }
        if (query.distinct() && input.isTable()) {
            throw new SqlException(
                    query.position(),
                    "DISTINCT is for streams. For the different values of a table's columns, use GROUP BY with COUNT(*).");
        }
    }

    /** Refuses windowed tables for what is stored. */
    static void checkLeaf(Query.Relation relation, Input leaf, Purpose purpose) {
        if (leaf.isTable() && leaf.window().isPresent() && purpose != Purpose.SHOWN) {
            throw new SqlException(
                    relation.position(),
                    "A windowed table cannot be the source of a persistent query. Declare a stream over its topic with the"
                            + " same WINDOW_TYPE and WINDOW_SIZE, and read that.");
        }
    }
}
