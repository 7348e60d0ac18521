package io.nrtstreams.sql.format.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.format.jsonschema.JsonSchemaDocument.Place;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that a JSON Schema (draft 7) gives. Parts that the language has no type for are left out. */
final class JsonSchemaColumns {

    private final Set<JsonNode> enclosing = Collections.newSetFromMap(new IdentityHashMap<>());

    private JsonSchemaColumns() {}

    /** The columns of an object's members; empty when the schema is not of an object with properties. */
    static Optional<List<Column>> of(Place schema) {
        return typeOf(schema)
                .filter(SqlType.Struct.class::isInstance)
                .map(type -> ((SqlType.Struct) type)
                        .fields().stream()
                                .map(field -> new Column(field.name(), field.type()))
                                .toList());
    }

    static Optional<SqlType> typeOf(Place schema) {
        return new JsonSchemaColumns().type(schema);
    }

    /** The names of members that the schema requires. */
    static Set<String> required(Place schema) {
        Set<String> names = new HashSet<>();
        new JsonSchemaColumns()
                .resolved(schema)
                .ifPresent(place -> place.node().path("required").forEach(name -> names.add(name.asText())));
        return names;
    }

    private Optional<SqlType> type(Place schema) {
        return resolved(schema).flatMap(place -> {
            // A schema that is inside itself describes values without end.
            if (!enclosing.add(place.node())) {
                return Optional.empty();
            }
            Optional<SqlType> type = plain(place);
            enclosing.remove(place.node());
            return type;
        });
    }

    /** Follows references and goes through the combinations that only say that null is allowed. */
    private Optional<Place> resolved(Place start) {
        Place place = start;
        for (int steps = 0; steps < 100; steps++) {
            JsonNode node = place.node();
            Optional<Place> next;
            if (node.has("$ref")) {
                next = place.referred();
            } else if (node.has("oneOf") || node.has("anyOf") || node.has("allOf")) {
                next = onlyAlternative(place);
            } else {
                return Optional.of(place);
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            place = next.get();
        }
        return Optional.empty();
    }

    private static Optional<Place> onlyAlternative(Place place) {
        List<JsonNode> alternatives = new ArrayList<>();
        for (String combination : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode alternative : place.node().path(combination)) {
                if (!alternative.path("type").asText().equals("null")) {
                    alternatives.add(alternative);
                }
            }
        }
        return alternatives.size() == 1 ? Optional.of(place.at(alternatives.get(0))) : Optional.empty();
    }

    private Optional<SqlType> plain(Place place) {
        JsonNode node = place.node();
        return switch (typeName(node)) {
            case "boolean" -> Optional.of(SqlTypes.BOOLEAN);
            case "integer" -> Optional.of(integer(node));
            case "number" -> number(node);
            case "string" -> string(node);
            case "array" ->
                node.path(JsonSchemas.CONNECT_TYPE).asText().equals(JsonSchemas.MAP)
                        ? Optional.empty()
                        : type(place.at(node.path("items"))).map(SqlType.Array::new);
            case "object" -> object(place);
            default -> Optional.empty();
        };
    }

    /** The only type but null; schemas that have an enumeration or properties may leave it out. */
    private static String typeName(JsonNode node) {
        JsonNode type = node.path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : type) {
            if (!name.asText().equals("null")) {
                names.add(name.asText());
            }
        }
        if (names.size() == 1) {
            return names.get(0);
        }
        if (!names.isEmpty()) {
            return "";
        }
        if (node.path("enum").path(0).isTextual()) {
            return "string";
        }
        return node.has("properties") ? "object" : "";
    }

    private static SqlType integer(JsonNode node) {
        return switch (node.path("title").asText()) {
            case JsonSchemas.DATE_TITLE -> SqlTypes.DATE;
            case JsonSchemas.TIME_TITLE -> SqlTypes.TIME;
            case JsonSchemas.TIMESTAMP_TITLE -> SqlTypes.TIMESTAMP;
            default ->
                switch (node.path(JsonSchemas.CONNECT_TYPE).asText()) {
                    case "int8", "int16", "int32" -> SqlTypes.INTEGER;
                    default -> SqlTypes.BIGINT;
                };
        };
    }

    private static Optional<SqlType> number(JsonNode node) {
        return isDecimal(node) ? decimal(node) : Optional.of(SqlTypes.DOUBLE);
    }

    private static Optional<SqlType> string(JsonNode node) {
        if (isDecimal(node)) {
            return decimal(node);
        }
        boolean bytes = node.path(JsonSchemas.CONNECT_TYPE).asText().equals(JsonSchemas.BYTES);
        return Optional.of(bytes ? SqlTypes.BYTES : SqlTypes.STRING);
    }

    private static boolean isDecimal(JsonNode node) {
        return node.path("title").asText().equals(JsonSchemas.DECIMAL_TITLE);
    }

    private static Optional<SqlType> decimal(JsonNode node) {
        JsonNode parameters = node.path(JsonSchemas.CONNECT_PARAMETERS);
        int precision = parameters.path(JsonSchemas.PRECISION).asInt(SqlType.Decimal.MAX_PRECISION);
        int scale = parameters.path(JsonSchemas.SCALE).asInt(0);
        return precision >= 1 && precision <= SqlType.Decimal.MAX_PRECISION && scale >= 0 && scale <= precision
                ? Optional.of(new SqlType.Decimal(precision, scale))
                : Optional.empty();
    }

    private Optional<SqlType> object(Place place) {
        JsonNode node = place.node();
        JsonNode additional = node.path("additionalProperties");
        if (additional.isObject() && !node.path("properties").fieldNames().hasNext()) {
            return type(place.at(additional)).map(value -> new SqlType.Map(SqlTypes.STRING, value));
        }
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(node.path("properties").properties());
        properties.sort(Comparator.comparingInt(
                property -> property.getValue().path(JsonSchemas.CONNECT_INDEX).asInt(Integer.MAX_VALUE)));
        List<SqlType.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : properties) {
            type(place.at(property.getValue()))
                    .ifPresent(type -> fields.add(new SqlType.Field(property.getKey(), type)));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new SqlType.Struct(fields));
    }
}
