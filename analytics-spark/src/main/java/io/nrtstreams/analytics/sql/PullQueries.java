package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.tree.Query;

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
}
