package io.nrtstreams.quickstart.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connector as its file declares it.
 *
 * @param name its name
 * @param config its configuration, with the name in it as the worker keeps it
 * @param file where it is declared
 */
public record Connector(String name, Map<String, String> config, Path file) {
    public Connector {
        Map<String, String> whole = new TreeMap<>(config);
        whole.put("name", name);
        config = Map.copyOf(whole);
    }

    /** The class, full or as the short name that Connect allows; empty where none is declared. */
    public String connectorClass() {
        return config.getOrDefault("connector.class", "");
    }
}
