package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operator's state in a slot's store. What a batch reads is read once and what it changes is written once, in
 * {@link #finish}; in between it is held in memory, so the bound is what one batch touches. The operator keeps its handles from
 * batch to batch and from slot to slot; {@link #begin} gives them another store. Single-threaded.
 */
final class StoreState implements KeyedState {

    /** What is called for each key of a timer that is due, with the key selected. */
    @FunctionalInterface
    interface TimerAction {
        void run(StateKey key, long time);
    }

    private static final Object[] NOTHING = {};

    private final byte[] stage;
    private final ValueCodec values;
    private final Map<StateKey, Entry> entries = new HashMap<>();
    private final Map<Integer, StoreTree> timers = new HashMap<>();
    private @Nullable KeyValueStore store;
    private int handles;
    private @Nullable StateKey key;
    private @Nullable Entry current;
    private int clock;

    StoreState(String stageId, ValueCodec values) {
        this.values = values;
        ByteSink out = new ByteSink(32);
        out.writeBytes(stageId.getBytes(StandardCharsets.UTF_8));
        this.stage = out.toBytes();
    }

    /** What a batch has looked at under one key. A handle that was not looked at has null. */
    private final class Entry {
        private final @Nullable Object[] slots = new @Nullable Object[handles];
        private final boolean[] changed = new boolean[handles];
        private final byte[] keyBytes;

        Entry(StateKey key) {
            ByteSink out = new ByteSink(48);
            writeKey(key, out);
            this.keyBytes = out.toBytes();
        }
    }

    void begin(KeyValueStore slotStore) {
        store = slotStore;
        entries.clear();
        timers.clear();
        key = null;
        current = null;
    }

    /** Stores what the batch changed. */
    void finish() {
        ByteSink out = new ByteSink(128);
        for (Entry entry : entries.values()) {
            for (int i = 0; i < entry.slots.length; i++) {
                if (entry.slots[i] instanceof StoreTree tree) {
                    tree.flush();
                } else if (entry.changed[i]) {
                    write(entry, i, out);
                }
            }
        }
        timers.values().forEach(StoreTree::flush);
        entries.clear();
        timers.clear();
        store = null;
    }

    private void write(Entry entry, int handle, ByteSink out) {
        byte[] storeKey = storeKey('V', handle, entry.keyBytes);
        if (entry.slots[handle] == NOTHING) {
            store().delete(storeKey);
        } else {
            out.clear();
            values.writeRow((@Nullable Object[]) entry.slots[handle], out);
            store().put(storeKey, out.toBytes());
        }
    }

    private KeyValueStore store() {
        if (store == null) {
            throw new IllegalStateException("state was asked for outside of a batch");
        }
        return store;
    }

    private byte[] storeKey(char kind, int number, byte[] rest) {
        ByteSink out = new ByteSink(stage.length + rest.length + 6);
        out.writeRaw(stage, 0, stage.length);
        out.writeByte(kind);
        out.writeUnsigned(number);
        out.writeRaw(rest, 0, rest.length);
        return out.toBytes();
    }

    private void writeKey(StateKey stateKey, ByteSink out) {
        values.writeRow(stateKey.values(), out);
        Window window = stateKey.window();
        out.writeByte(window == null ? 0 : 1);
        if (window != null) {
            out.writeLong(window.start());
            out.writeLong(window.end());
        }
    }

    private StateKey readKey(ByteSource in) {
        @Nullable Object[] columns = values.readRow(in);
        Window window = in.readByte() == 0 ? null : new Window(in.readLong(), in.readLong());
        return new StateKey(columns == null ? NOTHING : columns, window);
    }

    void select(StateKey selected, int itsClock) {
        clock = itsClock;
        if (selected.equals(key)) {
            return;
        }
        key = selected;
        current = entries.get(selected);
        if (current == null) {
            current = new Entry(selected);
            entries.put(selected, current);
        }
    }

    private Entry current() {
        if (current == null) {
            throw new IllegalStateException("state was asked for before a key was selected");
        }
        return current;
    }

    /** Runs a clock's timers that are due at a stream time, earliest first, those of one time in the order of their keys. */
    void advance(int dueClock, long streamTime, TimerAction action) {
        StoreTree tree = timersOf(dueClock);
        while (!tree.isEmpty()) {
            List<byte[]> due = new ArrayList<>();
            long[] time = new long[1];
            tree.scan(null, (bytes, row) -> {
                long its = new ByteSource(bytes).readFixed() ^ Long.MIN_VALUE;
                boolean taken = its <= streamTime && (due.isEmpty() || its == time[0]);
                if (taken) {
                    time[0] = its;
                    due.add(bytes);
                }
                return taken;
            });
            if (due.isEmpty()) {
                return;
            }
            fire(tree, dueClock, time[0], due, action);
        }
    }

    private void fire(StoreTree tree, int dueClock, long time, List<byte[]> due, TimerAction action) {
        List<StateKey> keys = new ArrayList<>(due.size());
        for (byte[] bytes : due) {
            ByteSource in = new ByteSource(bytes);
            in.readFixed();
            keys.add(readKey(in));
            tree.remove(bytes);
        }
        keys.sort(null);
        for (StateKey waiting : keys) {
            select(waiting, dueClock);
            action.run(waiting, time);
        }
    }

    private StoreTree timersOf(int itsClock) {
        return timers.computeIfAbsent(
                itsClock, one -> new StoreTree(store(), storeKey('T', one, new byte[0]), values));
    }

    private byte[] timerKey(long time) {
        ByteSink out = new ByteSink(32);
        SortableBytes.writeTime(time, out);
        byte[] keyBytes = current().keyBytes;
        out.writeRaw(keyBytes, 0, keyBytes.length);
        return out.toBytes();
    }

    @Override
    public ValueState value(String name, List<SqlType> types) {
        return new Value(handles++);
    }

    @Override
    public MapState map(String name, SqlType keyType, List<SqlType> types) {
        return new Sorted(handles++);
    }

    @Override
    public ListState list(String name, List<SqlType> types) {
        throw new UnsupportedOperationException("no operator keeps lists");
    }

    @Override
    public Timers timers() {
        return new Timers() {
            @Override
            public void register(long time) {
                timersOf(clock).put(timerKey(time), NOTHING);
            }

            @Override
            public void delete(long time) {
                timersOf(clock).remove(timerKey(time));
            }
        };
    }

    private final class Value implements ValueState {
        private final int handle;

        Value(int handle) {
            this.handle = handle;
        }

        @Override
        public @Nullable Object @Nullable [] get() {
            Entry entry = current();
            if (entry.slots[handle] == null) {
                byte[] stored = store().get(storeKey('V', handle, entry.keyBytes));
                @Nullable Object[] row = stored == null ? null : values.readRow(new ByteSource(stored));
                entry.slots[handle] = row == null ? NOTHING : row;
            }
            return entry.slots[handle] == NOTHING ? null : (@Nullable Object[]) entry.slots[handle];
        }

        @Override
        public void put(@Nullable Object[] row) {
            Entry entry = current();
            entry.slots[handle] = row;
            entry.changed[handle] = true;
        }

        @Override
        public void delete() {
            Entry entry = current();
            entry.slots[handle] = NOTHING;
            entry.changed[handle] = true;
        }
    }

    private final class Sorted implements MapState {
        private final int handle;

        Sorted(int handle) {
            this.handle = handle;
        }

        private StoreTree tree() {
            Entry entry = current();
            if (entry.slots[handle] == null) {
                entry.slots[handle] = new StoreTree(store(), storeKey('M', handle, entry.keyBytes), values);
            }
            return (StoreTree) entry.slots[handle];
        }

        private byte[] bytes(Object second) {
            return SortableBytes.of(second, values);
        }

        /** Rows carry their second key as one more column at the end. */
        @Override
        public @Nullable Object @Nullable [] get(Object second) {
            @Nullable Object[] row = tree().get(bytes(second));
            return row == null ? null : withoutLast(row);
        }

        @Override
        public void put(Object second, @Nullable Object[] row) {
            @Nullable Object[] stored = java.util.Arrays.copyOf(row, row.length + 1);
            stored[row.length] = second;
            tree().put(bytes(second), stored);
        }

        @Override
        public void delete(Object second) {
            tree().remove(bytes(second));
        }

        @Override
        public List<Map.Entry<Object, @Nullable Object[]>> range(Object from, Object to) {
            List<Map.Entry<Object, @Nullable Object[]>> found = new ArrayList<>();
            byte[] end = bytes(to);
            tree().scan(bytes(from), (bytes, row) -> {
                boolean isIn = java.util.Arrays.compareUnsigned(bytes, end) <= 0;
                if (isIn) {
                    found.add(entry(row));
                }
                return isIn;
            });
            return found;
        }

        @Override
        public List<Map.Entry<Object, @Nullable Object[]>> entries() {
            List<Map.Entry<Object, @Nullable Object[]>> found = new ArrayList<>();
            tree().scan(null, (bytes, row) -> found.add(entry(row)));
            return found;
        }

        private static Map.Entry<Object, @Nullable Object[]> entry(@Nullable Object[] stored) {
            Object second = stored[stored.length - 1];
            if (second == null) {
                throw new IllegalStateException("a map's second key is never null");
            }
            return Map.entry(second, withoutLast(stored));
        }

        private static @Nullable Object[] withoutLast(@Nullable Object[] stored) {
            return java.util.Arrays.copyOf(stored, stored.length - 1);
        }
    }
}
