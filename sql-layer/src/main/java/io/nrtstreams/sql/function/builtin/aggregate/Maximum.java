package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "MAX",
        category = "AGGREGATE",
        description =
                "The greatest of the values that are not null: numbers, texts, times or bytes. Null of no values.",
        examples = "MAX(price)")
final class Maximum {

    private Maximum() {}

    @Signature(returnsBy = "ordered", stateBy = "ordered")
    @Input(name = "value", description = "what to compare")
    static <T extends Comparable<T>> Aggregator<@Nullable T, @Nullable T, @Nullable T> of() {
        return Extreme.greatest();
    }

    static SqlType ordered(List<SqlType> arguments) {
        return Extreme.ordered(arguments.get(0), "MAX");
    }
}
