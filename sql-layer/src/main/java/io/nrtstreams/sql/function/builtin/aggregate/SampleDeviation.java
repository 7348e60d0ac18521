package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.StructValue;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "STDDEV_SAMPLE",
        category = "AGGREGATE",
        description = "The sample standard deviation of the values that are not null. Zero of less than two values.",
        examples = "STDDEV_SAMPLE(price)")
final class SampleDeviation {

    private SampleDeviation() {}

    @Signature(state = Moments.TYPE_TEXT)
    @Input(name = "value", description = "what to measure")
    static UndoableAggregator<@Nullable Double, StructValue, Double> of() {
        return new Deviation(true);
    }
}
