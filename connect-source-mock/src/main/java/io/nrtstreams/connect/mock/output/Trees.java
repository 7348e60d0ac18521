package io.nrtstreams.connect.mock.output;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A value as maps and lists, which can be changed, in place of Structs, which cannot take what their schema forbids. */
public final class Trees {
    private Trees() {}

    /** The fields of a Struct in the order of its schema; the maps and lists are new, and belong to the caller. */
    public static Map<String, @Nullable Object> of(Struct struct) {
        List<Field> fields = struct.schema().fields();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(fields.size() * 2);
        for (Field field : fields) {
            tree.put(field.name(), copy(struct.get(field)));
        }
        return tree;
    }

    /**
     * The map within a tree that holds the last step of a path.
     *
     * @throws IllegalArgumentException if a step before it leads to no map
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> parent(Map<String, @Nullable Object> tree, FieldPath path) {
        Map<String, @Nullable Object> here = tree;
        for (String step : path.steps().subList(0, path.steps().size() - 1)) {
            if (!(here.get(step) instanceof Map<?, ?> next)) {
                throw new IllegalArgumentException("there is no " + path);
            }
            here = (Map<String, @Nullable Object>) next;
        }
        return here;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Struct struct) {
            return of(struct);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copied = new LinkedHashMap<>();
            map.forEach((key, entry) -> copied.put(key, copy(entry)));
            return copied;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copied = new ArrayList<>(list.size());
            list.forEach(entry -> copied.add(copy(entry)));
            return copied;
        }
        return value;
    }
}
