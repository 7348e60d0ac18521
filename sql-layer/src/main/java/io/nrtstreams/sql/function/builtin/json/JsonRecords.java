package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "JSON_RECORDS",
        category = "JSON",
        description = "The keys of a JSON object, each with its value as JSON; null for other JSON.",
        examples = "JSON_RECORDS('{\"a\": \"x\", \"b\": [1]}') -> {a=\"x\", b=[1]}")
final class JsonRecords {

    private JsonRecords() {}

    @Signature
    static @Nullable Map<String, String> records(
            @Parameter(name = "json", description = "JSON as text") @Nullable String json) {
        if (!(JsonTexts.parse(json) instanceof ObjectNode object)) {
            return null;
        }
        Map<String, String> records = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            records.put(field.getKey(), field.getValue().toString());
        }
        return records;
    }
}
