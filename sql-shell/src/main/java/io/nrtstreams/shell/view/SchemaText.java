package io.nrtstreams.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A type as the server tells it, as SQL text. */
final class SchemaText {

    private SchemaText() {}

    static String of(JsonNode schema) {
        String type = schema.path("type").asText();
        return switch (type) {
            case "ARRAY" -> "ARRAY<" + of(schema.path("memberSchema")) + ">";
            case "MAP" -> "MAP<STRING, " + of(schema.path("memberSchema")) + ">";
            case "STRUCT" -> "STRUCT<" + String.join(", ", fields(schema)) + ">";
            case "DECIMAL" ->
                "DECIMAL(" + schema.path("parameters").path("precision").asText() + ", "
                        + schema.path("parameters").path("scale").asText() + ")";
            default -> type;
        };
    }

    private static List<String> fields(JsonNode schema) {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            fields.add(field.path("name").asText() + " " + of(field.path("schema")));
        }
        return fields;
    }
}
