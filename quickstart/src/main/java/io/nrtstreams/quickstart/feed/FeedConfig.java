package io.nrtstreams.quickstart.feed;

import io.nrtstreams.connect.mock.MockSourceConnector;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.config.ConnectorFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration of a mock source: a file of it, if there is one, and what is changed in it.
 *
 * @param values by their keys
 */
public record FeedConfig(Map<String, String> values) {
    private static final String CLASS = "connector.class";
    private static final String OURS = MockSourceConnector.class.getName();

    public FeedConfig {
        values = Map.copyOf(values);
    }

    /** A configuration in which nothing else is set. */
    public static FeedConfig of(Map<String, String> keys) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(CLASS, OURS));
        values.putAll(keys);
        return new FeedConfig(values);
    }

    /**
     * Reads a file that holds a connector, as {@code POST /connectors} takes it or as its configuration alone.
     *
     * @param environment what <code>${env:NAME}</code> in values stands for
     * @param changes keys that are set whatever the file says
     * @throws CommandFailure if it cannot be read, or is no configuration of a mock source
     */
    public static FeedConfig read(Path file, Map<String, String> environment, Map<String, String> changes) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(CLASS, OURS));
        values.putAll(ConnectorFile.read(file, environment, changes));
        requireOurs(file, values.getOrDefault(CLASS, OURS));
        return new FeedConfig(values);
    }

    /** Connect takes the class by its full name and by its short ones. */
    private static void requireOurs(Path file, String given) {
        boolean ours = given.equals(OURS) || given.equals("MockSourceConnector") || given.equals("MockSource");
        if (!ours) {
            throw new CommandFailure(file + ": connector.class: the connector is no mock source; expected " + OURS);
        }
    }
}
