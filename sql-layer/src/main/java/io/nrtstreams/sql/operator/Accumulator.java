package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group comes to, as a row of state: the carried columns of its latest row, what each aggregate remembers, and the
 * latest time of its rows.
 */
final class Accumulator {

    private final Calculation carried;
    private final List<SqlType> carriedTypes;
    private final AggregateCall[] calls;
    private final int time;

    Accumulator(Calculation carried, List<SqlType> carriedTypes, List<AggregateCall> calls) {
        this.carried = carried;
        this.carriedTypes = List.copyOf(carriedTypes);
        this.calls = calls.toArray(AggregateCall[]::new);
        this.time = carried.size() + calls.size();
    }

    /** The types of a row of state, with room for more columns after them. */
    List<SqlType> types(SqlType... more) {
        List<SqlType> types = new ArrayList<>(carriedTypes);
        for (AggregateCall call : calls) {
            types.add(call.aggregation().stateType());
        }
        types.add(SqlTypes.BIGINT);
        types.addAll(List.of(more));
        return types;
    }

    /** Where the columns after the accumulator's own begin. */
    int width() {
        return time + 1;
    }

    /** The state of no rows. */
    @Nullable Object[] initial(int more) {
        @Nullable Object[] state = new @Nullable Object[width() + more];
        for (int i = 0; i < calls.length; i++) {
            state[carried.size() + i] = calls[i].aggregation().initial();
        }
        state[time] = Long.MIN_VALUE;
        return state;
    }

    void add(@Nullable Object[] state, Row row) {
        carried.fill(row, state);
        for (int i = 0; i < calls.length; i++) {
            int at = carried.size() + i;
            state[at] = calls[i].add(state[at], row);
        }
        touch(state, row.timestamp());
    }

    void undo(@Nullable Object[] state, Row row) {
        carried.fill(row, state);
        for (int i = 0; i < calls.length; i++) {
            int at = carried.size() + i;
            state[at] = calls[i].undo(state[at], row);
        }
        touch(state, row.timestamp());
    }

    void startAfter(long number) {
        for (AggregateCall call : calls) {
            call.aggregation().startAfter(number);
        }
    }

    /** Adds a later group's state to an earlier one's. */
    void merge(@Nullable Object[] earlier, @Nullable Object[] later) {
        System.arraycopy(later, 0, earlier, 0, carried.size());
        for (int i = 0; i < calls.length; i++) {
            int at = carried.size() + i;
            earlier[at] = calls[i].aggregation().merge(earlier[at], later[at]);
        }
        touch(earlier, time(later));
    }

    /** The value columns of the result. */
    @Nullable Object[] result(@Nullable Object[] state) {
        @Nullable Object[] value = new @Nullable Object[time];
        System.arraycopy(state, 0, value, 0, carried.size());
        for (int i = 0; i < calls.length; i++) {
            int at = carried.size() + i;
            value[at] = calls[i].aggregation().result(state[at]);
        }
        return value;
    }

    /** The latest time of the group's rows. */
    long time(@Nullable Object[] state) {
        return (Long) state[time];
    }

    private void touch(@Nullable Object[] state, long timestamp) {
        if (timestamp > time(state)) {
            state[time] = timestamp;
        }
    }
}
