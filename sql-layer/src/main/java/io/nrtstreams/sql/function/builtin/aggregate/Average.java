package io.nrtstreams.sql.function.builtin.aggregate;

import static java.util.Objects.requireNonNull;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "AVG",
        category = "AGGREGATE",
        description = "The mean of the values that are not null, as DOUBLE. Zero of no values.",
        examples = "AVG(price)")
final class Average {

    private Average() {}

    @Signature(description = "The sum is kept as BIGINT.", state = "STRUCT<SUM BIGINT, COUNT BIGINT>")
    @Input(name = "value", description = "what to average")
    static UndoableAggregator<@Nullable Integer, StructValue, Double> ofIntegers() {
        return new Averaging<>(true, struct(SqlTypes.BIGINT));
    }

    @Signature(state = "STRUCT<SUM BIGINT, COUNT BIGINT>")
    @Input(name = "value", description = "what to average")
    static UndoableAggregator<@Nullable Long, StructValue, Double> ofLongs() {
        return new Averaging<>(true, struct(SqlTypes.BIGINT));
    }

    @Signature(state = "STRUCT<SUM DOUBLE, COUNT BIGINT>")
    @Input(name = "value", description = "what to average")
    static UndoableAggregator<@Nullable Double, StructValue, Double> ofDoubles() {
        return new Averaging<>(false, struct(SqlTypes.DOUBLE));
    }

    private static SqlType.Struct struct(SqlType sum) {
        return new SqlType.Struct(List.of(new SqlType.Field("SUM", sum), new SqlType.Field("COUNT", SqlTypes.BIGINT)));
    }

    private record Averaging<N extends Number>(boolean whole, SqlType.Struct type)
            implements UndoableAggregator<@Nullable N, StructValue, Double> {

        @Override
        public StructValue initial() {
            return whole ? new StructValue(type, 0L, 0L) : new StructValue(type, 0.0, 0L);
        }

        @Override
        public StructValue add(StructValue state, @Nullable N input) {
            return input == null ? state : changed(state, input, 1, 1);
        }

        @Override
        public StructValue merge(StructValue earlier, StructValue later) {
            return changed(earlier, sum(later), 1, count(later));
        }

        @Override
        public Double result(StructValue state) {
            long count = count(state);
            return count == 0 ? 0.0 : sum(state).doubleValue() / count;
        }

        @Override
        public StructValue undo(StructValue state, @Nullable N input) {
            return input == null ? state : changed(state, input, -1, -1);
        }

        private StructValue changed(StructValue state, Number value, int sign, long rows) {
            long count = count(state) + rows;
            if (whole) {
                return new StructValue(type, sum(state).longValue() + sign * value.longValue(), count);
            }
            return new StructValue(type, sum(state).doubleValue() + sign * value.doubleValue(), count);
        }

        private static Number sum(StructValue state) {
            return (Number) requireNonNull(state.get(0));
        }

        private static long count(StructValue state) {
            return (Long) requireNonNull(state.get(1));
        }
    }
}
