package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.AggregationPlanner.Grouped;
import io.nrtstreams.sql.analysis.ExplodePlanner.Exploded;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Plans one SELECT, clause by clause in the order in which they work: FROM, WHERE, table functions, groups, SELECT. */
final class SelectPlanner {

    private final SourcePlanner sources;
    private final Typing typing;
    private final boolean joinsByEventTime;

    SelectPlanner(SourcePlanner sources, Typing typing, boolean joinsByEventTime) {
        this.sources = sources;
        this.typing = typing;
        this.joinsByEventTime = joinsByEventTime;
    }

    /** A planned SELECT; the input's node gives the result. */
    Input plan(Query written, Purpose purpose, NodeIds ids) {
        Query query = purpose == Purpose.SHOWN ? WholeGroup.of(written, new Calls(typing)) : written;
        QueryRules.check(query, purpose);
        if (!query.unionAll().isEmpty()) {
            return new UnionPlanner(this).plan(query, purpose, ids);
        }
        Input input = new FromPlanner(sources, typing, ids, joinsByEventTime, this::subQuery).plan(query, purpose);
        QueryRules.checkSource(query, input);
        input = filtered(query, input, ids);
        ResultNames results = new ResultNames(input.names());
        Names names =
                query.window().isPresent() ? input.names().withExtra(PseudoColumns.windowBounds()) : input.names();
        List<SelectColumn> columns = new SelectList(
                        input.names(), names, results, typing, input.node().schema())
                .expand(query.select());
        Exploded exploded = new ExplodePlanner(typing, ids).plan(query, input, columns);
        input = exploded.input();
        columns = exploded.columns();
        if (!query.groupBy().isEmpty()) {
            Grouped grouped = new AggregationPlanner(typing, ids).plan(query, input, columns, results);
            return project(query, grouped.input(), grouped.columns(), purpose, ids);
        }
        refuseUngrouped(columns);
        if (!query.partitionBy().isEmpty()) {
            PlanNode node = new PartitionPlanner(typing, ids).plan(query, input, columns, results, purpose);
            return input.withNode(node);
        }
        return query.distinct()
                ? input.withNode(new DistinctPlanner(typing, ids).plan(query, input, columns, purpose))
                : project(query, input, columns, purpose, ids);
    }

    private Input subQuery(Relation.SubQuery relation, NodeIds ids) {
        Input inner = plan(relation.query(), Purpose.NESTED, ids);
        return SourcePlanner.subQuery(relation.alias(), inner.node(), inner);
    }

    private Input filtered(Query query, Input input, NodeIds ids) {
        if (query.where().isEmpty()) {
            return input;
        }
        Expression written = query.where().get();
        new Calls(typing).refuseRowFunctions(written, "WHERE");
        Expression condition = input.names().plain(written);
        Conditions.requireBoolean(typing, condition, input.node().schema(), "WHERE", written.position());
        return input.withNode(new PlanNode.Filter(ids.next("where"), input.node(), condition));
    }

    private void refuseUngrouped(List<SelectColumn> columns) {
        Calls calls = new Calls(typing);
        for (SelectColumn column : columns) {
            for (var call : calls.outermost(column.expression(), FunctionKind.AGGREGATE)) {
                throw new SqlException(
                        call.position(),
                        "The aggregate function " + call.name()
                                + " needs GROUP BY, which says over which rows. To aggregate"
                                + " all rows, group by a constant: SELECT 1 AS K, … GROUP BY 1.");
            }
        }
    }

    private Input project(Query query, Input input, List<SelectColumn> columns, Purpose purpose, NodeIds ids) {
        boolean stream = !input.isTable();
        Projection projection = Projection.of(columns, input.key(), purpose, stream, input.names(), query.position());
        if (purpose == Purpose.SHOWN) {
            projection = projection.withKeysInValue();
        }
        Schema before = input.node().schema();
        boolean windowed = before.windowed() && !projection.keys().isEmpty();
        Schema schema = projection.schema(typing, before, windowed);
        if (projection.keepsKey(input.key())) {
            boolean same =
                    schema.equals(before) && projection.valueExpressions().equals(PlainColumns.copies(before.value()));
            return same
                    ? input
                    : input.withNode(new PlanNode.Project(
                            ids.next("project"), input.node(), projection.valueExpressions(), schema));
        }
        List<Named> keys = new ArrayList<>();
        projection
                .keys()
                .forEach(key -> keys.add(new Named(
                        key.name(), PlainColumns.reference(key.source().column().name()))));
        PlanNode node = new PlanNode.Rekey(
                ids.next("project"), input.node(), keys, projection.valueExpressions(), false, schema);
        return input.withNode(node);
    }
}
