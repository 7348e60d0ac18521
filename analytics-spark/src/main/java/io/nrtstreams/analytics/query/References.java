package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import java.util.ArrayList;
import java.util.List;

/** The columns that the comparisons of a condition name. */
final class References {

    private References() {}

    static List<ColumnReference> in(Expression condition) {
        List<ColumnReference> found = new ArrayList<>();
        collect(condition, found);
        return found;
    }

    private static void collect(Expression expression, List<ColumnReference> found) {
        if (expression instanceof ColumnReference reference) {
            found.add(reference);
        } else if (expression instanceof Expression.Logical logical) {
            collect(logical.left(), found);
            collect(logical.right(), found);
        } else if (expression instanceof Expression.Not not) {
            collect(not.operand(), found);
        } else if (expression instanceof Expression.Comparison comparison) {
            collect(comparison.left(), found);
            collect(comparison.right(), found);
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            collect(arithmetic.left(), found);
            collect(arithmetic.right(), found);
        } else if (expression instanceof Expression.In in) {
            collect(in.operand(), found);
        } else if (expression instanceof Expression.Between between) {
            collect(between.operand(), found);
        } else if (expression instanceof Expression.IsNull isNull) {
            collect(isNull.operand(), found);
        } else if (expression instanceof Expression.FunctionCall call) {
            call.arguments().forEach(argument -> collect(argument, found));
        }
    }
}
