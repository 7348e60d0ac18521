package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "COLLECT_LIST",
        category = "AGGREGATE",
        description = "All values in the order of the rows, nulls too; the first " + CollectList.LIMIT
                + " when there are more.",
        examples = "COLLECT_LIST(item)")
final class CollectList {

    static final int LIMIT = 1000;

    private CollectList() {}

    @Signature
    @Input(name = "value", description = "what to collect")
    static <T> UndoableAggregator<@Nullable T, List<@Nullable T>, List<@Nullable T>> of() {
        return new Collecting<>();
    }

    private record Collecting<T>() implements UndoableAggregator<@Nullable T, List<@Nullable T>, List<@Nullable T>> {

        @Override
        public List<@Nullable T> initial() {
            return Collections.emptyList();
        }

        @Override
        public List<@Nullable T> add(List<@Nullable T> state, @Nullable T input) {
            return state.size() >= LIMIT ? state : Lists.with(state, input);
        }

        @Override
        public List<@Nullable T> merge(List<@Nullable T> earlier, List<@Nullable T> later) {
            return Lists.first(LIMIT, Lists.concatenated(earlier, later));
        }

        @Override
        public List<@Nullable T> result(List<@Nullable T> state) {
            return state;
        }

        /** Without the last value that is equal: which of the equal ones the row added is not known. */
        @Override
        public List<@Nullable T> undo(List<@Nullable T> state, @Nullable T input) {
            int index = state.lastIndexOf(input);
            return index < 0 ? state : Lists.without(state, index);
        }
    }
}
