package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.TriFunction;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "REDUCE",
        category = "LAMBDA",
        description =
                "What remains when a lambda takes the elements of an array, or the entries of a map, one by one into a state. Null when the first state is; the first state for a null collection.",
        examples = {
            "REDUCE(ARRAY[1, 2, 3], 10, (s, x) => s + x) -> 16",
            "REDUCE(MAP('a' := 1, 'b' := 2), 0, (s, k, v) => s + v) -> 3"
        })
final class Reduce {

    private Reduce() {}

    @Signature
    static <T, S> @Nullable S reduce(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "state", description = "the first state") @Nullable S state,
            @Parameter(name = "next", description = "the next state, of a state and an element")
                    BiFunction<@Nullable S, T, @Nullable S> next) {
        if (array == null || state == null) {
            return state;
        }
        S reached = state;
        for (T element : array) {
            reached = next.apply(reached, element);
        }
        return reached;
    }

    @Signature
    static <K, V, S> @Nullable S reduce(
            @Parameter(name = "map") @Nullable Map<K, V> map,
            @Parameter(name = "state", description = "the first state") @Nullable S state,
            @Parameter(name = "next", description = "the next state, of a state, a key and its value")
                    TriFunction<@Nullable S, K, V, @Nullable S> next) {
        if (map == null || state == null) {
            return state;
        }
        S reached = state;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            reached = next.apply(reached, entry.getKey(), entry.getValue());
        }
        return reached;
    }
}
