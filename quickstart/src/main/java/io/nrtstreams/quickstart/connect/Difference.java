package io.nrtstreams.quickstart.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a declared connector differs from what the worker runs. */
sealed interface Difference {
    /** The worker has no connector of that name. */
    record Missing() implements Difference {}

    /** The worker runs exactly what is declared. */
    record None() implements Difference {}

    /**
     * Some keys differ.
     *
     * @param lines one for each key: {@code + key = new}, {@code - key}, {@code ~ key: old -> new}
     */
    record Changed(List<String> lines) implements Difference {}

    /** Compares; values of {@code secretKeys} are not repeated unless they only point at a secret. */
    static Difference between(Map<String, String> running, Map<String, String> declared, Set<String> secretKeys) {
        List<String> lines = new ArrayList<>();
        Set<String> keys = new TreeSet<>(running.keySet());
        keys.addAll(declared.keySet());
        for (String key : keys) {
            boolean secret = secretKeys.contains(key);
            if (!running.containsKey(key)) {
                lines.add("+ " + key + " = " + shown(declared, key, secret));
            } else if (!declared.containsKey(key)) {
                lines.add("- " + key);
            } else if (!running.get(key).equals(declared.get(key))) {
                lines.add("~ " + key + ": " + shown(running, key, secret) + " -> " + shown(declared, key, secret));
            }
        }
        return lines.isEmpty() ? new None() : new Changed(lines);
    }

    private static String shown(Map<String, String> config, String key, boolean secret) {
        String value = config.getOrDefault(key, "");
        return secret && !value.startsWith("${") ? "[hidden]" : value;
    }
}
