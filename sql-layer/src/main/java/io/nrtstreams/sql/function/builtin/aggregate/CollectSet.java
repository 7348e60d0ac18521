package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "COLLECT_SET",
        category = "AGGREGATE",
        description = "The distinct values in the order in which they first came, null too; the first "
                + CollectSet.LIMIT + " when there are more.",
        examples = "COLLECT_SET(item)")
final class CollectSet {

    static final int LIMIT = 1000;

    private CollectSet() {}

    @Signature
    @Input(name = "value", description = "what to collect")
    static <T> Aggregator<@Nullable T, List<@Nullable T>, List<@Nullable T>> of() {
        return new Collecting<>();
    }

    private record Collecting<T>() implements Aggregator<@Nullable T, List<@Nullable T>, List<@Nullable T>> {

        @Override
        public List<@Nullable T> initial() {
            return Collections.emptyList();
        }

        @Override
        public List<@Nullable T> add(List<@Nullable T> state, @Nullable T input) {
            return state.size() >= LIMIT || state.contains(input) ? state : Lists.with(state, input);
        }

        @Override
        public List<@Nullable T> merge(List<@Nullable T> earlier, List<@Nullable T> later) {
            Set<@Nullable T> distinct = new LinkedHashSet<>(earlier);
            distinct.addAll(later);
            return Lists.first(LIMIT, new ArrayList<>(distinct));
        }

        @Override
        public List<@Nullable T> result(List<@Nullable T> state) {
            return state;
        }
    }
}
