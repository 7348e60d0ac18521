package io.nrtstreams.analytics.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Typed access to the keys of one definition. Every key that is asked for becomes a known one;
 * {@link #refuseUnknown} then notes the others, with the known key each was probably meant to be.
 *
 * <p>A key that is missing or wrong is noted as a problem and answered with a harmless stand-in, so that reading goes
 * on and all problems come out at once. Not thread-safe.
 */
public final class Settings {
    private final Definition definition;
    private final Problems problems;
    private final DefinitionReader reader;
    private final Set<String> known = new TreeSet<>();

    Settings(Definition definition, Problems problems, DefinitionReader reader) {
        this.definition = definition;
        this.problems = problems;
        this.reader = reader;
    }

    /** The definition's name. */
    public String name() {
        return definition.name();
    }

    /** A text that must be there. */
    public String required(String key) {
        return optional(key).orElseGet(() -> {
            problem(key, "is required");
            return "";
        });
    }

    /** A text that may be missing; blank counts as missing. */
    public Optional<String> optional(String key) {
        known.add(key);
        return Optional.ofNullable(definition.config().get(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** What {@code parser} makes of the text; its {@link IllegalArgumentException} becomes a problem of the key. */
    public <T> T parsed(String key, T fallback, Function<String, T> parser) {
        Optional<String> text = optional(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return parser.apply(text.get());
        } catch (IllegalArgumentException e) {
            problem(key, String.valueOf(e.getMessage()));
            return fallback;
        }
    }

    /** One of the constants of an enumeration, in lower case. */
    public <E extends Enum<E>> E oneOf(String key, E fallback) {
        E[] constants = fallback.getDeclaringClass().getEnumConstants();
        return parsed(
                key,
                fallback,
                text -> Arrays.stream(constants)
                        .filter(constant ->
                                constant.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("expected one of: "
                                + Arrays.stream(constants)
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    /** A list with commas between its entries; empty if the key is missing. */
    public List<String> list(String key) {
        return parsed(
                key,
                List.of(),
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }

    /** The next name of every key {@code prefix<name>.…}, sorted. */
    public Set<String> namesUnder(String prefix) {
        return definition.config().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All keys that begin with {@code prefix}, whatever they are: they are for somebody else to judge. */
    public Map<String, String> passedOn(String prefix) {
        Map<String, String> passed = new LinkedHashMap<>();
        definition.config().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    known.add(entry.getKey());
                    passed.put(entry.getKey(), entry.getValue());
                });
        return passed;
    }

    /** The SQL text: {@code sql}, or the contents of the file beside the definition that {@code sql.file} names. */
    public String sql() {
        Optional<String> inline = optional("sql");
        Optional<String> file = optional("sql.file");
        if (inline.isPresent() == file.isPresent()) {
            problem("sql", "give either sql or sql.file, the text or the name of a file beside this one");
            return "";
        }
        return withoutSemicolon(
                inline.orElseGet(() -> reader.sibling(definition.file(), "sql.file", file.orElseThrow())));
    }

    private static String withoutSemicolon(String sql) {
        return sql.strip().replaceFirst(";$", "");
    }

    /** Notes what is wrong with a key. */
    public void problem(String key, String message) {
        problems.add(definition.file(), key, message);
    }

    /** Notes every key that nobody asked for. */
    public void refuseUnknown() {
        definition.config().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problem(key, "there is no such key" + remedy(key)));
    }

    private String remedy(String key) {
        return Suggestions.nearest(key, known)
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("; remove it, or see docs/analytics.md for the keys");
    }
}
