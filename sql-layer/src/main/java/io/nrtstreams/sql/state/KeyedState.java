package io.nrtstreams.sql.state;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator remembers by key. An operator asks for its handles once, at the start; a handle then means the key of
 * the row or timer at hand. Values are rows of the declared types, so that any host can store them; what was put is not
 * changed afterwards except by {@code put}.
 */
public interface KeyedState {

    ValueState value(String name, List<SqlType> types);

    /** A map that is sorted by its keys. */
    MapState map(String name, SqlType keyType, List<SqlType> types);

    Timers timers();

    /** One row for a key. */
    interface ValueState {
        @Nullable Object @Nullable [] get();

        void put(@Nullable Object[] row);

        void delete();
    }

    /** Rows for a key by a second key. Sorted by the second key when it is comparable, else in the order of insertion. */
    interface MapState {
        @Nullable Object @Nullable [] get(Object key);

        void put(Object key, @Nullable Object[] row);

        void delete(Object key);

        /** A copy of the entries whose keys are between both, inclusive, in order. */
        List<Map.Entry<Object, @Nullable Object[]>> range(Object from, Object to);

        /** A copy of all entries, in order. */
        List<Map.Entry<Object, @Nullable Object[]>> entries();
    }

    /** Event times, in ms since the epoch, at which the key is to be looked at again. */
    interface Timers {
        /** Registers a time; once however often it is told. */
        void register(long time);

        void delete(long time);
    }
}
