package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "COUNT",
        category = "AGGREGATE",
        description = "The number of rows or, with an argument, of the rows where it is not null.",
        examples = {"COUNT(*)", "COUNT(price)"})
final class Count {

    private Count() {}

    @Signature(description = "The number of rows.")
    static UndoableAggregator<@Nullable Void, Long, Long> ofRows() {
        return new Counting<>(true);
    }

    @Signature(description = "The number of rows where the argument is not null.")
    @Input(name = "value", description = "what must not be null")
    static UndoableAggregator<@Nullable Object, Long, Long> ofValues() {
        return new Counting<>(false);
    }

    private record Counting<T>(boolean nulls) implements UndoableAggregator<@Nullable T, Long, Long> {

        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Long add(Long state, @Nullable T input) {
            return nulls || input != null ? Long.valueOf(state + 1) : state;
        }

        @Override
        public Long merge(Long earlier, Long later) {
            return earlier + later;
        }

        @Override
        public Long result(Long state) {
            return state;
        }

        @Override
        public Long undo(Long state, @Nullable T input) {
            return nulls || input != null ? Long.valueOf(state - 1) : state;
        }
    }
}
