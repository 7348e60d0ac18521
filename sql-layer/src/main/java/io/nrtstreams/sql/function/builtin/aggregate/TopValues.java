package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.Aggregator;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The greatest values; nulls are left out. */
record TopValues<T extends Comparable<T>>(Top<T> top) implements Aggregator<@Nullable T, List<T>, List<T>> {

    static <T extends Comparable<T>> TopValues<T> of(int limit, boolean distinct) {
        return new TopValues<>(new Top<>(limit, distinct, Comparator.<T>naturalOrder()));
    }

    @Override
    public List<T> initial() {
        return Collections.emptyList();
    }

    @Override
    public List<T> add(List<T> state, @Nullable T input) {
        return input == null ? state : top.with(state, input);
    }

    @Override
    public List<T> merge(List<T> earlier, List<T> later) {
        return top.merged(earlier, later);
    }

    @Override
    public List<T> result(List<T> state) {
        return state;
    }
}
