package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups in sessions: rows of a key no further apart than the gap. A session is from its first to its last row's time; a row
 * that extends or connects sessions deletes them, each at its own end's time, before the new one is given. A session is
 * closed once the stream time is past its end by more than gap and grace; rows for it are then left out, and it is forgotten.
 * Holds a row for each key and open session.
 */
final class SessionOperator implements KeyedOperator {

    private final String step;
    private final Accumulator accumulator;
    private final long gap;
    private final long grace;
    private final Emission emission;
    private final QueryLog log;
    /** By their ends, as rows mostly come near the last one. */
    private final KeyedState.MapState sessions;

    private final KeyedState.Timers timers;
    private final int start;

    SessionOperator(
            String step,
            Accumulator accumulator,
            long gap,
            long grace,
            Emission emission,
            QueryLog log,
            KeyedState state) {
        this.step = step;
        this.accumulator = accumulator;
        this.gap = gap;
        this.grace = grace;
        this.emission = emission;
        this.log = log;
        this.sessions = state.map("sessions", SqlTypes.BIGINT, accumulator.types(SqlTypes.BIGINT));
        this.timers = state.timers();
        this.start = accumulator.width();
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        long time = row.timestamp();
        List<Map.Entry<Object, @Nullable Object[]>> near = near(time);
        long first = near.isEmpty() ? time : Math.min(time, start(near.get(0)));
        long last = near.isEmpty() ? time : Math.max(time, end(near.get(near.size() - 1)));
        if (closesAt(last) <= context.streamTime()) {
            log.skipped(step, row.origin(), "the record came after its session and the grace period were over");
            return;
        }
        boolean samePoint = first == last;
        for (Map.Entry<Object, @Nullable Object[]> session : near) {
            delete(session, row, samePoint, output);
        }
        @Nullable Object[] before = samePoint && !near.isEmpty() && emission.keepsBefore()
                ? accumulator.result(near.get(0).getValue())
                : null;
        @Nullable Object[] group = merged(near);
        accumulator.add(group, row);
        group[start] = first;
        sessions.put(last, group);
        timers.register(closesAt(last));
        if (!emission.isFinal()) {
            Window window = new Window(first, last);
            output.accept(new Row(row.key(), window, accumulator.result(group), before, last, row.origin()));
        }
    }

    /** The sessions that a row of this time belongs to, the earliest first. */
    private List<Map.Entry<Object, @Nullable Object[]>> near(long time) {
        List<Map.Entry<Object, @Nullable Object[]>> near = sessions.range(time - gap, Long.MAX_VALUE);
        int reached = 0;
        while (reached < near.size() && start(near.get(reached)) <= time + gap) {
            reached++;
        }
        return near.subList(0, reached);
    }

    private void delete(Map.Entry<Object, @Nullable Object[]> session, Row row, boolean samePoint, RowSink output) {
        long last = end(session);
        sessions.delete(session.getKey());
        timers.delete(closesAt(last));
        if (!samePoint && !emission.isFinal()) {
            Window window = new Window(start(session), last);
            @Nullable Object[] before = accumulator.result(session.getValue());
            output.accept(new Row(row.key(), window, null, before, last, row.origin()));
        }
    }

    private @Nullable Object[] merged(List<Map.Entry<Object, @Nullable Object[]>> near) {
        if (near.isEmpty()) {
            return accumulator.initial(1);
        }
        @Nullable Object[] group = near.get(0).getValue();
        for (Map.Entry<Object, @Nullable Object[]> later : near.subList(1, near.size())) {
            accumulator.merge(group, later.getValue());
        }
        return group;
    }

    private long start(Map.Entry<Object, @Nullable Object[]> session) {
        return (Long) Objects.requireNonNull(session.getValue()[start], "a session has a start");
    }

    private static long end(Map.Entry<Object, @Nullable Object[]> session) {
        return (Long) session.getKey();
    }

    private long closesAt(long last) {
        return last + gap + grace + 1;
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        for (Map.Entry<Object, @Nullable Object[]> session : sessions.range(Long.MIN_VALUE, time - gap - grace - 1)) {
            sessions.delete(session.getKey());
            if (emission.isFinal()) {
                long last = end(session);
                Window window = new Window(start(session), last);
                @Nullable Object[] result = accumulator.result(session.getValue());
                output.accept(new Row(context.key().values(), window, result, null, last, null));
            }
        }
    }

    @Override
    public void startAfter(long number) {
        accumulator.startAfter(number);
    }
}
