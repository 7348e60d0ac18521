package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "JSON_ITEMS",
        category = "JSON",
        description = "The elements of a JSON array, each as JSON; null for other JSON.",
        examples = "JSON_ITEMS('[{\"a\": 1}, 2]') -> ['{\"a\":1}', '2']")
final class JsonItems {

    private JsonItems() {}

    @Signature
    static @Nullable List<String> items(@Parameter(name = "json", description = "JSON as text") @Nullable String json) {
        if (!(JsonTexts.parse(json) instanceof ArrayNode array)) {
            return null;
        }
        List<String> items = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            items.add(element.toString());
        }
        return items;
    }
}
