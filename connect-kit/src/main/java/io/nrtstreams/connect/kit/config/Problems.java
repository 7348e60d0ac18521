package io.nrtstreams.connect.kit.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with a configuration, gathered before anything is said, so that its author mends it in one go.
 *
 * <p>Not thread-safe.
 */
public final class Problems {
    private final Map<String, List<String>> byKey = new LinkedHashMap<>();

    /** Notes what is wrong with {@code key}: the cause and the remedy, never a secret's value. */
    public void add(String key, String message) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(message);
    }

    /**
     * Runs a parser of {@code key}'s value; an {@link IllegalArgumentException} or {@link ConfigException} of it
     * becomes a problem of the key.
     *
     * @return the parsed value, or empty if it was refused
     */
    public <T> Optional<T> parse(String key, Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException | ConfigException e) {
            add(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Notes every key of {@code given} that {@code known} does not define and that looks like a slip for one that it
     * does. Keys under {@code foreignPrefixes}, and keys unlike any of ours, belong to others and pass.
     */
    public void addNearMisses(Collection<String> given, ConfigDef known, Collection<String> foreignPrefixes) {
        addNearMisses(given, known.names(), foreignPrefixes);
    }

    /** The same for a set of known names. */
    public void addNearMisses(Collection<String> given, Set<String> known, Collection<String> foreignPrefixes) {
        for (String key : given) {
            boolean foreign = foreignPrefixes.stream().anyMatch(key::startsWith);
            if (!foreign && !known.contains(key)) {
                Suggestions.nearest(key, known)
                        .ifPresent(meant -> add(key, "there is no such key; did you mean " + meant + "?"));
            }
        }
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** What is wrong with one key, as it is now. */
    public List<String> of(String key) {
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }

    /** The problems as {@code key: message}, in the order in which they were found. */
    public List<String> messages() {
        return byKey.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(message -> withKey(entry.getKey(), message)))
                .toList();
    }

    /**
     * Throws one exception that lists every problem.
     *
     * @throws ConfigException if there is any
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new ConfigException(messages().stream().collect(Collectors.joining("; ")));
        }
    }

    /** Adds the problems to Connect's validation result, creating an entry for a key that has none. */
    public Config addTo(Config config) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        config.configValues().forEach(value -> values.put(value.name(), value));
        byKey.forEach((key, messages) -> {
            ConfigValue value =
                    values.computeIfAbsent(key, name -> new ConfigValue(name, null, List.of(), new ArrayList<>()));
            messages.stream()
                    .map(message -> withKey(key, message))
                    .filter(message -> !value.errorMessages().contains(message))
                    .forEach(value::addErrorMessage);
        });
        return new Config(List.copyOf(values.values()));
    }

    private static String withKey(String key, @Nullable String message) {
        String text = String.valueOf(message);
        return text.startsWith(key + ":") ? text : key + ": " + text;
    }
}
