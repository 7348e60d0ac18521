package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;

/** How tightly the operators of the grammar bind, the loosest first. */
enum Precedence {
    OR,
    AND,
    NOT,
    PREDICATE,
    SUM,
    PRODUCT,
    SIGN,
    PRIMARY;

    static Precedence of(Expression expression) {
        if (expression instanceof Expression.Logical logical) {
            return logical.operator() == LogicalOperator.OR ? OR : AND;
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return arithmetic.operator() == ArithmeticOperator.ADD
                            || arithmetic.operator() == ArithmeticOperator.SUBTRACT
                    ? SUM
                    : PRODUCT;
        }
        if (expression instanceof Expression.Not) {
            return NOT;
        }
        if (expression instanceof Expression.Negation) {
            return SIGN;
        }
        if (expression instanceof Expression.Comparison
                || expression instanceof Expression.IsNull
                || expression instanceof Expression.Between
                || expression instanceof Expression.In
                || expression instanceof Expression.Like) {
            return PREDICATE;
        }
        return expression instanceof Expression.Literal literal && LiteralFormat.isSigned(literal.value())
                ? SIGN
                : PRIMARY;
    }
}
