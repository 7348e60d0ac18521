package io.nrtstreams.sql.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aggregator that keeps the last values. */
record LastValues<T extends @Nullable Object>(int count) implements Aggregator<T, List<T>, List<T>> {

    @Override
    public List<T> initial() {
        return new ArrayList<>();
    }

    @Override
    public List<T> add(List<T> state, T input) {
        state.add(input);
        return last(state);
    }

    @Override
    public List<T> merge(List<T> earlier, List<T> later) {
        List<T> both = new ArrayList<>(earlier);
        both.addAll(later);
        return last(both);
    }

    @Override
    public List<T> result(List<T> state) {
        return new ArrayList<>(state);
    }

    private List<T> last(List<T> values) {
        return new ArrayList<>(values.subList(Math.max(0, values.size() - count), values.size()));
    }
}
