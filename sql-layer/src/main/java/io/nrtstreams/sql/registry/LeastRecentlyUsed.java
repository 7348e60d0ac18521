package io.nrtstreams.sql.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what was used last, up to a number of entries. Thread-safe. */
final class LeastRecentlyUsed<K, V> {

    private final int limit;
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

    LeastRecentlyUsed(int limit) {
        this.limit = limit;
    }

    synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > limit) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
