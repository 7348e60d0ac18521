package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "MAP_UNION",
        category = "MAP",
        description =
                "The entries of two maps; the second map's where both have a key. A null map counts as empty unless both are.",
        examples = "MAP_UNION(MAP('a' := 1, 'b' := 2), MAP('a' := 3)) -> {a=3, b=2}")
final class MapUnion {

    private MapUnion() {}

    @Signature
    static <K, V> @Nullable Map<K, V> union(
            @Parameter(name = "left") @Nullable Map<K, V> left, @Parameter(name = "right") @Nullable Map<K, V> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        Map<K, V> all = new LinkedHashMap<>(left);
        all.putAll(right);
        return all;
    }
}
