package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.CallTypes;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "SUM",
        category = "AGGREGATE",
        description = "The sum of the values that are not null, in their own type: whole numbers wrap around, a decimal"
                + " with too many digits is an error. Zero of no values.",
        examples = "SUM(price)")
final class Sum {

    private Sum() {}

    @Signature
    @Input(name = "value", description = "what to sum")
    static UndoableAggregator<@Nullable Integer, Integer, Integer> ofIntegers() {
        return new Summing<>(Addition.OF_INTEGERS);
    }

    @Signature
    @Input(name = "value", description = "what to sum")
    static UndoableAggregator<@Nullable Long, Long, Long> ofLongs() {
        return new Summing<>(Addition.OF_LONGS);
    }

    @Signature
    @Input(name = "value", description = "what to sum")
    static UndoableAggregator<@Nullable Double, Double, Double> ofDoubles() {
        return new Summing<>(Addition.OF_DOUBLES);
    }

    @Signature(returnsBy = "argument", stateBy = "argument")
    @Input(name = "value", description = "what to sum")
    static UndoableAggregator<@Nullable BigDecimal, BigDecimal, BigDecimal> ofDecimals(CallTypes types) {
        return new Summing<>(new Addition.OfDecimals((SqlType.Decimal) types.result()));
    }

    static SqlType argument(List<SqlType> arguments) {
        return arguments.get(0);
    }

    private record Summing<N>(Addition<N> addition) implements UndoableAggregator<@Nullable N, N, N> {

        @Override
        public N initial() {
            return addition.zero();
        }

        @Override
        public N add(N state, @Nullable N input) {
            return input == null ? state : addition.plus(state, input);
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
        public N undo(N state, @Nullable N input) {
            return input == null ? state : addition.minus(state, input);
        }
    }
}
