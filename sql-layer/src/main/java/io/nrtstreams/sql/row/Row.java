package io.nrtstreams.sql.row;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A record of a stream, or a change of a table's row, as columns. Immutable by agreement: its arrays are never changed once
 * a row holds them, and rows share them.
 */
public final class Row {

    /** Of the widths that nearly all keys have, as this is looked at for every record. */
    private static final @Nullable Object[][] NARROW_ABSENT_KEYS = new Object[8][];

    private static final Map<Integer, @Nullable Object[]> WIDE_ABSENT_KEYS = new ConcurrentHashMap<>();

    static {
        for (int columns = 0; columns < NARROW_ABSENT_KEYS.length; columns++) {
            NARROW_ABSENT_KEYS[columns] = new Object[columns];
        }
    }

    private final @Nullable Object[] key;
    private final @Nullable Window window;
    private final @Nullable Object @Nullable [] value;
    private final @Nullable Object @Nullable [] before;
    private final long timestamp;
    private final @Nullable Origin origin;

    /**
     * A row.
     *
     * @param key the values of the key columns; empty when there are none, all null when the record has no key
     * @param window the key's window; null when keys are not windowed
     * @param value the values of the value columns; null when the record has no value, which deletes a table's row
     * @param before for changes of a table, the row's values before the change; null when there was no row, or when the
     *     plan does not keep them
     * @param timestamp event time, ROWTIME, in ms since the epoch
     * @param origin where it was read; null when no single record gave it
     */
    public Row(
            @Nullable Object[] key,
            @Nullable Window window,
            @Nullable Object @Nullable [] value,
            @Nullable Object @Nullable [] before,
            long timestamp,
            @Nullable Origin origin) {
        this.key = key;
        this.window = window;
        this.value = value;
        this.before = before;
        this.timestamp = timestamp;
        this.origin = origin;
    }

    /**
     * The key of a record that has none: nulls, and the same array each time, which tells it from a key that is there and
     * whose columns are null.
     */
    public static @Nullable Object[] absentKey(int columns) {
        return columns < NARROW_ABSENT_KEYS.length
                ? NARROW_ABSENT_KEYS[columns]
                : WIDE_ABSENT_KEYS.computeIfAbsent(columns, count -> new Object[count]);
    }

    /** Whether the key is {@link #absentKey}; false is not certain, as a row that went through a store has a copy. */
    public boolean isKeyAbsent() {
        return key == absentKey(key.length);
    }

    public @Nullable Object[] key() {
        return key;
    }

    public @Nullable Window window() {
        return window;
    }

    public @Nullable Object @Nullable [] value() {
        return value;
    }

    public @Nullable Object @Nullable [] before() {
        return before;
    }

    public long timestamp() {
        return timestamp;
    }

    public @Nullable Origin origin() {
        return origin;
    }

    /** The same row with other values. */
    public Row withValue(@Nullable Object @Nullable [] newValue) {
        return new Row(key, window, newValue, before, timestamp, origin);
    }

    /** The row before the change, as if it were the row. */
    public Row asBefore() {
        return new Row(key, window, before, null, timestamp, origin);
    }
}
