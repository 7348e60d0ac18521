package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "AS_MAP",
        category = "MAP",
        description = "A map of keys and values that stand in two arrays; what one array has more is left out.",
        examples = "AS_MAP(ARRAY['a', 'b'], ARRAY[1, 2]) -> {a=1, b=2}")
final class AsMap {

    private AsMap() {}

    @Signature
    static <V> @Nullable Map<String, V> map(
            @Parameter(name = "keys") @Nullable List<String> keys,
            @Parameter(name = "values") @Nullable List<V> values) {
        if (keys == null || values == null) {
            return null;
        }
        int size = Math.min(keys.size(), values.size());
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }
}
