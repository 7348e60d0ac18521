package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans GROUP BY: the rows by their group, the aggregates of each, and what SELECT and HAVING make of these. */
final class AggregationPlanner {

    private final Typing typing;
    private final NodeIds ids;
    private final Calls calls;

    AggregationPlanner(Typing typing, NodeIds ids) {
        this.typing = typing;
        this.ids = ids;
        this.calls = new Calls(typing);
    }

    /** The groups with the columns of SELECT rewritten over them. */
    record Grouped(Input input, List<SelectColumn> columns) {}

    Grouped plan(Query query, Input input, List<SelectColumn> selected, ResultNames names) {
        Optional<Expression> having = query.having().map(input.names()::plain);
        GroupKeys keys = GroupKeys.of("GROUP BY", query.groupBy(), input, selected, names, typing);
        Map<FunctionCall, String> aggregates = aggregates(input, keys, selected, having);
        if (aggregates.isEmpty()) {
            throw new SqlException(
                    query.position(), "GROUP BY needs an aggregate function in SELECT or HAVING, such as COUNT(*).");
        }
        boolean keyed = input.window().isEmpty() && input.isKeyedBy(keys.expressions());
        Set<String> used = usedColumns(keys, aggregates.keySet());
        GroupKeys inner =
                keyed ? keys.named(input.node().schema().key()) : keys.renamed(taken(used, aggregates.values()));
        Rewriting rewriting = new Rewriting(inner, aggregates);
        PlanNode grouped = keyed ? input.node() : rekey(input, inner, used);
        PlanNode node = aggregate(query, grouped, rewriting, keyed);
        if (having.isPresent()) {
            node = having(rewriting, having.get(), node);
        }
        List<SelectColumn> columns = new ArrayList<>();
        selected.forEach(
                column -> columns.add(column.withExpression(rewriting.rewrite(column.expression(), "SELECT"))));
        return new Grouped(
                new Input(
                        node,
                        input.names(),
                        inner.overResult(),
                        query.window().map(window -> WindowRules.keyWindow(window.shape())),
                        input.leading()),
                columns);
    }

    private Map<FunctionCall, String> aggregates(
            Input input, GroupKeys keys, List<SelectColumn> selected, Optional<Expression> having) {
        List<Expression> all = new ArrayList<>();
        selected.forEach(column -> all.add(column.expression()));
        having.ifPresent(all::add);
        Set<String> taken = new LinkedHashSet<>();
        keys.columns().forEach(column -> taken.add(column.name()));
        input.node().schema().columns().forEach(column -> taken.add(column.name()));
        FreshNames fresh = new FreshNames(taken);
        Map<FunctionCall, String> names = new LinkedHashMap<>();
        for (Expression expression : all) {
            for (FunctionCall call : calls.outermost(expression, FunctionKind.AGGREGATE)) {
                calls.refuseNested(call, FunctionKind.AGGREGATE, "aggregate");
                calls.refuseNested(call, FunctionKind.TABLE, "table");
                refuseWindowBounds(call, input);
                names.computeIfAbsent(call, unnamed -> fresh.takeNumbered("AGGREGATE_"));
            }
        }
        return names;
    }

    private static void refuseWindowBounds(FunctionCall call, Input input) {
        for (ColumnReference column : ExpressionTree.columns(call)) {
            if (PseudoColumns.isWindowBound(column.name())
                    && !input.node().schema().windowed()) {
                throw new SqlException(
                        column.position(),
                        column.name() + " is not known before rows are grouped, so it cannot be an argument of "
                                + call.name() + ".");
            }
        }
    }

    /** The columns that aggregates need and the group's key does not hold. */
    private static Set<String> usedColumns(GroupKeys keys, Set<FunctionCall> aggregates) {
        Set<String> used = new LinkedHashSet<>();
        for (FunctionCall call : aggregates) {
            for (ColumnReference column : ExpressionTree.columns(call)) {
                if (!keys.expressions().contains(column)) {
                    used.add(column.name());
                }
            }
        }
        return used;
    }

    private static FreshNames taken(Set<String> used, Collection<String> aggregates) {
        Set<String> taken = new LinkedHashSet<>(used);
        taken.addAll(aggregates);
        return new FreshNames(taken);
    }

    /** The rows by their group, with the columns that the aggregates need. */
    private PlanNode rekey(Input input, GroupKeys keys, Set<String> used) {
        Schema before = input.node().schema();
        List<Column> values = before.columns().stream()
                .filter(column -> used.contains(column.name()))
                .toList();
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < keys.columns().size(); i++) {
            named.add(new Named(keys.columns().get(i).name(), keys.expressions().get(i)));
        }
        return new PlanNode.Rekey(
                ids.next("group"),
                input.node(),
                named,
                PlainColumns.copies(values),
                true,
                Schema.of(keys.columns(), values));
    }

    private PlanNode aggregate(Query query, PlanNode grouped, Rewriting rewriting, boolean keyed) {
        List<Named> named = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        rewriting.aggregates().forEach((call, name) -> {
            FunctionCall over = keyed ? call : rewriting.overGroups(call);
            named.add(new Named(name, over));
            columns.add(new Column(name, typing.aggregate(over, grouped.schema(), grouped.isTable())));
        });
        Schema schema = Schema.of(rewriting.keys().columns(), columns)
                .withWindowed(query.window().isPresent());
        return new PlanNode.Aggregate(
                ids.next("aggregate"),
                grouped,
                List.of(),
                named,
                query.window(),
                query.emit().orElse(Query.Emit.CHANGES),
                schema);
    }

    private PlanNode having(Rewriting rewriting, Expression having, PlanNode node) {
        Expression condition = rewriting.rewrite(having, "HAVING");
        Conditions.requireBoolean(typing, condition, node.schema(), "HAVING", having.position());
        return new PlanNode.Filter(ids.next("having"), node, condition);
    }

    /** Puts columns of the aggregation in place of group expressions and of calls of aggregate functions. */
    private record Rewriting(GroupKeys keys, Map<FunctionCall, String> aggregates) {

        /** A call over rows that have the group's key, and grouped columns nowhere else. */
        FunctionCall overGroups(FunctionCall call) {
            return (FunctionCall)
                    ExpressionTree.replace(call, part -> part instanceof ColumnReference column ? keyOf(column) : null);
        }

        private @Nullable Expression keyOf(Expression part) {
            int key = keys.expressions().indexOf(part);
            return key < 0
                    ? null
                    : PlainColumns.reference(keys.columns().get(key).name());
        }

        Expression rewrite(Expression expression, String clause) {
            return ExpressionTree.replace(expression, part -> {
                @Nullable Expression key = keyOf(part);
                if (key != null) {
                    return key;
                }
                if (part instanceof FunctionCall call && aggregates.containsKey(call)) {
                    return PlainColumns.reference(aggregates.get(call));
                }
                if (part instanceof ColumnReference column && !PseudoColumns.isWindowBound(column.name())) {
                    throw new SqlException(
                            column.position(),
                            "The column " + column.name() + " in " + clause
                                    + " is neither grouped nor aggregated. Add it to"
                                    + " GROUP BY, or take one of its values, such as LATEST_BY_OFFSET(" + column.name()
                                    + ").");
                }
                return null;
            });
        }
    }
}
