package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression whose failures are logged and give null. Thread-safe. */
public final class SafeExpression {

    private final TypedExpression expression;
    private final String text;
    private final ProcessingLog log;
    private final String queryId;
    private final String step;

    /**
     * A safe expression.
     *
     * @param text what the expression is for, such as the column it fills; for the log
     * @param step the plan's node
     */
    public SafeExpression(TypedExpression expression, String text, ProcessingLog log, String queryId, String step) {
        this.text = text;
        this.log = log;
        this.queryId = queryId;
        this.step = step;
        this.expression = expression.reporting(this::add);
    }

    public Optional<SqlType> type() {
        return expression.type();
    }

    /** The value; null, and an entry in the log, when it cannot be computed. */
    public @Nullable Object evaluate(Row row) {
        try {
            return expression.evaluate(row);
        } catch (RuntimeException e) {
            add(row, e);
            return null;
        }
    }

    /** Whether the value is TRUE, as conditions ask; a failure is logged and is not. */
    public boolean isTrue(Row row) {
        return evaluate(row) instanceof Boolean truth && truth;
    }

    private void add(Row row, RuntimeException failure) {
        log.add(new ProcessingLog.Entry(
                queryId, step, ProcessingLog.Kind.EXPRESSION, row.origin(), text + ": " + FailureReason.of(failure)));
    }
}
