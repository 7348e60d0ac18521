package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.StructValue;
import org.jspecify.annotations.Nullable;

/**
 * How far the values that are not null are spread.
 *
 * @param root whether to give the sample standard deviation, else its square, the sample variance
 */
record Deviation(boolean root) implements UndoableAggregator<@Nullable Double, StructValue, Double> {

    @Override
    public StructValue initial() {
        return Moments.NONE.toStruct();
    }

    @Override
    public StructValue add(StructValue state, @Nullable Double input) {
        return input == null ? state : Moments.of(state).plus(input).toStruct();
    }

    @Override
    public StructValue merge(StructValue earlier, StructValue later) {
        return Moments.of(earlier).plus(Moments.of(later)).toStruct();
    }

    @Override
    public Double result(StructValue state) {
        double variance = Moments.of(state).variance();
        return root ? Math.sqrt(variance) : variance;
    }

    @Override
    public StructValue undo(StructValue state, @Nullable Double input) {
        return input == null ? state : Moments.of(state).minus(input).toStruct();
    }
}
