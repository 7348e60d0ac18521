package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.CallTypes;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ENTRIES",
        category = "MAP",
        description = "The entries of a map as structs of a key K and a value V.",
        examples = "ENTRIES(MAP('b' := 1, 'a' := 2), TRUE) -> [Struct{K=a,V=2}, Struct{K=b,V=1}]")
final class Entries {

    private Entries() {}

    @Signature(returnsBy = "entryType")
    static <V> @Nullable List<StructValue> entries(
            CallTypes types,
            @Parameter(name = "map") @Nullable Map<String, V> map,
            @Parameter(name = "sorted", description = "whether to sort by the keys") boolean sorted) {
        if (map == null) {
            return null;
        }
        SqlType.Struct entryType = (SqlType.Struct) ((SqlType.Array) types.result()).element();
        List<StructValue> entries = new ArrayList<>(map.size());
        for (Map.Entry<String, V> entry : (sorted ? new TreeMap<>(map) : map).entrySet()) {
            entries.add(new StructValue(entryType, entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    static SqlType entryType(List<SqlType> arguments) {
        SqlType.Map map = (SqlType.Map) arguments.get(0);
        return new SqlType.Array(new SqlType.Struct(
                List.of(new SqlType.Field("K", SqlTypes.STRING), new SqlType.Field("V", map.value()))));
    }
}
