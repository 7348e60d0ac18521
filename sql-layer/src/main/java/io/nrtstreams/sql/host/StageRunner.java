package io.nrtstreams.sql.host;

import io.nrtstreams.sql.operator.KeyedOperator;
import io.nrtstreams.sql.operator.OperatorContext;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.InMemoryState;
import io.nrtstreams.sql.state.StateKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stage's operator at work, with state in memory. */
final class StageRunner implements OperatorContext {

    private final KeyedOperator operator;
    private final InMemoryState state;
    private final CurrentPartition partition;
    private final boolean mixed;
    private final RowSink output;
    private final Map<Integer, Clock> clocks = new HashMap<>();
    private Clock clock = new Clock(0);
    private @Nullable StateKey key;

    /**
     * A stage at its start.
     *
     * @param mixed whether rows left their partitions on the way here, so that one clock counts for all
     */
    StageRunner(
            KeyedOperator operator, InMemoryState state, CurrentPartition partition, boolean mixed, RowSink output) {
        this.operator = operator;
        this.state = state;
        this.partition = partition;
        this.mixed = mixed;
        this.output = output;
        clocks.put(0, clock);
    }

    RowSink side(int side) {
        return row -> process(side, row);
    }

    private void process(int side, Row row) {
        int id = mixed ? 0 : partition.number();
        if (clock.id() != id) {
            clock = clocks.computeIfAbsent(id, Clock::new);
        }
        if (clock.advance(side, row.timestamp())) {
            state.advance(id, clock.streamTime(), this::fire);
        }
        select(StateKey.of(row), id);
        operator.process(side, row, this, output);
    }

    private void select(StateKey selected, int id) {
        key = selected;
        state.select(selected, id);
    }

    private void fire(StateKey due, long time) {
        key = due;
        operator.onTimer(time, this, output);
    }

    @Override
    public long streamTime() {
        return clock.streamTime();
    }

    @Override
    public long sideTime(int side) {
        return clock.sideTime(side);
    }

    @Override
    public StateKey key() {
        if (key == null) {
            throw new IllegalStateException("there is no key at hand before the first row");
        }
        return key;
    }
}
