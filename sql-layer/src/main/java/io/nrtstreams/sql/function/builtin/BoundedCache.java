package io.nrtstreams.sql.function.builtin;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what is expensive to make from a few keys, such as compiled patterns. It holds {@value #LIMIT} entries at most and
 * begins anew when more come: patterns are nearly always constants of a query, and where they come from records no cache
 * helps. Thread-safe; may make a value twice.
 */
public final class BoundedCache<K, V> {

    static final int LIMIT = 256;

    private final ConcurrentHashMap<K, V> entries = new ConcurrentHashMap<>();
    private final Function<K, V> maker;

    public BoundedCache(Function<K, V> maker) {
        this.maker = maker;
    }

    /** The value for a key; what the maker throws is thrown and not kept. */
    public V get(K key) {
        V known = entries.get(key);
        return known == null ? make(key) : known;
    }

    private V make(K key) {
        V made = maker.apply(key);
        if (entries.size() >= LIMIT) {
            entries.clear();
        }
        entries.put(key, made);
        return made;
    }

    int size() {
        return entries.size();
    }
}
