package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockCodec.Entry;
import io.nrtstreams.sql.operator.KeyedOperator;
import io.nrtstreams.sql.operator.OperatorContext;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.StateKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A keyed stage at work on a slot. Its clocks, one for each source partition, are part of the slot's state. Single-threaded. */
final class StageWork implements OperatorContext {

    private final KeyedOperator operator;
    private final StoreState state;
    private final ValueCodec values;
    private final Exchange exchange;
    private final RowSink after;
    private final byte[] clockKey;
    private final boolean tableFirst;
    /** By source partition: the stream time, and that of each side. */
    private final Map<Integer, long[]> clocks = new TreeMap<>();

    private @Nullable KeyValueStore store;
    private boolean clocksMoved;
    private int clock;
    private long[] times = {NO_TIME, NO_TIME, NO_TIME};
    private @Nullable StateKey key;

    StageWork(
            Stage stage,
            KeyedOperator operator,
            StoreState state,
            ValueCodec values,
            Exchange exchange,
            RowSink after) {
        this.operator = operator;
        this.state = state;
        this.values = values;
        this.exchange = exchange;
        this.after = after;
        ByteSink out = new ByteSink(32);
        out.writeBytes(stage.id().getBytes(StandardCharsets.UTF_8));
        out.writeByte('C');
        this.clockKey = out.toBytes();
        Keyed keyed = stage.operator().orElseThrow();
        this.tableFirst = keyed instanceof Keyed.Node node
                && node.node() instanceof PlanNode.Join join
                && !join.left().isTable()
                && join.right().isTable();
    }

    /** What comes first of rows of one time: a table's side before the stream's, whatever brought them about. */
    int rank(int side) {
        return tableFirst ? 1 - side : 0;
    }

    void begin(KeyValueStore slotStore) {
        store = slotStore;
        state.begin(slotStore);
        clocks.clear();
        clocksMoved = false;
        key = null;
        byte[] stored = slotStore.get(clockKey);
        if (stored != null) {
            ByteSource in = new ByteSource(stored);
            while (in.hasMore()) {
                clocks.put(in.readSize(), new long[] {in.readLong(), in.readLong(), in.readLong()});
            }
        }
    }

    void process(Entry entry, Row row) {
        advance(entry);
        select(StateKey.of(row), entry.clock());
        operator.process(entry.side(), row, this, after);
    }

    /** Moves a clock, and gives what its timers bring about. */
    void advance(Entry entry) {
        int side = entry.side();
        int itsClock = entry.clock();
        long reached = entry.reached();
        clock = itsClock;
        exchange.at(itsClock, entry.cause());
        times = clocks.computeIfAbsent(itsClock, one -> new long[] {NO_TIME, NO_TIME, NO_TIME});
        if (reached > times[1 + side]) {
            times[1 + side] = reached;
            clocksMoved = true;
        }
        if (reached > times[0]) {
            times[0] = reached;
            state.advance(itsClock, reached, this::fire);
        }
    }

    private void fire(StateKey due, long time) {
        key = due;
        operator.onTimer(time, this, after);
    }

    private void select(StateKey selected, int itsClock) {
        key = selected;
        state.select(selected, itsClock);
    }

    void finish() {
        KeyValueStore to = store;
        if (clocksMoved && to != null) {
            ByteSink out = new ByteSink(64);
            clocks.forEach((partition, reached) -> {
                out.writeUnsigned(partition);
                for (long time : reached) {
                    out.writeLong(time);
                }
            });
            to.put(clockKey, out.toBytes());
        }
        state.finish();
        store = null;
    }

    @Override
    public long streamTime() {
        return times[0];
    }

    @Override
    public long sideTime(int side) {
        return times[1 + side];
    }

    @Override
    public StateKey key() {
        if (key == null) {
            throw new IllegalStateException("there is no key at hand before the first row of clock " + clock);
        }
        return key;
    }
}
