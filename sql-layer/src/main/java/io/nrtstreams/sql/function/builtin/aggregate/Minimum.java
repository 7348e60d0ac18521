package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "MIN",
        category = "AGGREGATE",
        description =
                "The smallest of the values that are not null: numbers, texts, times or bytes. Null of no values.",
        examples = "MIN(price)")
final class Minimum {

    private Minimum() {}

    @Signature(returnsBy = "ordered", stateBy = "ordered")
    @Input(name = "value", description = "what to compare")
    static <T extends Comparable<T>> Aggregator<@Nullable T, @Nullable T, @Nullable T> of() {
        return Extreme.least();
    }

    static SqlType ordered(List<SqlType> arguments) {
        return Extreme.ordered(arguments.get(0), "MIN");
    }
}
