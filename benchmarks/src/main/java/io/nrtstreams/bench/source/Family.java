package io.nrtstreams.bench.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * How one make of connector is configured for the workloads, as a resource named for its class.
 *
 * <p>A property {@code TRAIT.NAME=VALUE} is the connector's property NAME for workloads that have the trait; {@code
 * always} is a trait of all. {@code family.traits} lists the ones that the connector can do. Values may hold
 * <code>${topic}</code>.
 */
final class Family {
    private static final String ALWAYS = "always";
    private static final Set<String> KNOWN = Set.of(
            "io.nrtstreams.connect.mock.MockSourceConnector", "io.confluent.kafka.connect.datagen.DatagenConnector");

    private final String connectorClass;
    private final Properties declared;

    private Family(String connectorClass, Properties declared) {
        this.connectorClass = connectorClass;
        this.declared = declared;
    }

    /** The connector classes that there is a family of. */
    static Set<String> known() {
        return KNOWN;
    }

    /** The family of a connector class, one of {@link #known}. */
    static Family of(String connectorClass) {
        Properties declared = new Properties();
        try (InputStream file = Family.class.getResourceAsStream(connectorClass + ".properties")) {
            if (file == null) {
                throw new IllegalArgumentException("no family is known for " + connectorClass);
            }
            declared.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Family(connectorClass, declared);
    }

    /** Whether the connector can do what has these traits. */
    boolean can(List<String> traits) {
        return List.of(declared.getProperty("family.traits").strip().split(",", -1))
                .containsAll(traits);
    }

    /** The connector's properties for what has these traits, the last of which prevails. */
    Map<String, String> properties(List<String> traits, String topic) {
        Map<String, String> properties = new HashMap<>();
        properties.put("name", "bench-" + topic);
        properties.put("connector.class", connectorClass);
        properties.put("tasks.max", "1");
        add(ALWAYS, properties);
        traits.forEach(trait -> add(trait, properties));
        properties.replaceAll((name, value) -> value.strip().replace("${topic}", topic));
        return properties;
    }

    private void add(String trait, Map<String, String> properties) {
        String prefix = trait + ".";
        declared.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> properties.put(name.substring(prefix.length()), declared.getProperty(name)));
    }
}
