package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "JSON_CONCAT",
        category = "JSON",
        description =
                "Several JSON values as one: objects as an object with the fields of all, the last where several have one; otherwise an array of all elements, in which what is no array is an element. Null when one of them is.",
        examples = {
            "JSON_CONCAT('{\"a\": 1}', '{\"b\": 2}') -> '{\"a\":1,\"b\":2}'",
            "JSON_CONCAT('[1]', '2', '[3]') -> '[1,2,3]'"
        })
final class JsonConcat {

    private JsonConcat() {}

    @Signature
    static @Nullable String concat(@Parameter(name = "json", description = "JSON as text") @Nullable String... json) {
        if (json.length == 0) {
            return null;
        }
        List<JsonNode> values = new ArrayList<>(json.length);
        boolean objects = true;
        for (String text : json) {
            JsonNode value = JsonTexts.parse(text);
            if (value == null) {
                return null;
            }
            values.add(value);
            objects &= value.isObject();
        }
        return (objects ? fields(values) : elements(values)).toString();
    }

    private static JsonNode fields(List<JsonNode> objects) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (JsonNode object : objects) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                all.set(field.getKey(), field.getValue());
            }
        }
        return all;
    }

    private static JsonNode elements(List<JsonNode> values) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : values) {
            if (value instanceof ArrayNode array) {
                all.addAll(array);
            } else {
                all.add(value);
            }
        }
        return all;
    }
}
