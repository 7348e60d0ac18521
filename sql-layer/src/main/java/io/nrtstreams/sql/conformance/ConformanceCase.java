package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements, the records fed to them and what must come out.
 *
 * @param group what the case is counted under
 * @param tier X is skipped: the case needs what only the suite's own test code has
 * @param topics what exists before the first statement
 * @param refused whether one of the statements must be refused
 */
public record ConformanceCase(
        String id,
        String group,
        String tier,
        List<String> statements,
        Map<String, String> properties,
        List<JsonNode> topics,
        List<CaseRecord> inputs,
        List<CaseRecord> outputs,
        boolean refused) {

    /**
     * A record as a case writes it.
     *
     * @param key a scalar, an object when the key has several columns, or the null node
     * @param value as JSON; the CSV text for DELIMITED; the null node for a tombstone
     * @param timestamp in ms; empty means 0 in inputs and not checked in outputs
     * @param window start and end in ms
     * @param headers key and base64 value; empty when the case does not say
     */
    public record CaseRecord(
            String topic,
            JsonNode key,
            JsonNode value,
            Optional<Long> timestamp,
            Optional<CaseWindow> window,
            Optional<JsonNode> headers) {

        static CaseRecord of(JsonNode json) {
            JsonNode window = json.path("window");
            JsonNode headers = json.path("headers");
            return new CaseRecord(
                    required(json, "topic").asText(),
                    json.path("key"),
                    json.path("value"),
                    json.hasNonNull("timestamp")
                            ? Optional.of(json.get("timestamp").asLong())
                            : Optional.empty(),
                    window.isObject() ? Optional.of(CaseWindow.of(window)) : Optional.empty(),
                    headers.isArray() ? Optional.of(headers) : Optional.empty());
        }
    }

    /** Bounds in ms and whether it is a session. */
    public record CaseWindow(long start, long end, boolean session) {
        static CaseWindow of(JsonNode json) {
            return new CaseWindow(
                    required(json, "start").asLong(),
                    required(json, "end").asLong(),
                    "SESSION".equals(json.path("type").asText()));
        }
    }

    /** Whether only the suite's own test code can run it. */
    boolean isSpecial() {
        return tier.equals("X");
    }

    /**
     * Reads a case.
     *
     * @throws IllegalArgumentException when a field is missing or of the wrong kind
     */
    public static ConformanceCase of(JsonNode json) {
        return new ConformanceCase(
                required(json, "id").asText(),
                json.path("class").asText("all"),
                json.path("tier").asText(""),
                statements(json),
                properties(json.path("properties")),
                nodes(json, "topics"),
                nodes(json, "inputs").stream().map(CaseRecord::of).toList(),
                nodes(json, "outputs").stream().map(CaseRecord::of).toList(),
                json.path("refused").asBoolean());
    }

    private static JsonNode required(JsonNode json, String field) {
        JsonNode found = json.get(field);
        if (found == null || found.isNull()) {
            throw new IllegalArgumentException("The field " + field + " is missing.");
        }
        return found;
    }

    private static List<String> statements(JsonNode json) {
        required(json, "statements");
        return nodes(json, "statements").stream().map(JsonNode::asText).toList();
    }

    /** The elements of an array; none when the field is missing. */
    private static List<JsonNode> nodes(JsonNode json, String field) {
        List<JsonNode> nodes = new ArrayList<>();
        if (json.hasNonNull(field)) {
            if (!json.get(field).isArray()) {
                throw new IllegalArgumentException("The field " + field + " is not an array.");
            }
            json.get(field).forEach(nodes::add);
        }
        return nodes;
    }

    private static Map<String, String> properties(JsonNode object) {
        Map<String, String> properties = new LinkedHashMap<>();
        object.properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return properties;
    }
}
