package io.nrtstreams.sql.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Times at which keys are to be looked at again, earliest first. Single-threaded. */
final class EventTimers {

    private final TreeMap<Long, Set<StateKey>> byTime = new TreeMap<>();
    private long earliest = Long.MAX_VALUE;

    void register(long time, StateKey key) {
        byTime.computeIfAbsent(time, absent -> new LinkedHashSet<>()).add(key);
        earliest = Math.min(earliest, time);
    }

    void delete(long time, StateKey key) {
        Set<StateKey> keys = byTime.get(time);
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            byTime.remove(time);
            refresh();
        }
    }

    boolean isDue(long time) {
        return earliest <= time;
    }

    /** Takes out the earliest time with its keys in their order. */
    Due next() {
        Map.Entry<Long, Set<StateKey>> first = byTime.pollFirstEntry();
        refresh();
        List<StateKey> keys = new ArrayList<>(first.getValue());
        keys.sort(null);
        return new Due(first.getKey(), keys);
    }

    private void refresh() {
        earliest = byTime.isEmpty() ? Long.MAX_VALUE : byTime.firstKey();
    }

    record Due(long time, List<StateKey> keys) {}
}
