package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import java.util.List;

/**
 * Chains of AND or of OR. A long chain becomes a balanced tree, which means the same and is not deep: programs write
 * conditions of thousands of terms.
 */
final class LogicalChain {

    private static final int LONG = 100;

    private LogicalChain() {}

    static Expression of(LogicalOperator operator, List<Expression> operands) {
        if (operands.size() > LONG) {
            int half = operands.size() / 2;
            return join(
                    operator,
                    of(operator, operands.subList(0, half)),
                    of(operator, operands.subList(half, operands.size())));
        }
        Expression chain = operands.get(0);
        for (Expression operand : operands.subList(1, operands.size())) {
            chain = join(operator, chain, operand);
        }
        return chain;
    }

    private static Expression join(LogicalOperator operator, Expression left, Expression right) {
        return new Expression.Logical(left.position(), operator, left, right);
    }
}
