package io.nrtstreams.analytics.host.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Things that wait for their next use, by what they were made of: for the keys used last as many as were in use at a time.
 * Thread-safe.
 */
final class IdlePool<K, V> {

    private final Map<K, Deque<V>> idle;

    /** @param most keys */
    IdlePool(int most) {
        idle = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Deque<V>> eldest) {
                return size() > most;
            }
        };
    }

    V take(K key, Function<K, V> make) {
        synchronized (this) {
            Deque<V> waiting = idle.get(key);
            if (waiting != null && !waiting.isEmpty()) {
                return waiting.pop();
            }
        }
        return make.apply(key);
    }

    synchronized void giveBack(K key, V value) {
        idle.computeIfAbsent(key, absent -> new ArrayDeque<>()).push(value);
    }
}
