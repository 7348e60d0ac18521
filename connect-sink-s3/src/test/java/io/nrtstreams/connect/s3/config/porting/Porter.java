package io.nrtstreams.connect.s3.config.porting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.s3.config.SinkKeys;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Translates configurations written in one line, for tests. */
final class Porter {
    private Porter() {}

    /** Reads {@code a=1; b=2}. */
    static Map<String, String> properties(String line) {
        Map<String, String> properties = new TreeMap<>();
        for (String entry : line.split(";")) {
            if (!entry.isBlank()) {
                int equals = entry.indexOf('=');
                properties.put(
                        entry.substring(0, equals).trim(),
                        entry.substring(equals + 1).trim());
            }
        }
        return properties;
    }

    static Map<String, String> resource(String name) throws IOException {
        try (InputStream in = Porter.class.getResourceAsStream("/porting/" + name)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        }
    }

    static Ported port(String line) {
        return Porting.read(properties(line), SinkKeys.definition());
    }

    /** The keys that were not written, as {@code a=1; b=2}. */
    static String added(String line) {
        Map<String, String> added = new TreeMap<>(port(line).properties());
        added.entrySet().removeAll(properties(line).entrySet());
        return String.join("; ", added.entrySet().stream().map(Object::toString).toList());
    }
}
