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
        name = "TRANSFORM",
        category = "LAMBDA",
        description = "What a lambda makes of each element of an array, or two lambdas of each key and value of a map.",
        examples = {
            "TRANSFORM(ARRAY[1, 2], x => x * 10) -> [10, 20]",
            "TRANSFORM(MAP('a' := 1), (k, v) => UCASE(k), (k, v) => v + 1) -> {A=2}"
        })
final class Transform {

    private Transform() {}

    @Signature
    static <T, R> @Nullable List<R> transform(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "element", description = "the new element") Function<T, R> element) {
        if (array == null) {
            return null;
        }
        List<R> made = new ArrayList<>(array.size());
        for (T old : array) {
            made.add(element.apply(old));
        }
        return made;
    }

    @Signature(description = "fails when a new key or value is null, and when two new keys are equal")
    static <K, V, K2, V2> @Nullable Map<K2, V2> transform(
            @Parameter(name = "map") @Nullable Map<K, V> map,
            @Parameter(name = "key", description = "the new key, of a key and its value") BiFunction<K, V, K2> key,
            @Parameter(name = "value", description = "the new value, of a key and its value")
                    BiFunction<K, V, V2> value) {
        if (map == null) {
            return null;
        }
        Map<K2, V2> made = new LinkedHashMap<>();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            K2 newKey = key.apply(entry.getKey(), entry.getValue());
            V2 newValue = value.apply(entry.getKey(), entry.getValue());
            if (newKey == null || newValue == null) {
                throw new IllegalArgumentException("TRANSFORM made a key or a value of a map NULL");
            }
            if (made.put(newKey, newValue) != null) {
                throw new IllegalArgumentException("TRANSFORM made two equal keys of a map");
            }
        }
        return made;
    }
}
