package io.nrtstreams.bench.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
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
 * always} is a trait of all. {@code family.traits} lists the ones that the connector can do, {@code family.data.prefix}
 * is where its objects with records are, {@code family.header.lines} how many lines of a CSV object hold no record.
 * Values may hold <code>${endpoint}</code>, <code>${bucket}</code>, <code>${file.records}</code> and
 * <code>${topic}</code>.
 */
final class Family {
    private static final String ALWAYS = "always";
    private static final Set<String> KNOWN = Set.of(
            "io.nrtstreams.connect.s3.S3SinkConnector",
            "io.confluent.connect.s3.S3SinkConnector",
            "io.aiven.kafka.connect.s3.AivenKafkaConnectS3SinkConnector");

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

    /** Whether the connector can do what the workload asks for. */
    boolean can(Workload workload) {
        return List.of(declared("family.traits").split(",", -1)).containsAll(workload.traits());
    }

    /** The connector's properties for a workload that it {@link #can} do. */
    Map<String, String> properties(Workload workload, URI endpoint, String bucket) {
        Map<String, String> properties = new HashMap<>();
        properties.put("name", "bench");
        properties.put("connector.class", connectorClass);
        properties.put("topics", Readings.TOPIC);
        add(ALWAYS, properties);
        workload.traits().forEach(trait -> add(trait, properties));
        properties.replaceAll((name, value) -> value.replace("${endpoint}", endpoint.toString())
                .replace("${bucket}", bucket)
                .replace("${file.records}", Integer.toString(workload.fileRecords()))
                .replace("${topic}", Readings.TOPIC));
        return properties;
    }

    private void add(String trait, Map<String, String> properties) {
        declared.stringPropertyNames().stream()
                .filter(name -> name.startsWith(trait + "."))
                .forEach(name -> properties.put(name.substring(trait.length() + 1), declared(name)));
    }

    private String declared(String name) {
        String value = declared.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the family of " + connectorClass + " lacks " + name);
        }
        return value.strip();
    }

    /** Where the objects that hold records are. */
    String dataPrefix() {
        return declared("family.data.prefix").replace("${topic}", Readings.TOPIC);
    }

    /** Lines of an object that hold no record. */
    long headerLines(Workload workload) {
        return workload.traits().contains("csv") ? Long.parseLong(declared("family.header.lines")) : 0;
    }
}
