package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.InsertPlanner.Insertion;
import io.nrtstreams.sql.analysis.PlannedQuery.SinkTopic;
import io.nrtstreams.sql.analysis.SourceOptions.Place;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Statement.CreateAsSelect;
import io.nrtstreams.sql.tree.Statement.InsertIntoSelect;
import java.util.Map;
import java.util.Optional;

/**
 * Makes plans from queries, and refuses what cannot run with a {@link SqlException} that says why, where and what to write
 * instead. It only reads the catalog: that the sink's name is free is the caller's to see to. Thread-safe as its parts are.
 */
public final class QueryPlanner {

    private final Catalog catalog;
    private final Formats formats;
    private final Map<String, String> properties;
    private final SelectPlanner selects;
    private final Normalization normalization;

    /**
     * A planner over a catalog at one moment.
     *
     * @param properties of the session; those of {@link PlanningProperties} count
     * @throws SqlException when one of them has a value that it cannot have
     */
    public QueryPlanner(Catalog catalog, FunctionRegistry functions, Formats formats, Map<String, String> properties) {
        this.catalog = catalog;
        this.formats = formats;
        this.properties = Map.copyOf(properties);
        this.selects = new SelectPlanner(
                new SourcePlanner(catalog),
                new CompiledTyping(functions, catalog),
                PlanningProperties.joinsByEventTime(properties));
        this.normalization = new Normalization(new TypeResolver(catalog.types()));
    }

    /** The query of CREATE STREAM or TABLE … AS SELECT. */
    public PlannedQuery persistent(CreateAsSelect statement, String queryId) {
        SourceOptions options = SourceOptions.parse(statement.properties(), Place.SINK);
        Input result = plan(statement.query(), Purpose.STORED, new NodeIds());
        Sink sink = new SinkPlanner(formats, properties).plan(statement, options, result);
        SinkTopic topic = new SinkTopic(
                options.partitions().orElse(result.leading().partitions()), options.replicas(), options.retention());
        QueryPlan plan = plan(queryId, result.node(), Optional.of(sink));
        return new PlannedQuery(plan, Optional.of(topic));
    }

    /** The query of INSERT INTO … SELECT. */
    public PlannedQuery insertInto(InsertIntoSelect statement, String queryId) {
        NodeIds ids = new NodeIds();
        InsertPlanner inserts = new InsertPlanner(catalog, ids);
        DataSource target = inserts.target(statement);
        Input result = plan(statement.query(), Purpose.STORED, ids);
        Insertion insertion = inserts.fit(statement, target, result);
        QueryPlan plan = plan(queryId, insertion.node(), Optional.of(insertion.sink()));
        return new PlannedQuery(plan, Optional.empty());
    }

    /** A SELECT with EMIT: its root's value columns are what is shown, in order. */
    public PlannedQuery push(Query query, String queryId) {
        Input result = plan(query, Purpose.SHOWN, new NodeIds());
        QueryPlan plan = plan(queryId, result.node(), Optional.empty());
        return new PlannedQuery(plan, Optional.empty());
    }

    private QueryPlan plan(String queryId, PlanNode result, Optional<Sink> sink) {
        PlanNode root = RowsBefore.remembered(result);
        return new QueryPlan(queryId, root, sink, UsedModels.of(root, catalog.models()));
    }

    private Input plan(Query query, Purpose purpose, NodeIds ids) {
        return selects.plan(normalization.apply(query), purpose, ids);
    }
}
