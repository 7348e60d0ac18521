package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans table functions: their elements become columns before the rest of SELECT is computed. */
final class ExplodePlanner {

    private final Typing typing;
    private final NodeIds ids;
    private final Calls calls;

    ExplodePlanner(Typing typing, NodeIds ids) {
        this.typing = typing;
        this.ids = ids;
        this.calls = new Calls(typing);
    }

    /** The rows with the elements, and the columns of SELECT over these. */
    record Exploded(Input input, List<SelectColumn> columns) {}

    Exploded plan(Query query, Input input, List<SelectColumn> selected) {
        Map<FunctionCall, String> functions = functions(input, selected);
        if (functions.isEmpty()) {
            return new Exploded(input, selected);
        }
        refuse(query, input, functions.keySet().iterator().next());
        Schema before = input.node().schema();
        List<Column> values = new ArrayList<>(before.value());
        List<Named> named = new ArrayList<>();
        functions.forEach((call, name) -> {
            named.add(new Named(name, call));
            values.add(new Column(name, typing.element(call, before)));
        });
        Schema schema = new Schema(before.key(), values, before.headers(), before.windowed());
        PlanNode node = new PlanNode.Explode(ids.next("explode"), input.node(), named, schema);
        List<SelectColumn> columns = selected.stream()
                .map(column -> column.withExpression(ExpressionTree.replace(
                        column.expression(),
                        part -> part instanceof FunctionCall call && functions.containsKey(call)
                                ? PlainColumns.reference(functions.get(call))
                                : null)))
                .toList();
        return new Exploded(input.withNode(node), columns);
    }

    private Map<FunctionCall, String> functions(Input input, List<SelectColumn> selected) {
        FreshNames fresh = new FreshNames(
                input.node().schema().columns().stream().map(Column::name).toList());
        Map<FunctionCall, String> functions = new LinkedHashMap<>();
        for (SelectColumn column : selected) {
            for (FunctionCall call : calls.outermost(column.expression(), FunctionKind.TABLE)) {
                calls.refuseNested(call, FunctionKind.TABLE, "table");
                calls.refuseNested(call, FunctionKind.AGGREGATE, "aggregate");
                functions.computeIfAbsent(call, unnamed -> fresh.takeNumbered("ELEMENT_"));
            }
        }
        return functions;
    }

    private static void refuse(Query query, Input input, FunctionCall call) {
        if (input.isTable()) {
            throw new SqlException(
                    call.position(),
                    "The table function " + call.name() + " needs a stream: a table has one row for each key.");
        }
        if (!query.groupBy().isEmpty()) {
            throw new SqlException(
                    call.position(),
                    "The table function " + call.name() + " cannot stand beside GROUP BY. Select it in a sub-query or a"
                            + " stream of its own, and group that.");
        }
    }
}
