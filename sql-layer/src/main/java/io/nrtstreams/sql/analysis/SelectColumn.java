package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.tree.Position;

/**
 * A column of a result.
 *
 * @param expression over the columns of the plan's node
 * @param fromStar whether {@code *} gave it, so that nobody wrote its name
 */
record SelectColumn(Position position, Expression expression, String name, boolean fromStar) {

    SelectColumn withExpression(Expression other) {
        return new SelectColumn(position, other, name, fromStar);
    }

    /** The expression without AS_VALUE, which only says that a copy of a key column is wanted. */
    Expression value() {
        return withoutAsValue(expression);
    }

    private static Expression withoutAsValue(Expression expression) {
        return ExpressionTree.replace(
                expression,
                part -> part instanceof FunctionCall call
                                && call.name().equals("AS_VALUE")
                                && call.arguments().size() == 1
                        ? withoutAsValue(call.arguments().get(0))
                        : null);
    }
}
