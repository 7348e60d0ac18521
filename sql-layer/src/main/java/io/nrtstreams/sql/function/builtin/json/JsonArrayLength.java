package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "JSON_ARRAY_LENGTH",
        category = "JSON",
        description = "How many elements a JSON array has; null for other JSON.",
        examples = "JSON_ARRAY_LENGTH('[1, [2, 3]]') -> 2")
final class JsonArrayLength {

    private JsonArrayLength() {}

    @Signature
    static @Nullable Integer length(@Parameter(name = "json", description = "JSON as text") @Nullable String json) {
        return JsonTexts.parse(json) instanceof ArrayNode array ? array.size() : null;
    }
}
