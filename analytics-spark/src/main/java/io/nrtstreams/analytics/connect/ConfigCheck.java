package io.nrtstreams.analytics.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a worker says of a configuration before it is used.
 *
 * @param problems each with its key, the cause and what the key is
 * @param warnings keys that nobody reads and that look like others that are read
 * @param passwords the keys whose values the plugins declare secret
 */
record ConfigCheck(List<String> problems, List<String> warnings, Set<String> passwords) {

    ConfigCheck {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        passwords = Set.copyOf(passwords);
    }

    /** Reads the answer of the worker's validation. */
    static ConfigCheck of(JsonNode answer, Map<String, String> config) {
        List<String> problems = new ArrayList<>();
        Set<String> passwords = new TreeSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (JsonNode key : answer.path("configs")) {
            JsonNode definition = key.path("definition");
            String name = key.path("value")
                    .path("name")
                    .asText(definition.path("name").asText());
            known.add(name);
            if (definition.path("type").asText().equals("PASSWORD")) {
                passwords.add(name);
            }
            for (JsonNode error : key.path("value").path("errors")) {
                String text = error.asText();
                // This project's own plugins name the key themselves.
                String cause = text.startsWith(name + ": ") ? text.substring(name.length() + 2) : text;
                problems.add(name + ": " + sentence(cause) + remedy(definition, key.path("value")));
            }
        }
        return new ConfigCheck(problems, misspelt(config, known), passwords);
    }

    /** With a full stop at its end. */
    static String sentence(String error) {
        String text = error.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static String remedy(JsonNode definition, JsonNode value) {
        StringBuilder remedy = new StringBuilder();
        String documentation = definition.path("documentation").asText("").strip();
        if (!documentation.isEmpty()) {
            remedy.append(" It is: ").append(sentence(firstSentence(documentation)));
        }
        List<String> allowed = new ArrayList<>();
        value.path("recommended_values").forEach(each -> allowed.add(each.asText()));
        if (!allowed.isEmpty() && allowed.size() <= 20) {
            remedy.append(" It may be: ").append(String.join(", ", allowed)).append('.');
        }
        return remedy.toString();
    }

    /** Up to the first full stop behind which another sentence begins. */
    private static String firstSentence(String documentation) {
        String line = documentation.lines().findFirst().orElse("");
        int end = line.indexOf(". ");
        while (end >= 0 && end + 2 < line.length() && !Character.isUpperCase(line.charAt(end + 2))) {
            end = line.indexOf(". ", end + 2);
        }
        return end < 0 ? line : line.substring(0, end + 1);
    }

    /** Connect ignores keys that it does not know; one that is like another is a slip, where keys are not free. */
    private static List<String> misspelt(Map<String, String> config, Set<String> known) {
        List<String> warnings = new ArrayList<>();
        Set<String> unused = new LinkedHashSet<>(known);
        unused.removeAll(config.keySet());
        for (String key : new TreeSet<>(config.keySet())) {
            boolean free = key.contains(".override.") || key.startsWith("transforms.");
            if (!known.contains(key) && !free) {
                Suggestions.nearest(key, unused)
                        .ifPresent(near -> warnings.add(key
                                + " is not a key of this connector and may be ignored. Did you mean " + near + "?"));
            }
        }
        return warnings;
    }
}
