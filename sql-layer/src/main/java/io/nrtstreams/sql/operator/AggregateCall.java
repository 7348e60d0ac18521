package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.row.Row;
import org.jspecify.annotations.Nullable;

/** An aggregate function and its arguments; a row with which it fails is logged and left out of it. */
record AggregateCall(String step, String name, Aggregation aggregation, Calculation arguments, QueryLog log) {

    @Nullable Object add(@Nullable Object state, Row row) {
        try {
            return aggregation.add(state, arguments.apply(row));
        } catch (RuntimeException e) {
            log.failed(step, row.origin(), name, e);
            return state;
        }
    }

    @Nullable Object undo(@Nullable Object state, Row row) {
        try {
            return aggregation.undo(state, arguments.apply(row));
        } catch (RuntimeException e) {
            log.failed(step, row.origin(), name, e);
            return state;
        }
    }
}
