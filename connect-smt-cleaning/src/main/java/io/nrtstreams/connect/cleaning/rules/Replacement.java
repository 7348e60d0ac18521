package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Puts another value into one field of a copy. */
final class Replacement {
    private Replacement() {}

    /** The record with {@code value} at {@code path}; the very same one where the path leads nowhere. */
    static Object at(FieldPath path, Object record, @Nullable Object value) {
        return at(path.steps(), record, value);
    }

    private static Object at(List<String> steps, Object record, @Nullable Object value) {
        String step = steps.get(0);
        Object before = new FieldPath(List.of(step)).read(record);
        boolean last = steps.size() == 1;
        if (before == null && !last) {
            return record;
        }
        Object after = last || before == null ? value : at(steps.subList(1, steps.size()), before, value);
        return after == before ? record : with(record, step, after);
    }

    private static Object with(Object record, String name, @Nullable Object value) {
        if (record instanceof Struct struct) {
            return struct.schema().field(name) == null ? struct : with(struct, name, value);
        }
        if (record instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
            copy.put(name, value);
            return copy;
        }
        return record;
    }

    private static Struct with(Struct struct, String name, @Nullable Object value) {
        Struct copy = new Struct(struct.schema());
        for (Field field : struct.schema().fields()) {
            copy.put(field, field.name().equals(name) ? value : struct.getWithoutDefault(field.name()));
        }
        return copy;
    }
}
