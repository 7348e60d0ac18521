package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.tree.Query;
import java.util.Optional;

/** Answers SELECT without EMIT: look-ups in tables, and beyond them whatever a batch can answer. Thread-safe. */
public interface PullQueries {

    /**
     * Starts to answer.
     *
     * @param text of the statement
     * @throws io.nrtstreams.sql.SqlException when it cannot be answered
     * @throws ServiceException when something else than the statement is at fault
     */
    QueryRun start(Query query, String text, CatalogView view, StatementContext context);

    /**
     * Starts to answer a text that is no statement of ours, but may be one of a dialect that a batch understands.
     *
     * @return empty when it is none of that either
     * @throws io.nrtstreams.sql.SqlException when it is, and cannot be answered
     */
    default Optional<QueryRun> startForeign(String text, CatalogView view, StatementContext context) {
        return Optional.empty();
    }
}
