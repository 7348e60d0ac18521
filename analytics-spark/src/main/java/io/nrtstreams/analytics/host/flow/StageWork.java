package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.operator.KeyedOperator;
import io.nrtstreams.sql.operator.OperatorContext;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.state.StateKey;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A keyed stage at work on a slot. Its clocks are part of the slot's state: one for each source partition, or one for all
 * where rows left their partitions. Single-threaded; used for one slot after the other.
 */
final class StageWork implements OperatorContext {

    /** Stored with the clocks; more is refused. */
    private static final int VERSION = 1;

    /** How many rows an aggregate may number in a slot and batch; the highest bits are those of the batch. */
    private static final int NUMBER_BITS = 30;

    private final KeyedOperator operator;
    private final StageState state;
    private final boolean isMixed;
    private final RowSink after;
    private final byte[] ownKey;
    private final Map<Integer, SlotClock> clocks = new TreeMap<>();

    private KeyValueStore store = StageState.NO_STORE;
    private byte[] stored = {};
    private long batches;
    private SlotClock clock = new SlotClock();

    StageWork(String stage, KeyedOperator operator, StageState state, boolean isMixed, RowSink after) {
        this.operator = operator;
        this.state = state;
        this.isMixed = isMixed;
        this.after = after;
        ByteSink out = new ByteSink(32);
        out.writeText(stage);
        out.writeByte('c');
        this.ownKey = out.toBytes();
    }

    void begin(KeyValueStore slot) {
        store = slot;
        state.begin(slot);
        clocks.clear();
        batches = 0;
        byte[] own = slot.get(ownKey);
        stored = own == null ? new byte[0] : own;
        ByteSource in = new ByteSource(stored);
        if (in.hasMore()) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("The state has version " + version + ", this release knows " + VERSION
                        + ". Start the release that wrote it, or a newer one.");
            }
            batches = in.readUnsigned();
            while (in.hasMore()) {
                clocks.put(in.readSize(), SlotClock.read(in));
            }
        }
        batches++;
        operator.startAfter(batches << NUMBER_BITS);
    }

    private int clockOf(Stream stream) {
        return isMixed ? 0 : stream.partition();
    }

    private SlotClock clock(int id) {
        return clocks.computeIfAbsent(id, absent -> new SlotClock());
    }

    /** Lets the times of a stream's clock not go beyond a time in this batch. */
    void limit(Stream stream, long time) {
        clock(clockOf(stream)).limit(time);
    }

    void process(RowReader reader) {
        int side = reader.port().side();
        int id = clockOf(reader.cause().stream());
        clock = clock(id);
        if (clock.advance(side, reader.reached())) {
            fire(id);
        }
        StateKey key = reader.select(state, id).key();
        operator.process(side, reader.row(key), this, after);
    }

    /** Takes note of how far a stream has come, when all rows of the batch are through. */
    void end(Stream stream, int side, long time) {
        int id = clockOf(stream);
        clock = clock(id);
        if (clock.end(side, time)) {
            fire(id);
        }
    }

    private void fire(int id) {
        long now = clock.streamTime();
        for (long due = state.nextDue(id, now, NO_TIME); due != NO_TIME; due = state.nextDue(id, now, NO_TIME)) {
            operator.onTimer(due, this, after);
        }
    }

    void finish() {
        state.finish();
        ByteSink out = new ByteSink(64);
        out.writeByte(VERSION);
        out.writeUnsigned(batches);
        clocks.forEach((id, one) -> {
            out.writeUnsigned(id);
            one.write(out);
        });
        byte[] own = out.toBytes();
        if (!Arrays.equals(own, stored)) {
            store.put(ownKey, own);
        }
        store = StageState.NO_STORE;
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
        return state.key();
    }
}
