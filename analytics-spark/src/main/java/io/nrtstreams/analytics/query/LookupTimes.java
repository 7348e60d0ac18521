package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.TemporalText;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.Comparison;
import io.nrtstreams.sql.tree.Expression.Logical;
import io.nrtstreams.sql.tree.Expression.Not;
import java.util.Set;

/** Times of windows and rows that a condition writes as texts, such as {@code WINDOWSTART >= '2026-11-22T06:00:00'}. */
final class LookupTimes {

    private static final Set<String> TIMES = Set.of("WINDOWSTART", "WINDOWEND", "ROWTIME");

    private LookupTimes() {}

    /** The condition with milliseconds since the epoch in the place of these texts. */
    static Expression inMillis(Expression condition) {
        if (condition instanceof Logical logical) {
            return new Logical(
                    logical.position(), logical.operator(), inMillis(logical.left()), inMillis(logical.right()));
        } else if (condition instanceof Not not) {
            return new Not(not.position(), inMillis(not.operand()));
        } else if (condition instanceof Comparison comparison) {
            return new Comparison(
                    comparison.position(),
                    comparison.operator(),
                    isTime(comparison.right()) ? millis(comparison.left()) : comparison.left(),
                    isTime(comparison.left()) ? millis(comparison.right()) : comparison.right());
        }
        return condition;
    }

    private static boolean isTime(Expression expression) {
        return expression instanceof Expression.ColumnReference reference && TIMES.contains(reference.name());
    }

    private static Expression millis(Expression expression) {
        if (expression instanceof Expression.Literal literal && literal.value() instanceof String text) {
            try {
                return new Expression.Literal(
                        literal.position(), TemporalText.timestamp(text).toEpochMilli());
            } catch (IllegalArgumentException e) {
                throw new SqlException(
                        literal.position(), "'" + text + "' is no time. Write one as '2026-11-22T06:00:00.000Z'.");
            }
        }
        return expression;
    }
}
