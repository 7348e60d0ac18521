package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups in tumbling or hopping windows. A window is closed once the stream time has reached its end and the grace after it;
 * rows for it are then left out, and it is forgotten. Holds a row for each key and open window.
 */
final class TimeWindowOperator implements KeyedOperator {

    private final String step;
    private final Accumulator accumulator;
    private final TimeWindows windows;
    private final long grace;
    private final Emission emission;
    private final QueryLog log;
    private final KeyedState.MapState groups;
    private final KeyedState.Timers timers;
    private final int end;

    TimeWindowOperator(
            String step,
            Accumulator accumulator,
            TimeWindows windows,
            long grace,
            Emission emission,
            QueryLog log,
            KeyedState state) {
        this.step = step;
        this.accumulator = accumulator;
        this.windows = windows;
        this.grace = grace;
        this.emission = emission;
        this.log = log;
        this.groups = state.map("windows", SqlTypes.BIGINT, accumulator.types(SqlTypes.BIGINT));
        this.timers = state.timers();
        this.end = accumulator.width();
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        for (Window window : windows.of(row.timestamp())) {
            if (window.end() + grace <= context.streamTime()) {
                log.skipped(step, row.origin(), "the record came after its window and the grace period were over");
            } else {
                add(window, row, output);
            }
        }
    }

    private void add(Window window, Row row, RowSink output) {
        Long start = window.start();
        @Nullable Object[] group = groups.get(start);
        @Nullable Object[] before = group == null || !emission.keepsBefore() ? null : accumulator.result(group);
        if (group == null) {
            group = accumulator.initial(1);
            group[end] = window.end();
            timers.register(window.end() + grace);
        }
        accumulator.add(group, row);
        groups.put(start, group);
        if (!emission.isFinal()) {
            long time = accumulator.time(group);
            output.accept(new Row(row.key(), window, accumulator.result(group), before, time, row.origin()));
        }
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        StateKey key = context.key();
        for (Map.Entry<Object, @Nullable Object[]> entry : groups.range(Long.MIN_VALUE, time - grace)) {
            @Nullable Object[] group = entry.getValue();
            long windowEnd = (Long) group[end];
            if (windowEnd + grace <= time) {
                groups.delete(entry.getKey());
                if (emission.isFinal()) {
                    Window window = new Window((Long) entry.getKey(), windowEnd);
                    Row result = new Row(
                            key.values(), window, accumulator.result(group), null, accumulator.time(group), null);
                    output.accept(result);
                }
            }
        }
    }

    @Override
    public void startAfter(long number) {
        accumulator.startAfter(number);
    }
}
