package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "MAP_VALUES",
        category = "MAP",
        description = "The values of a map.",
        examples = "MAP_VALUES(MAP('a' := 1, 'b' := 2)) -> [1, 2]")
final class MapValues {

    private MapValues() {}

    @Signature
    static <K, V> @Nullable List<V> values(@Parameter(name = "map") @Nullable Map<K, V> map) {
        return map == null ? null : new ArrayList<>(map.values());
    }
}
