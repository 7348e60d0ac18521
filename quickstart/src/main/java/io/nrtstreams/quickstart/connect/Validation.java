package io.nrtstreams.quickstart.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a worker says of a declared connector, without starting it.
 *
 * @param mistakes all that is wrong, each with file and key
 * @param secretKeys the keys whose values must not be shown
 */
record Validation(List<String> mistakes, Set<String> secretKeys) {
    /** Asks the worker. */
    static Validation of(Connector connector, ConnectRest worker, List<InstalledPlugin> installed) {
        if (installed.stream().noneMatch(plugin -> plugin.answersTo(connector.connectorClass()))) {
            return new Validation(List.of(unknownClass(connector, installed)), Set.of());
        }
        List<String> mistakes = new ArrayList<>();
        Set<String> secret = new HashSet<>();
        for (JsonNode entry : worker.validate(connector).path("configs")) {
            JsonNode value = entry.path("value");
            String key = value.path("name").asText();
            value.path("errors").forEach(error -> mistakes.add(mistake(connector, key, error.asText())));
            if ("PASSWORD".equals(entry.path("definition").path("type").asText())) {
                secret.add(key);
            }
        }
        boolean transformsPass = mistakes.stream().noneMatch(mistake -> mistake.contains(": transforms."));
        if (transformsPass) {
            TransformCheck.mistakes(connector.config()).forEach(text -> mistakes.add(connector.file() + ": " + text));
        }
        return new Validation(mistakes, secret);
    }

    private static String mistake(Connector connector, String key, String error) {
        String message = error.startsWith(key) ? error : key + ": " + error;
        return connector.file() + ": " + message;
    }

    private static String unknownClass(Connector connector, List<InstalledPlugin> installed) {
        List<String> classes =
                installed.stream().map(InstalledPlugin::className).sorted().toList();
        String name = connector.connectorClass();
        Optional<String> meant = Suggestions.nearest(name, classes)
                .or(() -> classes.stream()
                        .filter(known -> Suggestions.nearest(simple(name), List.of(simple(known)))
                                .isPresent())
                        .findFirst());
        return connector.file() + ": connector.class: "
                + (name.isEmpty() ? "is missing" : "the worker has no connector " + name)
                + meant.map(known -> " (did you mean " + known + "?)").orElse("")
                + ". It has: " + String.join(", ", classes);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
