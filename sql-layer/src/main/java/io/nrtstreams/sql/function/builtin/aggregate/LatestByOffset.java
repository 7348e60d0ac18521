package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.CallTypes;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "LATEST_BY_OFFSET",
        category = "AGGREGATE",
        description =
                "The value that arrived last or, with a number, the N that arrived last, in the order of arrival. Nulls"
                        + " are left out unless the last argument is false.",
        examples = {
            "LATEST_BY_OFFSET(price)",
            "LATEST_BY_OFFSET(price, false)",
            "LATEST_BY_OFFSET(price, 3)",
            "LATEST_BY_OFFSET(price, 3, false)"
        })
final class LatestByOffset {

    private LatestByOffset() {}

    @Signature(stateBy = "one")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, @Nullable StructValue, @Nullable T> ofOne(CallTypes types) {
        return new OneByArrival<>(true, true, types.arguments().get(0));
    }

    @Signature(stateBy = "one")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, @Nullable StructValue, @Nullable T> ofOne(
            @Parameter(name = "ignoreNulls", description = "whether nulls are left out") boolean ignoreNulls,
            CallTypes types) {
        return new OneByArrival<>(true, ignoreNulls, types.arguments().get(0));
    }

    @Signature(stateBy = "several")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, List<StructValue>, List<@Nullable T>> ofSeveral(
            @Parameter(name = "n", description = "how many, 1 or more") int n, CallTypes types) {
        return new SeveralByArrival<>(true, n, true, types.arguments().get(0));
    }

    @Signature(stateBy = "several")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, List<StructValue>, List<@Nullable T>> ofSeveral(
            @Parameter(name = "n", description = "how many, 1 or more") int n,
            @Parameter(name = "ignoreNulls", description = "whether nulls are left out") boolean ignoreNulls,
            CallTypes types) {
        return new SeveralByArrival<>(true, n, ignoreNulls, types.arguments().get(0));
    }

    static SqlType one(List<SqlType> arguments) {
        return Arrivals.type(arguments.get(0));
    }

    static SqlType several(List<SqlType> arguments) {
        return new SqlType.Array(Arrivals.type(arguments.get(0)));
    }
}
