package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.tree.Query;

/** Answers what is no look-up: joins, groups, sorted rows. Thread-safe. */
@FunctionalInterface
public interface BeyondLookups {

    /**
     * Starts to answer.
     *
     * @param text of the statement
     * @throws io.nrtstreams.sql.SqlException when it cannot be answered
     */
    QueryRun start(Query query, String text, CatalogView view, StatementContext context);
}
