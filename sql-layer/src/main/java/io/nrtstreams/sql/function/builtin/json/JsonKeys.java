package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "JSON_KEYS",
        category = "JSON",
        description = "The keys of a JSON object; null for other JSON.",
        examples = "JSON_KEYS('{\"a\": 1, \"b\": 2}') -> ['a', 'b']")
final class JsonKeys {

    private JsonKeys() {}

    @Signature
    static @Nullable List<String> keys(@Parameter(name = "json", description = "JSON as text") @Nullable String json) {
        if (!(JsonTexts.parse(json) instanceof ObjectNode object)) {
            return null;
        }
        List<String> keys = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
