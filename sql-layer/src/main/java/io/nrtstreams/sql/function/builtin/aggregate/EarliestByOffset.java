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
        name = "EARLIEST_BY_OFFSET",
        category = "AGGREGATE",
        description =
                "The value that arrived first or, with a number, the N that arrived first, in the order of arrival. Nulls"
                        + " are left out unless the last argument is false.",
        examples = {
            "EARLIEST_BY_OFFSET(price)",
            "EARLIEST_BY_OFFSET(price, false)",
            "EARLIEST_BY_OFFSET(price, 3)",
            "EARLIEST_BY_OFFSET(price, 3, false)"
        })
final class EarliestByOffset {

    private EarliestByOffset() {}

    @Signature(stateBy = "one")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, @Nullable StructValue, @Nullable T> ofOne(CallTypes types) {
        return new OneByArrival<>(false, true, types.arguments().get(0));
    }

    @Signature(stateBy = "one")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, @Nullable StructValue, @Nullable T> ofOne(
            @Parameter(name = "ignoreNulls", description = "whether nulls are left out") boolean ignoreNulls,
            CallTypes types) {
        return new OneByArrival<>(false, ignoreNulls, types.arguments().get(0));
    }

    @Signature(stateBy = "several")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, List<StructValue>, List<@Nullable T>> ofSeveral(
            @Parameter(name = "n", description = "how many, 1 or more") int n, CallTypes types) {
        return new SeveralByArrival<>(false, n, true, types.arguments().get(0));
    }

    @Signature(stateBy = "several")
    @Input(name = "value", description = "what to give")
    static <T> Aggregator<@Nullable T, List<StructValue>, List<@Nullable T>> ofSeveral(
            @Parameter(name = "n", description = "how many, 1 or more") int n,
            @Parameter(name = "ignoreNulls", description = "whether nulls are left out") boolean ignoreNulls,
            CallTypes types) {
        return new SeveralByArrival<>(false, n, ignoreNulls, types.arguments().get(0));
    }

    static SqlType one(List<SqlType> arguments) {
        return Arrivals.type(arguments.get(0));
    }

    static SqlType several(List<SqlType> arguments) {
        return new SqlType.Array(Arrivals.type(arguments.get(0)));
    }
}
