package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "TOPKDISTINCT",
        category = "AGGREGATE",
        description = "The K greatest of the distinct values that are not null, the greatest first.",
        examples = "TOPKDISTINCT(price, 3)")
final class TopKDistinct {

    private TopKDistinct() {}

    @Signature
    @Input(name = "value", description = "what to compare")
    static <T extends Comparable<T>> Aggregator<@Nullable T, List<T>, List<T>> of(
            @Parameter(name = "k", description = "how many, 1 or more") int k) {
        return TopValues.of(k, true);
    }
}
