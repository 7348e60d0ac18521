package io.nrtstreams.sql.state;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * State of one operator in memory. A key costs one hash look-up, in {@link #select}; handles then read its slots. It holds at
 * most {@code limit} rows over all keys and refuses more, so that a query cannot take the process with it. Single-threaded.
 */
public final class InMemoryState implements KeyedState {

    /** What is called for each key of a timer that is due, with the key selected. */
    @FunctionalInterface
    public interface TimerAction {
        void run(StateKey key, long time);
    }

    private static final @Nullable Object[] NOTHING = {};

    private final long limit;
    private final Map<StateKey, Entry> entries = new HashMap<>();
    private final Map<Integer, EventTimers> timers = new HashMap<>();
    private EventTimers clockTimers = new EventTimers();
    private int clockOfTimers;
    private int slots;
    private long rows;
    private @Nullable StateKey key;
    private @Nullable Entry current;
    private int clock;

    /**
     * Empty state.
     *
     * @param limit how many rows it may hold
     */
    public InMemoryState(long limit) {
        this.limit = limit;
        timers.put(clockOfTimers, clockTimers);
    }

    /** One look-up for all the rows of a clock that follow each other. */
    private EventTimers timersOf(int itsClock) {
        if (itsClock != clockOfTimers) {
            clockTimers = timers.computeIfAbsent(itsClock, absent -> new EventTimers());
            clockOfTimers = itsClock;
        }
        return clockTimers;
    }

    /**
     * Makes a key the one at hand.
     *
     * @param itsClock by which its timers are due: streams whose times do not belong together have clocks of their own
     */
    public void select(StateKey selected, int itsClock) {
        key = selected;
        clock = itsClock;
        current = entries.get(selected);
    }

    /** How many keys hold something. */
    public int keys() {
        return entries.size();
    }

    /** How many rows are held, over all keys and handles. */
    public long rows() {
        return rows;
    }

    /** Runs a clock's timers that are due at a stream time, earliest first, those of one time in the order of their keys. */
    public void advance(int dueClock, long streamTime, TimerAction action) {
        EventTimers dueTimers = timersOf(dueClock);
        while (dueTimers.isDue(streamTime)) {
            EventTimers.Due due = dueTimers.next();
            for (StateKey waiting : due.keys()) {
                select(waiting, dueClock);
                action.run(waiting, due.time());
            }
        }
    }

    @Override
    public ValueState value(String name, List<SqlType> types) {
        return new Value(slots++);
    }

    @Override
    public MapState map(String name, SqlType keyType, List<SqlType> types) {
        return new Sorted(slots++, isSorted(keyType));
    }

    @Override
    public Timers timers() {
        return new Timers() {
            @Override
            public void register(long time) {
                timersOf(clock).register(time, selected());
            }

            @Override
            public void delete(long time) {
                timersOf(clock).delete(time, selected());
            }
        };
    }

    private static boolean isSorted(SqlType type) {
        return switch (type.base()) {
            case ARRAY, MAP, STRUCT -> false;
            default -> true;
        };
    }

    private StateKey selected() {
        if (key == null) {
            throw new IllegalStateException("state was asked for before a key was selected");
        }
        return key;
    }

    private @Nullable Object slot(int slot) {
        return current == null ? null : current.values[slot];
    }

    private void fill(int slot, Object value) {
        if (current == null) {
            current = new Entry(slots);
            entries.put(selected(), current);
        }
        if (current.values[slot] == null) {
            current.filled++;
        }
        current.values[slot] = value;
    }

    private void clear(int slot) {
        if (current == null || current.values[slot] == null) {
            return;
        }
        current.values[slot] = null;
        if (--current.filled == 0) {
            entries.remove(selected());
            current = null;
        }
    }

    private void count(long more) {
        rows += more;
        if (rows > limit) {
            throw new SqlException("The query holds more than " + limit
                    + " rows of state in memory. Limit its windows or its keys, or make it a persistent query.");
        }
    }

    private static final class Entry {
        private final @Nullable Object[] values;
        private int filled;

        Entry(int slots) {
            this.values = slots == 0 ? NOTHING : new @Nullable Object[slots];
        }
    }

    private final class Value implements ValueState {
        private final int slot;

        Value(int slot) {
            this.slot = slot;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable Object @Nullable [] get() {
            return (Object[]) slot(slot);
        }

        @Override
        public void put(@Nullable Object[] row) {
            if (slot(slot) == null) {
                count(1);
            }
            fill(slot, row);
        }

        @Override
        public void delete() {
            if (slot(slot) != null) {
                count(-1);
                clear(slot);
            }
        }
    }

    private final class Sorted implements MapState {
        private final int slot;
        private final boolean sorted;

        Sorted(int slot, boolean sorted) {
            this.slot = slot;
            this.sorted = sorted;
        }

        @SuppressWarnings("unchecked")
        private @Nullable Map<Object, @Nullable Object[]> held() {
            return (Map<Object, @Nullable Object[]>) slot(slot);
        }

        @Override
        public @Nullable Object @Nullable [] get(Object second) {
            Map<Object, @Nullable Object[]> map = held();
            return map == null ? null : map.get(second);
        }

        @Override
        public void put(Object second, @Nullable Object[] row) {
            Map<Object, @Nullable Object[]> map = held();
            if (map == null) {
                map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
                fill(slot, map);
            }
            if (map.put(second, row) == null) {
                count(1);
            }
        }

        @Override
        public void delete(Object second) {
            Map<Object, @Nullable Object[]> map = held();
            if (map != null && map.remove(second) != null) {
                count(-1);
                if (map.isEmpty()) {
                    clear(slot);
                }
            }
        }

        @Override
        public List<Map.Entry<Object, @Nullable Object[]>> range(Object from, Object to) {
            Map<Object, @Nullable Object[]> map = held();
            if (map == null) {
                return List.of();
            }
            if (!(map instanceof NavigableMap<Object, @Nullable Object[]> ordered)) {
                throw new IllegalStateException("a range of a map whose keys have no order");
            }
            return compare(from, to) > 0 ? List.of() : copy(ordered.subMap(from, true, to, true));
        }

        @Override
        public List<Map.Entry<Object, @Nullable Object[]>> entries() {
            Map<Object, @Nullable Object[]> map = held();
            return map == null ? List.of() : copy(map);
        }

        @SuppressWarnings("unchecked")
        private static int compare(Object from, Object to) {
            return ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(from, to);
        }

        private static List<Map.Entry<Object, @Nullable Object[]>> copy(Map<Object, @Nullable Object[]> map) {
            List<Map.Entry<Object, @Nullable Object[]>> copy = new ArrayList<>(map.size());
            for (Map.Entry<Object, @Nullable Object[]> entry : map.entrySet()) {
                copy.add(Map.entry(entry.getKey(), entry.getValue()));
            }
            return copy;
        }
    }
}
