package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.feed.Feed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes feeds of definitions: of this project's notation, or of Avro schemas with {@code arg.properties}. Which of them
 * a text is follows from it: a schema has a {@code type} at its top, a definition has {@code fields} alone.
 */
public final class CustomFeeds {
    private CustomFeeds() {}

    /**
     * A feed, or what is wrong with its definition.
     *
     * @param feed null if there are mistakes
     * @param mistakes each with its path, e.g. {@code fields.price.uniform.max: expected a number}
     */
    public record Result(@Nullable Feed feed, List<String> mistakes) {}

    /**
     * What a configuration says beside the definition.
     *
     * @param seed of everything that is drawn
     * @param key the field that becomes the key, in place of the definition's; null to leave it
     * @param devices in place of the definition's; null to leave it
     */
    public record Overrides(
            long seed, @Nullable String key, @Nullable Integer devices) {}

    /** The feed of a definition that is given as text. */
    public static Result ofText(String json, Overrides overrides) {
        return read(json, DefinitionSource.ofText(), overrides);
    }

    /** The feed of a definition in a file, which may name others in its folder and below. */
    public static Result ofFile(Path file, Overrides overrides) {
        try {
            return read(DefinitionSource.read(file), DefinitionSource.of(file), overrides);
        } catch (IllegalArgumentException e) {
            return new Result(null, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The feed of a definition that comes with the connector, in any case. */
    public static Result ofQuickstart(String name, Overrides overrides) {
        try {
            return read(Quickstarts.text(name), DefinitionSource.ofText(), overrides);
        } catch (IllegalArgumentException e) {
            return new Result(null, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The names of the definitions that come with the connector. */
    public static List<String> quickstarts() {
        return Quickstarts.NAMES;
    }

    private static Result read(String json, DefinitionSource source, Overrides overrides) {
        Mistakes mistakes = new Mistakes();
        Definition definition = null;
        try {
            Object parsed = Json.parse(json);
            Node given = new Node("", parsed, mistakes);
            Node ours = given.has("type") ? new Node("", AvroSchemas.definition(given), mistakes) : given;
            if (mistakes.isEmpty()) {
                definition = new DefinitionReader(overrides.seed(), source).read(overridden(ours, overrides));
            }
        } catch (IllegalArgumentException e) {
            mistakes.add("", String.valueOf(e.getMessage()));
        }
        return definition == null || !mistakes.isEmpty()
                ? new Result(null, mistakes.all())
                : new Result(new CustomFeed(definition), List.of());
    }

    private static Node overridden(Node node, Overrides overrides) {
        if (!(node.value() instanceof Map<?, ?> members)) {
            return node;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        members.forEach((name, value) -> changed.put(name.toString(), value));
        if (overrides.key() != null) {
            changed.put("key", overrides.key());
        }
        if (overrides.devices() != null) {
            changed.put("devices", overrides.devices().longValue());
        }
        return new Node(node.path(), changed, node.mistakes());
    }
}
