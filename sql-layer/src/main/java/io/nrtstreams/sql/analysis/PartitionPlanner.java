package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Expression.Literal;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Plans PARTITION BY, which gives a stream another key, or none. */
final class PartitionPlanner {

    private final Typing typing;
    private final NodeIds ids;

    PartitionPlanner(Typing typing, NodeIds ids) {
        this.typing = typing;
        this.ids = ids;
    }

    PlanNode plan(Query query, Input input, List<SelectColumn> selected, ResultNames names, Purpose purpose) {
        if (input.isTable()) {
            throw new SqlException(
                    query.position(),
                    "A table has its primary key and cannot be partitioned by another. Use GROUP BY with an aggregate.");
        }
        GroupKeys keys = isNull(query.partitionBy())
                ? new GroupKeys(List.of(), List.of())
                : GroupKeys.of("PARTITION BY", query.partitionBy(), input, selected, names, typing);
        boolean sameKey = input.isKeyedBy(keys.expressions());
        if (input.window().isPresent() && !sameKey) {
            throw new SqlException(
                    query.position(),
                    "The keys of this stream are windowed, so it cannot be partitioned by anything else. Leave PARTITION BY"
                            + " out.");
        }
        List<SelectColumn> columns = inOrder(keys, input, selected);
        Projection projection =
                Projection.of(columns, keys.overInput(), purpose, true, input.names(), query.position());
        List<Named> named = new ArrayList<>();
        projection
                .keys()
                .forEach(key ->
                        named.add(new Named(key.name(), key.source().named().get(0))));
        Schema schema = projection.schema(
                typing, input.node().schema(), input.node().schema().windowed());
        if (sameKey && projection.keepsKey(keys.overInput())) {
            return new PlanNode.Project(ids.next("project"), input.node(), projection.valueExpressions(), schema);
        }
        return new PlanNode.Rekey(
                ids.next("partition"), input.node(), named, projection.valueExpressions(), false, schema);
    }

    private static boolean isNull(List<Expression> expressions) {
        return expressions.size() == 1 && expressions.get(0) instanceof Literal literal && literal.value() == null;
    }

    /** What {@code *} gives stands in the order of the new rows: the new key, the value, the columns of the key before. */
    private static List<SelectColumn> inOrder(GroupKeys keys, Input input, List<SelectColumn> selected) {
        int first = 0;
        while (first < selected.size() && !selected.get(first).fromStar()) {
            first++;
        }
        if (first == selected.size()) {
            return selected;
        }
        List<SelectColumn> stars =
                selected.stream().filter(SelectColumn::fromStar).toList();
        List<SelectColumn> ordered = new ArrayList<>(selected);
        ordered.removeAll(stars);
        List<SelectColumn> expanded = new ArrayList<>();
        for (int i = 0; i < keys.columns().size(); i++) {
            Expression expression = keys.expressions().get(i);
            boolean written =
                    ordered.stream().anyMatch(column -> column.expression().equals(expression));
            if (!written) {
                expanded.add(new SelectColumn(
                        stars.get(0).position(),
                        expression,
                        keys.columns().get(i).name(),
                        true));
            }
        }
        List<SelectColumn> others = stars.stream()
                .filter(column -> !keys.expressions().contains(column.expression()))
                .toList();
        others.stream().filter(column -> !isKey(input, column)).forEach(expanded::add);
        others.stream().filter(column -> isKey(input, column)).forEach(expanded::add);
        ordered.addAll(first, expanded);
        return ordered;
    }

    private static boolean isKey(Input input, SelectColumn column) {
        return column.expression() instanceof ColumnReference reference
                && input.key().stream().map(KeyColumn::column).map(Column::name).anyMatch(reference.name()::equals);
    }
}
