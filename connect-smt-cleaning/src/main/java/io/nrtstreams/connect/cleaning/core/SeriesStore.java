package io.nrtstreams.connect.cleaning.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each of many series of values. It holds at most as many series as it was told; the one that had
 * no value for longest makes room. Keys are held as they are where they are short, else as fingerprints, so that each
 * takes some 200 bytes at most. Not thread-safe.
 */
public final class SeriesStore<S> {
    private static final int LONGEST_KEY = 64;
    private static final Object NO_KEY = new Object();

    private final Supplier<S> fresh;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<Object, S> series;

    /**
     * An empty store.
     *
     * @param capacity the most series
     * @param fresh a series without values
     */
    public SeriesStore(int capacity, Supplier<S> fresh) {
        this.fresh = fresh;
        this.series = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, S> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The series of {@code key}; all values without a key are of one. */
    public S get(@Nullable Object key) {
        Object held = held(key);
        S known = series.get(held);
        if (known != null) {
            return known;
        }
        S begun = fresh.get();
        series.put(held, begun);
        return begun;
    }

    /** The series of {@code key}, null where none has begun, so that those without any value take no room. */
    public @Nullable S find(@Nullable Object key) {
        return series.get(held(key));
    }

    /** The number of series held. */
    public int size() {
        return series.size();
    }

    private Object held(@Nullable Object key) {
        if (key == null) {
            return NO_KEY;
        }
        // Decimals and big integers can be of any size.
        boolean small = key instanceof Long
                || key instanceof Integer
                || key instanceof Short
                || key instanceof Byte
                || key instanceof Double
                || key instanceof Float
                || key instanceof Boolean;
        boolean shortText = key instanceof String text && text.length() <= LONGEST_KEY;
        return small || shortText ? key : fingerprints.of(List.of(key));
    }
}
