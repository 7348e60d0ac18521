package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "SUM_LIST",
        category = "AGGREGATE",
        description = "The sum of all elements of all arrays, in the elements' type; nulls count nothing.",
        examples = "SUM_LIST(prices)")
final class SumList {

    private SumList() {}

    @Signature
    @Input(name = "values", description = "what to sum")
    static UndoableAggregator<@Nullable List<@Nullable Integer>, Integer, Integer> ofIntegers() {
        return new Summing<>(Addition.OF_INTEGERS);
    }

    @Signature
    @Input(name = "values", description = "what to sum")
    static UndoableAggregator<@Nullable List<@Nullable Long>, Long, Long> ofLongs() {
        return new Summing<>(Addition.OF_LONGS);
    }

    @Signature
    @Input(name = "values", description = "what to sum")
    static UndoableAggregator<@Nullable List<@Nullable Double>, Double, Double> ofDoubles() {
        return new Summing<>(Addition.OF_DOUBLES);
    }

    private record Summing<N>(Addition<N> addition) implements UndoableAggregator<@Nullable List<@Nullable N>, N, N> {

        @Override
        public N initial() {
            return addition.zero();
        }

        @Override
        public N add(N state, @Nullable List<@Nullable N> input) {
            return input == null ? state : addition.plus(state, total(input));
        }

        @Override
        public N merge(N earlier, N later) {
            return addition.plus(earlier, later);
        }

        @Override
        public N result(N state) {
            return state;
        }

        @Override
        public N undo(N state, @Nullable List<@Nullable N> input) {
            return input == null ? state : addition.minus(state, total(input));
        }

        private N total(List<@Nullable N> list) {
            N total = addition.zero();
            for (N element : list) {
                if (element != null) {
                    total = addition.plus(total, element);
                }
            }
            return total;
        }
    }
}
