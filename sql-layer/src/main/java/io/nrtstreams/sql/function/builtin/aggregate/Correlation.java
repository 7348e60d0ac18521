package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Pair;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.StructValue;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "CORRELATION",
        category = "AGGREGATE",
        description =
                "Pearson's coefficient of correlation of the rows where both arguments are not null: from -1 to 1,"
                        + " NaN of less than two rows and where one side does not vary.",
        examples = "CORRELATION(temperature, sales)")
final class Correlation {

    private Correlation() {}

    @Signature(state = Comoments.TYPE_TEXT)
    @Input(name = "x", description = "the first of the pair")
    @Input(name = "y", description = "the second of the pair")
    static UndoableAggregator<Pair<@Nullable Double, @Nullable Double>, StructValue, Double> of() {
        return new Correlating();
    }

    private record Correlating()
            implements UndoableAggregator<Pair<@Nullable Double, @Nullable Double>, StructValue, Double> {

        @Override
        public StructValue initial() {
            return Comoments.NONE.toStruct();
        }

        @Override
        public StructValue add(StructValue state, Pair<@Nullable Double, @Nullable Double> input) {
            Double x = input.first();
            Double y = input.second();
            return x == null || y == null
                    ? state
                    : Comoments.of(state).plus(x, y).toStruct();
        }

        @Override
        public StructValue merge(StructValue earlier, StructValue later) {
            return Comoments.of(earlier).plus(Comoments.of(later)).toStruct();
        }

        @Override
        public Double result(StructValue state) {
            return Comoments.of(state).correlation();
        }

        @Override
        public StructValue undo(StructValue state, Pair<@Nullable Double, @Nullable Double> input) {
            Double x = input.first();
            Double y = input.second();
            return x == null || y == null
                    ? state
                    : Comoments.of(state).minus(x, y).toStruct();
        }
    }
}
