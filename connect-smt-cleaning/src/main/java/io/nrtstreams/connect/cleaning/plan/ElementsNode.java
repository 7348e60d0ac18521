package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Passage;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Cleans every element of an array, or every value of a map, that has a schema.
 *
 * @param output the schema of the array or map afterwards
 */
record ElementsNode(Leaf each, Schema output) implements SchemaNode {
    @Override
    public @Nullable Object clean(@Nullable Object value, Passage passage) {
        if (value instanceof List<?> list) {
            return Elements.ofList(list, each, passage);
        }
        return value instanceof Map<?, ?> map ? Elements.ofMap(map, each, passage) : value;
    }
}
