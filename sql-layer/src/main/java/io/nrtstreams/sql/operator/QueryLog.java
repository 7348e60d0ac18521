package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.ProcessingLog.Entry;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.expression.SafeExpression;
import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.row.Origin;
import org.jspecify.annotations.Nullable;

/** The processing log as the steps of one query write it. Thread-safe. */
public final class QueryLog {

    private final String queryId;
    private final ProcessingLog log;

    public QueryLog(String queryId, ProcessingLog log) {
        this.queryId = queryId;
        this.log = log;
    }

    public void add(String step, Kind kind, @Nullable Origin origin, String reason) {
        log.add(new Entry(queryId, step, kind, origin, reason));
    }

    SafeExpression safe(String step, String what, TypedExpression expression) {
        return new SafeExpression(expression, what, log, queryId, step);
    }

    void skipped(String step, @Nullable Origin origin, String reason) {
        add(step, Kind.SKIPPED, origin, reason);
    }

    void failed(String step, @Nullable Origin origin, String what, RuntimeException failure) {
        add(step, Kind.EXPRESSION, origin, what + ": " + reason(failure));
    }

    /** The message where it cannot hold a value of the record, else the kind of failure only. */
    private static String reason(RuntimeException failure) {
        if (failure instanceof SqlException problem) {
            return problem.problem();
        }
        String kind = failure.getClass().getSimpleName();
        return failure instanceof ArithmeticException ? kind + " " + failure.getMessage() : kind;
    }
}
