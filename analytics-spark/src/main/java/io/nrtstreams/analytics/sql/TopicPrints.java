package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.tree.Statement;

/** Answers PRINT: rows of one text column. Thread-safe. */
public interface TopicPrints {

    /**
     * Starts to answer.
     *
     * @throws io.nrtstreams.sql.SqlException when there is no such topic
     */
    QueryRun start(Statement.PrintTopic print, StatementContext context);
}
