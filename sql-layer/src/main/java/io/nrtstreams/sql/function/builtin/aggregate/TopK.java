package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.CallTypes;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Pair;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.Variadic;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "TOPK",
        category = "AGGREGATE",
        description = "The K greatest values that are not null, the greatest first; of equal ones the earlier first.",
        examples = {"TOPK(price, 3)", "TOPK(price, item, customer, 3)"})
final class TopK {

    private TopK() {}

    @Signature
    @Input(name = "value", description = "what to compare")
    static <T extends Comparable<T>> Aggregator<@Nullable T, List<T>, List<T>> ofValues(
            @Parameter(name = "k", description = "how many, 1 or more") int k) {
        return TopValues.of(k, false);
    }

    @Signature(
            description = "With other columns of the same rows: structs of sort_col, col0, col1 and so on.",
            returnsBy = "rows",
            stateBy = "rows")
    @Input(name = "value", description = "what to compare")
    @Input(name = "others", description = "what else to keep of a row")
    static <T extends Comparable<T>>
            Aggregator<Pair<@Nullable T, Variadic<@Nullable Object>>, List<StructValue>, List<StructValue>> ofRows(
                    @Parameter(name = "k", description = "how many, 1 or more") int k, CallTypes types) {
        return TopRows.of((SqlType.Struct) ((SqlType.Array) types.result()).element(), k);
    }

    static SqlType rows(List<SqlType> arguments) {
        return new SqlType.Array(TopRows.struct(arguments.subList(0, arguments.size() - 1)));
    }
}
