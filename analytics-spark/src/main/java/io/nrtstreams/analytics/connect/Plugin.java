package io.nrtstreams.analytics.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A connector plugin of a worker.
 *
 * @param type source or sink
 */
record Plugin(String className, String type) {

    static List<Plugin> all(JsonNode answer) {
        List<Plugin> plugins = new ArrayList<>();
        answer.forEach(plugin -> plugins.add(
                new Plugin(plugin.path("class").asText(), plugin.path("type").asText())));
        return plugins;
    }

    /** Whether a configuration may call it so: by its class, its simple name, or that without "Connector". */
    boolean answersTo(String name) {
        String simple = simpleName();
        return name.equals(className) || name.equals(simple) || (name + "Connector").equals(simple);
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
