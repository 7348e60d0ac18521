package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "MAP_KEYS",
        category = "MAP",
        description = "The keys of a map.",
        examples = "MAP_KEYS(MAP('a' := 1, 'b' := 2)) -> ['a', 'b']")
final class MapKeys {

    private MapKeys() {}

    @Signature
    static <K, V> @Nullable List<K> keys(@Parameter(name = "map") @Nullable Map<K, V> map) {
        return map == null ? null : new ArrayList<>(map.keySet());
    }
}
