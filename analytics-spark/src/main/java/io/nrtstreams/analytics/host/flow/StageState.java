package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stage's operator remembers, in a slot's store. What a batch looks at is read once, and what it changes is written
 * once, in {@link #finish}; when that is more than {@value #MOST_HELD} keys and pages, it is written earlier and let go. The
 * operator keeps its handles from slot to slot; {@link #begin} gives them the next one's store. Single-threaded.
 *
 * <p>Keys of the store begin with the stage's id, the kind and the name of the handle. Then comes the state key as
 * {@link KeyCodec} writes it: the row of a value, or pages of a map as {@link StoredTree} has them. Timers are one tree a
 * clock, by time and then by key.
 */
final class StageState implements KeyedState {

    static final int MOST_HELD = 1 << 16;

    /** Where no slot is at hand. */
    static final KeyValueStore NO_STORE = MissingStore.INSTANCE;

    private static final @Nullable Object[] NOTHING = {};

    private final String stage;
    private final KeyCodec keys;
    private final List<byte[]> prefixes = new ArrayList<>();
    private final List<RowBytes> codecs = new ArrayList<>();
    private final Map<KeyBytes, Held> held = new HashMap<>();
    private final Map<Integer, ClockTimers> timers = new TreeMap<>();
    private final KeyBytes wanted = new KeyBytes();
    private final int mostHeld;
    private KeyValueStore store = NO_STORE;
    private int weight;
    private @Nullable Held current;
    private int clock;

    /** What was looked at under one key: the row or the tree of each handle; null where it was not looked at. */
    static final class Held {
        private final byte[] bytes;
        private final StateKey key;
        private final @Nullable Object[] handles;
        private final boolean[] changed;

        Held(byte[] bytes, StateKey key, int handles) {
            this.bytes = bytes;
            this.key = key;
            this.handles = new @Nullable Object[handles];
            this.changed = new boolean[handles];
        }

        StateKey key() {
            return key;
        }
    }

    StageState(String stage, KeyCodec keys) {
        this(stage, keys, MOST_HELD);
    }

    StageState(String stage, KeyCodec keys, int mostHeld) {
        this.stage = stage;
        this.keys = keys;
        this.mostHeld = mostHeld;
    }

    void begin(KeyValueStore slot) {
        letGo();
        store = slot;
    }

    /** Stores what the batch changed. */
    void finish() {
        write();
        letGo();
        store = NO_STORE;
    }

    private void letGo() {
        held.clear();
        timers.clear();
        current = null;
        weight = 0;
    }

    private void write() {
        ByteSink out = new ByteSink(128);
        for (Held one : held.values()) {
            for (int handle = 0; handle < one.handles.length; handle++) {
                if (one.handles[handle] instanceof StoredTree tree) {
                    tree.flush();
                } else if (one.changed[handle]) {
                    write(one, handle, out);
                }
            }
        }
        timers.values().forEach(ClockTimers::flush);
    }

    private void write(Held one, int handle, ByteSink out) {
        byte[] key = storeKey(handle, one.bytes);
        @Nullable Object[] row = (Object[]) one.handles[handle];
        if (row == null || row == NOTHING) {
            store.delete(key);
        } else {
            out.clear();
            codecs.get(handle).write(row, out);
            store.put(key, out.toBytes());
        }
    }

    private byte[] prefix(char kind, String name) {
        ByteSink out = new ByteSink(32);
        out.writeText(stage);
        out.writeByte(kind);
        out.writeText(name);
        return out.toBytes();
    }

    private byte[] storeKey(int handle, byte[] key) {
        byte[] prefix = prefixes.get(handle);
        byte[] whole = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, whole, prefix.length, key.length);
        return whole;
    }

    /** Makes a key the one at hand. */
    Held select(byte[] source, int from, int to, int itsClock) {
        clock = itsClock;
        wanted.set(source, from, to);
        Held found = held.get(wanted);
        if (found == null) {
            if (weight >= mostHeld) {
                write();
                letGo();
            }
            weight++;
            KeyBytes copy = wanted.copy();
            found = new Held(copy.whole(), keys.read(new ByteSource(copy.whole())), prefixes.size());
            held.put(copy, found);
        }
        current = found;
        return found;
    }

    private Held current() {
        if (current == null) {
            throw new IllegalStateException("state was asked for before a key was selected");
        }
        return current;
    }

    private ClockTimers timersOf(int itsClock) {
        ClockTimers known = timers.get(itsClock);
        if (known == null) {
            byte[] prefix = prefix('t', String.valueOf(itsClock));
            known = new ClockTimers(new StoredTree(store, prefix, null, this::grow));
            timers.put(itsClock, known);
        }
        return known;
    }

    private void grow() {
        weight++;
    }

    /** Takes a clock's next timer out, selects its key and gives its time; {@code none} when none is due. */
    long nextDue(int itsClock, long streamTime, long none) {
        byte[] due = timersOf(itsClock).next(streamTime);
        if (due == null) {
            return none;
        }
        select(due, Long.BYTES, due.length, itsClock);
        return ClockTimers.time(due);
    }

    StateKey key() {
        return current().key;
    }

    private int handle(char kind, String name, List<SqlType> types) {
        prefixes.add(prefix(kind, name));
        codecs.add(new RowBytes(types));
        return prefixes.size() - 1;
    }

    @Override
    public ValueState value(String name, List<SqlType> types) {
        return new Value(handle('v', name, types));
    }

    @Override
    public MapState map(String name, SqlType keyType, List<SqlType> types) {
        int handle = handle('m', name, types);
        return new TreeMapState(keyType, () -> tree(handle));
    }

    private StoredTree tree(int handle) {
        Held one = current();
        if (one.handles[handle] instanceof StoredTree known) {
            return known;
        }
        StoredTree tree = new StoredTree(store, storeKey(handle, one.bytes), codecs.get(handle), this::grow);
        one.handles[handle] = tree;
        return tree;
    }

    @Override
    public Timers timers() {
        return new Timers() {
            @Override
            public void register(long time) {
                timersOf(clock).register(time, current().bytes);
            }

            @Override
            public void delete(long time) {
                timersOf(clock).delete(time, current().bytes);
            }
        };
    }

    private final class Value implements ValueState {
        private final int handle;

        Value(int handle) {
            this.handle = handle;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable Object @Nullable [] get() {
            Held one = current();
            Object known = one.handles[handle];
            if (known == null) {
                byte[] stored = store.get(storeKey(handle, one.bytes));
                known = stored == null ? NOTHING : codecs.get(handle).read(new ByteSource(stored));
                one.handles[handle] = known;
            }
            return known == NOTHING ? null : (Object[]) known;
        }

        @Override
        public void put(@Nullable Object[] row) {
            set(row);
        }

        @Override
        public void delete() {
            set(NOTHING);
        }

        private void set(@Nullable Object[] row) {
            Held one = current();
            one.handles[handle] = row;
            one.changed[handle] = true;
        }
    }

    private enum MissingStore implements KeyValueStore {
        INSTANCE;

        private static IllegalStateException failure() {
            return new IllegalStateException("state was asked for outside of a batch");
        }

        @Override
        public byte @Nullable [] get(byte[] key) {
            throw failure();
        }

        @Override
        public void put(byte[] key, byte[] value) {
            throw failure();
        }

        @Override
        public void delete(byte[] key) {
            throw failure();
        }
    }
}
