package io.nrtstreams.quickstart.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.quickstart.CommandFailure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that hold a connector, as {@code POST /connectors} takes it or as its configuration alone. */
public final class ConnectorFile {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([^}]+)}");

    private ConnectorFile() {}

    /**
     * The configuration in a file.
     *
     * @param environment what <code>${env:NAME}</code> in values stands for
     * @throws CommandFailure if it cannot be read, or holds something else
     */
    public static Map<String, String> read(Path file, Map<String, String> environment) {
        JsonNode root = Json.read(file);
        JsonNode config = root.path("config").isObject() ? root.path("config") : root;
        if (!config.isObject()) {
            throw new CommandFailure(file + ": expected {\"name\": \"...\", \"config\": {...}}, or the object of the"
                    + " configuration alone");
        }
        Map<String, String> values = new LinkedHashMap<>();
        config.properties().forEach(entry -> values.put(entry.getKey(), text(file, entry, environment)));
        return values;
    }

    private static String text(Path file, Map.Entry<String, JsonNode> entry, Map<String, String> environment) {
        if (entry.getValue().isContainerNode() || entry.getValue().isNull()) {
            throw new CommandFailure(file + ": " + entry.getKey() + ": expected a text, a number, true or false");
        }
        return ENVIRONMENT
                .matcher(entry.getValue().asText())
                .replaceAll(
                        found -> Matcher.quoteReplacement(variable(file, entry.getKey(), found.group(1), environment)));
    }

    private static String variable(Path file, String key, String name, Map<String, String> environment) {
        String value = environment.get(name);
        if (value == null) {
            throw new CommandFailure(file + ": " + key + ": refers to the environment variable " + name
                    + ", which is not set; export it, or override the key with --set " + key + "=...");
        }
        return value;
    }
}
