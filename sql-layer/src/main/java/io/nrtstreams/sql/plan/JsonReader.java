package io.nrtstreams.sql.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.SqlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the fields of an object; what is missing or of another kind is refused by its path.
 *
 * @param path where the object stands, for messages
 */
record JsonReader(JsonNode node, String path) {

    JsonReader {
        if (!node.isObject()) {
            throw new SqlException(path + " is no JSON object.");
        }
    }

    String text(String field) {
        return field(field, JsonNode::isTextual, "a text").asText();
    }

    Optional<String> optionalText(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    int integer(String field) {
        return field(field, JsonNode::isInt, "an integer").asInt();
    }

    boolean flag(String field) {
        return field(field, JsonNode::isBoolean, "true or false").asBoolean();
    }

    Optional<Boolean> optionalFlag(String field) {
        return has(field) ? Optional.of(flag(field)) : Optional.empty();
    }

    Duration duration(String field) {
        return Duration.ofMillis(
                field(field, JsonNode::isIntegralNumber, "a number of ms").asLong());
    }

    Optional<Duration> optionalDuration(String field) {
        return has(field) ? Optional.of(duration(field)) : Optional.empty();
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        String name = text(field);
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(field, "one of " + List.of(type.getEnumConstants()));
        }
    }

    JsonReader object(String field) {
        return new JsonReader(field(field, JsonNode::isObject, "an object"), path + "." + field);
    }

    Optional<JsonReader> optional(String field) {
        return has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    List<JsonReader> objects(String field) {
        List<JsonReader> objects = new ArrayList<>();
        for (JsonNode element : field(field, JsonNode::isArray, "an array")) {
            objects.add(new JsonReader(element, path + "." + field + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : field(field, JsonNode::isArray, "an array")) {
            if (!element.isTextual()) {
                throw wrong(field, "an array of texts");
            }
            texts.add(element.asText());
        }
        return texts;
    }

    SqlException wrong(String field, String wanted) {
        return new SqlException(path + "." + field + " is not " + wanted + ".");
    }

    private boolean has(String field) {
        return node.hasNonNull(field);
    }

    private JsonNode field(String field, Predicate<JsonNode> kind, String wanted) {
        JsonNode value = node.path(field);
        if (!kind.test(value)) {
            throw wrong(field, wanted);
        }
        return value;
    }
}
