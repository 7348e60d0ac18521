package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.PullQueries;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.SessionProperty;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Query;
import java.util.Optional;

/**
 * Hands to Spark what is more than a look-up, unless the session's property {@value SessionProperty#BEYOND} forbids it.
 *
 * @param queries is not closed with this
 */
public record SparkPulls(AdHocQueries queries) implements PullQueries {

    @Override
    public QueryRun start(Query query, String text, CatalogView view, StatementContext context) {
        if (!isAllowed(context)) {
            throw new SqlException(
                    query.position(),
                    "This is more than a look-up in a table, and " + SessionProperty.BEYOND
                            + " keeps Spark from answering it. SET it to true.");
        }
        return queries.start(text, view.catalog());
    }

    @Override
    public Optional<QueryRun> startForeign(String text, CatalogView view, StatementContext context) {
        return isAllowed(context) && queries.isSelect(text)
                ? Optional.of(queries.start(text, view.catalog()))
                : Optional.empty();
    }

    private static boolean isAllowed(StatementContext context) {
        return Boolean.parseBoolean(context.properties().getOrDefault(SessionProperty.BEYOND, "true"));
    }
}
