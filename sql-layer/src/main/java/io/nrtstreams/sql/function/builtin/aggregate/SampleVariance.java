package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.StructValue;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "STDDEV_SAMP",
        category = "AGGREGATE",
        description =
                "The sample variance of the values that are not null, which is the square of what STDDEV_SAMPLE gives: the name and its"
                        + " meaning are those of the ksql dialect. Zero of less than two values.",
        examples = "STDDEV_SAMP(price)")
final class SampleVariance {

    private SampleVariance() {}

    @Signature(state = Moments.TYPE_TEXT)
    @Input(name = "value", description = "what to measure")
    static UndoableAggregator<@Nullable Double, StructValue, Double> of() {
        return new Deviation(false);
    }
}
