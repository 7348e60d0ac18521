package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.StreamStreamJoin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query.JoinType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Two streams by key and time. The pair's time is the later one of the two. A row without a partner is given alone, in outer
 * joins: where a grace period is set, once no partner can come any more, or at once when its partners' times are already
 * past; without one, at once. Rows are held for as long as partners may come: before, after and grace together, by the time
 * of their own side.
 */
final class StreamStreamJoinOperator implements KeyedOperator {

    private static final long DEFAULT_REACH = Duration.ofDays(1).toMillis();

    private final JoinedColumns columns;
    private final long before;
    private final long after;
    private final long grace;
    private final boolean eager;
    private final boolean[] outer;
    private final JoinBuffer[] buffers;
    private final KeyedState.Timers timers;

    StreamStreamJoinOperator(StreamStreamJoin join, KeyedState state) {
        this.columns = JoinedColumns.of(join);
        this.before = join.before().toMillis();
        this.after = join.after().toMillis();
        this.grace = join.grace().map(Duration::toMillis).orElse(Math.max(DEFAULT_REACH - before - after, 0));
        this.eager = join.grace().isEmpty();
        JoinType type = join.type();
        this.outer = new boolean[] {
            type == JoinType.LEFT || type == JoinType.FULL, type == JoinType.RIGHT || type == JoinType.FULL
        };
        this.buffers = new JoinBuffer[] {buffer("left", join.left(), state), buffer("right", join.right(), state)};
        this.timers = state.timers();
    }

    private static JoinBuffer buffer(String name, PlanNode input, KeyedState state) {
        return new JoinBuffer(name, input.schema().value(), state);
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        long time = row.timestamp();
        @Nullable Object[] value = row.value();
        if (value == null) {
            return;
        }
        boolean alone = !joinPartners(side, row, value, context, output) && outer[side];
        boolean atOnce = alone && (eager || time + reach(side) < context.streamTime());
        if (atOnce) {
            output.accept(row.withValue(joined(side, value, null)));
        }
        if (time >= context.sideTime(side) - held()) {
            boolean waits = alone && !atOnce;
            buffers[side].add(time, value, waits);
            timers.register(time + held() + 1);
            if (waits) {
                timers.register(closesAt(side, time));
            }
        }
    }

    private boolean joinPartners(int side, Row row, @Nullable Object[] value, OperatorContext context, RowSink output) {
        long time = row.timestamp();
        long partnerTime = context.sideTime(1 - side);
        if (partnerTime == OperatorContext.NO_TIME) {
            return false;
        }
        long from = Math.max(time - (side == 0 ? before : after), partnerTime - held());
        long to = time + reach(side);
        return buffers[1 - side].take(
                from,
                to,
                (partner, otherTime) -> output.accept(new Row(
                        row.key(),
                        row.window(),
                        joined(side, value, partner),
                        null,
                        Math.max(time, otherTime),
                        row.origin())));
    }

    /** How much younger than a row of this side its partner may be. */
    private long reach(int side) {
        return side == 0 ? after : before;
    }

    private long closesAt(int side, long time) {
        return time + reach(side) + grace + 1;
    }

    private long held() {
        return before + after + grace;
    }

    private @Nullable Object[] joined(int side, @Nullable Object[] mine, @Nullable Object @Nullable [] other) {
        return side == 0 ? columns.join(mine, other) : columns.join(other, mine);
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        for (int side = 0; side < buffers.length; side++) {
            int mine = side;
            buffers[side].takeWaiting(
                    time - reach(side) - grace - 1,
                    (value, rowTime) -> output.accept(new Row(
                            context.key().values(),
                            context.key().window(),
                            joined(mine, value, null),
                            null,
                            rowTime,
                            null)));
            // A side behind the stream time still finds its rows; they are looked at again later.
            buffers[side].forget(Math.min(time, context.sideTime(side)) - held() - 1);
            if (buffers[side].holdsUntil(time - held() - 1)) {
                timers.register(context.streamTime() + held() + 1);
            }
        }
    }
}
