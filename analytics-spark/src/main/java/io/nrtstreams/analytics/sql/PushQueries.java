package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.plan.QueryPlan;
import java.util.OptionalLong;

/** Answers SELECT … EMIT. Thread-safe. */
public interface PushQueries {

    /**
     * Starts to answer.
     *
     * @param limit how many rows are wanted; empty for all that ever come
     * @param context whose properties say where to begin: auto.offset.reset
     * @throws io.nrtstreams.sql.SqlException when it cannot be answered
     * @throws ServiceException when something else than the statement is at fault
     */
    QueryRun start(QueryPlan plan, OptionalLong limit, CatalogView view, StatementContext context);
}
