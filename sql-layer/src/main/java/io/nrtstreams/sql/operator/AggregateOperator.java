package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import org.jspecify.annotations.Nullable;

/**
 * Groups without windows. Each row gives the group's result. Of a table's change the row before is undone and the row applied;
 * a group with nothing left stays, with what its functions come to over nothing. Holds a row for each key.
 */
final class AggregateOperator implements KeyedOperator {

    private final Accumulator accumulator;
    private final boolean keepsBefore;
    private final KeyedState.ValueState groups;

    AggregateOperator(Accumulator accumulator, boolean keepsBefore, KeyedState state) {
        this.accumulator = accumulator;
        this.keepsBefore = keepsBefore;
        this.groups = state.value("groups", accumulator.types());
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        @Nullable Object[] group = groups.get();
        @Nullable Object[] before = group == null || !keepsBefore ? null : accumulator.result(group);
        if (group == null) {
            if (row.value() == null) {
                return;
            }
            group = accumulator.initial(0);
        } else if (row.value() == null && row.before() == null) {
            return;
        } else if (row.before() != null) {
            accumulator.undo(group, row.asBefore());
        }
        if (row.value() != null) {
            accumulator.add(group, row);
        }
        groups.put(group);
        long time = accumulator.time(group);
        output.accept(new Row(row.key(), row.window(), accumulator.result(group), before, time, row.origin()));
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("groups without windows have no timers");
    }

    @Override
    public void startAfter(long number) {
        accumulator.startAfter(number);
    }
}
