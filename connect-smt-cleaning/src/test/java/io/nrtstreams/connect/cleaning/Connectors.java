package io.nrtstreams.connect.cleaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;

/** The connectors that the project ships, with the transforms exactly as they declare them. */
final class Connectors {
    private Connectors() {}

    /** The chain of a connector of {@code connectors-config/demo}. */
    static <R extends ConnectRecord<R>> Chain<R> demo(String file) {
        return chain(read(Path.of("connectors-config", "demo", file)).get("config"));
    }

    /** The chain that a connector's configuration declares. */
    static <R extends ConnectRecord<R>> Chain<R> chain(JsonNode config) {
        List<Transformation<R>> transforms = new ArrayList<>();
        for (String alias : config.get("transforms").asText().split(",")) {
            transforms.add(transform(config, "transforms." + alias + "."));
        }
        return new Chain<>(transforms);
    }

    private static <R extends ConnectRecord<R>> Transformation<R> transform(JsonNode config, String prefix) {
        Map<String, String> own = new TreeMap<>();
        config.properties().forEach(entry -> {
            if (entry.getKey().startsWith(prefix)) {
                own.put(
                        entry.getKey().substring(prefix.length()),
                        entry.getValue().asText());
            }
        });
        Transformation<R> transform = switch (own.get("type")) {
            case "io.nrtstreams.connect.cleaning.Parse$Value" -> new Parse.Value<>();
            case "io.nrtstreams.connect.cleaning.Clean$Value" -> new Clean.Value<>();
            default -> throw new IllegalArgumentException("a transform of others: " + own.get("type"));
        };
        transform.configure(own);
        return transform;
    }

    private static JsonNode read(Path path) {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("nrt.home"))
                            .resolve(path)
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Transforms one after the other, as a Connect worker runs them. */
    record Chain<R extends ConnectRecord<R>>(List<Transformation<R>> transforms) {
        R apply(R record) {
            R here = record;
            for (Transformation<R> transform : transforms) {
                here = here == null ? null : transform.apply(here);
            }
            return here;
        }
    }
}
