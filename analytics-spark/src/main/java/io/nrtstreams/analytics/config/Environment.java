package io.nrtstreams.analytics.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables in the place of <code>${env:NAME}</code>, the form Kafka's own EnvVarConfigProvider has.
 *
 * @param variables the variables by name
 */
public record Environment(Map<String, String> variables) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([^}]*)}");

    public Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * The text with every reference replaced.
     *
     * @throws IllegalArgumentException if a variable is not set; the message names all that are missing
     */
    public String expand(String text) {
        Set<String> missing = new TreeSet<>();
        String expanded = REFERENCE.matcher(text).replaceAll(reference -> {
            String name = reference.group(1);
            String value = variables.get(name);
            if (value == null) {
                missing.add(name);
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the environment does not set " + String.join(", ", missing));
        }
        return expanded;
    }
}
