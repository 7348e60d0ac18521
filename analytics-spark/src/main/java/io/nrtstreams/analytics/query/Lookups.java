package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.PullQueries;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.tree.Query.SelectItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * SELECT without EMIT: rows of a table from its store, records of a stream from its topic, and beyond one stream or table
 * whatever {@link BeyondLookups} answers. A look-up sees what has come to the table's topic, some milliseconds later.
 * Thread-safe.
 */
public final class Lookups implements PullQueries {

    private final SqlEnvironment environment;
    private final TableStores stores;
    private final TopicQueries topics;
    private final Optional<BeyondLookups> beyond;

    public Lookups(
            SqlEnvironment environment, TableStores stores, TopicQueries topics, Optional<BeyondLookups> beyond) {
        this.environment = environment;
        this.stores = stores;
        this.topics = topics;
        this.beyond = beyond;
    }

    @Override
    public QueryRun start(Query query, String text, CatalogView view, StatementContext context) {
        if (isBeyond(query)) {
            return beyond(query, view).start(query, text, view, context);
        }
        PullPlan plan = PullPlan.of(
                query, view.catalog(), environment.functions(), environment.formats(), context.properties());
        if (!plan.source().isTable()) {
            return topics.untilNow(plan, view);
        }
        TableStore store = store(plan.source(), query, view);
        RowSteps steps = new RowSteps(
                plan.steps(), environment.functions(), view.catalog().types());
        if (plan.keys().isPresent() && plan.keys().get().isEmpty()) {
            return new NoRows(plan.columns());
        }
        return new TableRun(plan, store.rows(plan.keys().orElse(List.of())), steps);
    }

    private boolean isBeyond(Query query) {
        return !(query.from() instanceof Relation.Named)
                || query.distinct()
                || query.window().isPresent()
                || !query.groupBy().isEmpty()
                || !query.partitionBy().isEmpty()
                || query.having().isPresent()
                || !query.unionAll().isEmpty()
                || !query.orderBy().isEmpty()
                || query.select().stream().anyMatch(item -> item instanceof SelectItem.Single single
                        && isAggregate(single.expression()));
    }

    private boolean isAggregate(Expression expression) {
        return expression instanceof Expression.FunctionCall call
                && environment
                        .functions()
                        .describe(call.name())
                        .filter(function -> function.kind() == FunctionKind.AGGREGATE)
                        .isPresent();
    }

    /** Streams have no end, so what takes all rows at once is for tables. */
    private BeyondLookups beyond(Query query, CatalogView view) {
        each(query.from(), named -> view.catalog()
                .source(named.name())
                .filter(source -> !source.isTable())
                .ifPresent(stream -> {
                    throw new SqlException(
                            named.position(),
                            stream.name() + " is a stream: without EMIT CHANGES its records can be selected and"
                                    + " filtered, but not joined, grouped or sorted. Add EMIT CHANGES, or make a table"
                                    + " of it.");
                }));
        return beyond.orElseThrow(() -> new SqlException(
                query.position(),
                "A query without EMIT CHANGES looks rows of one table up: this server answers no joins, groups or sorted"
                        + " rows. Add EMIT CHANGES, or make a table of the query."));
    }

    private static void each(Relation relation, Consumer<Relation.Named> action) {
        if (relation instanceof Relation.Named named) {
            action.accept(named);
        } else if (relation instanceof Relation.Join join) {
            each(join.left(), action);
            each(join.right(), action);
        } else if (relation instanceof Relation.SubQuery sub) {
            each(sub.query().from(), action);
        }
    }

    private TableStore store(DataSource table, Query query, CatalogView view) {
        if (!TableStores.isStored(table, view)) {
            throw new SqlException(
                    query.position(),
                    "The rows of " + table.name() + " are only in its topic, so they cannot be looked up. Declare it with"
                            + " CREATE SOURCE TABLE, or ask a table made of it: CREATE TABLE … AS SELECT * FROM "
                            + table.name() + ".");
        }
        return stores.find(table.name())
                .orElseThrow(() -> new SqlException(
                        query.position(),
                        "The rows of " + table.name() + " are not stored yet. Ask again in a moment; the server's log says"
                                + " if its store cannot be opened."));
    }
}
