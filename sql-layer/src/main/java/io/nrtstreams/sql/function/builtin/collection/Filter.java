package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "FILTER",
        category = "LAMBDA",
        description = "The elements of an array, or the entries of a map, that meet a condition.",
        examples = {
            "FILTER(ARRAY[1, 2, 3], x => x > 1) -> [2, 3]",
            "FILTER(MAP('a' := 1, 'b' := 2), (k, v) => v > 1) -> {b=2}"
        })
final class Filter {

    private static final String NO_ANSWER =
            "the condition of FILTER gave NULL; let it give TRUE or FALSE for nulls too";

    private Filter() {}

    @Signature
    static <T> @Nullable List<T> filter(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "condition", description = "of an element") Function<T, @Nullable Boolean> condition) {
        if (array == null) {
            return null;
        }
        List<T> kept = new ArrayList<>(array.size());
        for (T element : array) {
            if (isMet(condition.apply(element))) {
                kept.add(element);
            }
        }
        return kept;
    }

    @Signature
    static <K, V> @Nullable Map<K, V> filter(
            @Parameter(name = "map") @Nullable Map<K, V> map,
            @Parameter(name = "condition", description = "of a key and its value")
                    BiFunction<K, V, @Nullable Boolean> condition) {
        if (map == null) {
            return null;
        }
        Map<K, V> kept = new LinkedHashMap<>();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            if (isMet(condition.apply(entry.getKey(), entry.getValue()))) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        return kept;
    }

    private static boolean isMet(@Nullable Boolean answer) {
        if (answer == null) {
            throw new IllegalArgumentException(NO_ANSWER);
        }
        return answer;
    }
}
