package io.nrtstreams.sql.state;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key and its window, as state is found by it. Immutable; the hash is computed once. Keys order by their columns, null
 * first, then by window; columns without an order of their own count as equal there.
 */
public final class StateKey implements Comparable<StateKey> {

    private final @Nullable Object[] values;
    private final @Nullable Window window;
    private final int hash;

    /** Takes over {@code values}, which the caller no longer changes. */
    public StateKey(@Nullable Object[] values, @Nullable Window window) {
        this.values = values;
        this.window = window;
        this.hash = 31 * Arrays.hashCode(values) + (window == null ? 0 : window.hashCode());
    }

    public static StateKey of(Row row) {
        return new StateKey(row.key(), row.window());
    }

    public @Nullable Object[] values() {
        return values;
    }

    public @Nullable Window window() {
        return window;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateKey that
                && hash == that.hash
                && Arrays.equals(values, that.values)
                && Objects.equals(window, that.window);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(StateKey other) {
        for (int i = 0; i < Math.min(values.length, other.values.length); i++) {
            int order = compareColumns(values[i], other.values[i]);
            if (order != 0) {
                return order;
            }
        }
        return values.length == other.values.length
                ? compareWindows(window, other.window)
                : Integer.compare(values.length, other.values.length);
    }

    @SuppressWarnings("unchecked") // Values of one column are of one class.
    private static int compareColumns(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return left instanceof Comparable<?> comparable && left.getClass() == right.getClass()
                ? ((Comparable<Object>) comparable).compareTo(right)
                : 0;
    }

    private static int compareWindows(@Nullable Window left, @Nullable Window right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        int order = Long.compare(left.start(), right.start());
        return order != 0 ? order : Long.compare(left.end(), right.end());
    }

    @Override
    public String toString() {
        return "a key of " + values.length + (values.length == 1 ? " column" : " columns");
    }
}
