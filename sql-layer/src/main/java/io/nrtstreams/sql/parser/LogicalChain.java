package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import java.util.List;

/**
 * Chains of AND or of OR. A long chain becomes a balanced tree, which means the same and is not deep: programs write
 * conditions of thousands of terms.
 */
final class LogicalChain {

    /** Left as they are, so that most conditions keep the shape of their text. */
    private static final int LONG = 100;
    /** So much less that, written as text and read again, the first part with what follows it is not too long. */
    private static final int PART = 50;

    private LogicalChain() {}

    static Expression of(LogicalOperator operator, List<Expression> operands) {
        return operands.size() > LONG ? balanced(operator, operands) : row(operator, operands);
    }

    private static Expression balanced(LogicalOperator operator, List<Expression> operands) {
        if (operands.size() > PART) {
            int half = operands.size() / 2;
            return join(
                    operator,
                    balanced(operator, operands.subList(0, half)),
                    balanced(operator, operands.subList(half, operands.size())));
        }
        return row(operator, operands);
    }

    private static Expression row(LogicalOperator operator, List<Expression> operands) {
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
