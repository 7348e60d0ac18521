package io.nrtstreams.it.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a worker says of a configuration of the sink before a connector is made of it. */
public record Validation(JsonNode answer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asks the worker, as the documentation does: by the short name of the connector. */
    public static Validation of(ConnectClient connect, Map<String, String> config) {
        ObjectNode body = JSON.valueToTree(config);
        ConnectClient.Answer answer =
                connect.put("/connector-plugins/S3SinkConnector/config/validate", body.toString());
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return new Validation(answer.body());
    }

    /** The errors of all keys. */
    public List<String> errors() {
        return keys().flatMap(key -> elements(key.path("errors")))
                .map(JsonNode::asText)
                .toList();
    }

    /** The value of a key as the sink reads it. */
    public String value(String name) {
        return keys().filter(key -> key.path("name").asText().equals(name))
                .map(key -> key.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> keys() {
        return elements(answer.path("configs")).map(key -> key.path("value"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
