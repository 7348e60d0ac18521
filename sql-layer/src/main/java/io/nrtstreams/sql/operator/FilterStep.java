package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.expression.SafeExpression;
import io.nrtstreams.sql.row.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that meet a condition. Of a stream, records without a value are left out. Of a table, a row that stops meeting the
 * condition is deleted; one that never met it is not seen.
 */
final class FilterStep {

    private FilterStep() {}

    static RowSink ofStream(SafeExpression condition, RowSink next) {
        return row -> {
            if (row.value() != null && condition.isTrue(row)) {
                next.accept(row);
            }
        };
    }

    static RowSink ofTable(SafeExpression condition, RowSink next) {
        return row -> {
            @Nullable Object[] value = row.value() != null && condition.isTrue(row) ? row.value() : null;
            @Nullable Object[] before = row.before() != null && condition.isTrue(row.asBefore()) ? row.before() : null;
            if (value != null || before != null) {
                next.accept(new Row(row.key(), row.window(), value, before, row.timestamp(), row.origin()));
            }
        };
    }
}
