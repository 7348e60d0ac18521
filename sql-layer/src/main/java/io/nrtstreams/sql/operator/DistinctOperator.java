package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;

/** The first row of each key. Holds a mark for each key. */
final class DistinctOperator implements KeyedOperator {

    private static final Object[] SEEN = {true};

    private final KeyedState.ValueState seen;

    DistinctOperator(KeyedState state) {
        this.seen = state.value("seen", List.of(SqlTypes.BOOLEAN));
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        if (seen.get() == null) {
            seen.put(SEEN);
            output.accept(row);
        }
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("DISTINCT has no timers");
    }
}
