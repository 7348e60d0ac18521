package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.row.Row;

/** A condition on a row; one that fails is logged and not met. */
record Condition(String step, TypedExpression expression, QueryLog log) {

    boolean isMet(Row row) {
        try {
            return Boolean.TRUE.equals(expression.evaluate(row));
        } catch (RuntimeException e) {
            log.failed(step, row.origin(), "the condition", e);
            return false;
        }
    }
}
