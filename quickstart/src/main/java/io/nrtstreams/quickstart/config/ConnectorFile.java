package io.nrtstreams.quickstart.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.quickstart.CommandFailure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that hold a connector, as {@code POST /connectors} takes it or as its configuration alone. */
public final class ConnectorFile {
    private ConnectorFile() {}

    /**
     * The configuration in a file. References to config providers are resolved as a worker does that knows Kafka's own as
     * {@code env}, {@code file} and {@code directory}.
     *
     * @param environment what <code>${env:NAME}</code> in values stands for
     * @param overrides keys that are set whatever the file says, taken to the letter
     * @throws CommandFailure if it cannot be read, or holds something else
     */
    public static Map<String, String> read(Path file, Map<String, String> environment, Map<String, String> overrides) {
        JsonNode root = JsonFile.read(file);
        JsonNode config = root.path("config").isObject() ? root.path("config") : root;
        if (!config.isObject()) {
            throw new CommandFailure(file + ": expected {\"name\": \"...\", \"config\": {...}}, or the object of the"
                    + " configuration alone");
        }
        Map<String, String> values = new LinkedHashMap<>();
        config.properties().forEach(entry -> values.put(entry.getKey(), text(file, entry)));
        values.keySet().removeAll(overrides.keySet());
        References references = new References(environment);
        values.replaceAll(references::resolve);
        references.throwIfAnyIsMissing(file);
        values.putAll(overrides);
        return values;
    }

    private static String text(Path file, Map.Entry<String, JsonNode> entry) {
        if (entry.getValue().isContainerNode() || entry.getValue().isNull()) {
            throw new CommandFailure(file + ": " + entry.getKey() + ": expected a text, a number, true or false");
        }
        return entry.getValue().asText();
    }
}
