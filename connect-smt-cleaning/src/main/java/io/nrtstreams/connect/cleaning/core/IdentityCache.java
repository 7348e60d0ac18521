package io.nrtstreams.connect.cleaning.core;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values computed once per key object. Keys are told apart by identity, because the hash code of a Connect schema
 * walks the whole schema.
 *
 * <p>It holds at most {@code capacity} keys; the one unused for longest makes room. Not thread-safe.
 */
public final class IdentityCache<K, V> {
    private final int capacity;
    private final Function<? super K, ? extends V> compute;
    private final IdentityHashMap<K, Entry<V>> entries = new IdentityHashMap<>();
    private @Nullable K lastKey;
    private @Nullable V lastValue;
    private long clock;

    /** An empty cache. */
    public IdentityCache(int capacity, Function<? super K, ? extends V> compute) {
        this.capacity = capacity;
        this.compute = compute;
    }

    /** The value for {@code key}, computed where it is not held. */
    public V get(K key) {
        V value = lastValue;
        if (key == lastKey && value != null) {
            return value;
        }
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            entry = add(key);
        }
        entry.used = ++clock;
        lastKey = key;
        lastValue = entry.value;
        return entry.value;
    }

    /** The number of keys held. */
    public int size() {
        return entries.size();
    }

    private Entry<V> add(K key) {
        Entry<V> entry = new Entry<>(compute.apply(key));
        if (entries.size() >= capacity) {
            evictOldest();
        }
        entries.put(key, entry);
        return entry;
    }

    /** A walk over all entries, paid only where a value is computed, which costs more. */
    private void evictOldest() {
        K oldest = null;
        long used = Long.MAX_VALUE;
        for (Map.Entry<K, Entry<V>> candidate : entries.entrySet()) {
            if (candidate.getValue().used < used) {
                used = candidate.getValue().used;
                oldest = candidate.getKey();
            }
        }
        entries.remove(oldest);
    }

    private static final class Entry<V> {
        private final V value;
        private long used;

        private Entry(V value) {
            this.value = value;
        }
    }
}
