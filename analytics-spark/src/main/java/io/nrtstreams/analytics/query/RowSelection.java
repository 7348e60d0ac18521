package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.SafeExpression;
import io.nrtstreams.sql.expression.Scope;
import io.nrtstreams.sql.expression.Scopes;
import io.nrtstreams.sql.plan.PullPlan.ShownColumn;
import io.nrtstreams.sql.plan.PullPlan.TableLookUp;
import io.nrtstreams.sql.row.Row;
import org.jspecify.annotations.Nullable;

/** Which rows are shown, and what of them. Used by one thread. */
final class RowSelection {

    private final @Nullable SafeExpression condition;
    private final SafeExpression[] columns;

    private RowSelection(@Nullable SafeExpression condition, SafeExpression[] columns) {
        this.condition = condition;
        this.columns = columns;
    }

    /**
     * What a look-up shows.
     *
     * @param log is told of expressions that fail, which give null, and in conditions no
     */
    static RowSelection of(TableLookUp plan, ExpressionCompiler compiler, ProcessingLog log) {
        Scope scope = Scopes.of(plan.schema());
        String query = "PULL";
        SafeExpression condition = plan.condition()
                .map(given -> new SafeExpression(compiler.compile(given, scope), "the condition", log, query, "where"))
                .orElse(null);
        SafeExpression[] columns = new SafeExpression[plan.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            ShownColumn column = plan.columns().get(i);
            columns[i] = new SafeExpression(
                    compiler.compile(column.expression(), scope), column.name(), log, query, "select");
        }
        return new RowSelection(condition, columns);
    }

    /** The values shown of a row; null when it is not shown. */
    @Nullable Object @Nullable [] select(Row row) {
        if (condition != null && !condition.isTrue(row)) {
            return null;
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i].evaluate(row);
        }
        return values;
    }
}
