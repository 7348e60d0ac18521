package io.nrtstreams.analytics.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads definition files and the SQL files beside them. */
public final class DefinitionReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Names become folders, table names and JSON keys, so they hold nothing that needs quoting there. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    private final Environment environment;
    private final Problems problems;

    /** A reader that puts in the variables of {@code environment} and notes what is wrong in {@code problems}. */
    public DefinitionReader(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The files directly in {@code folder} whose names end in {@code suffix}, by name. */
    public static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": give an existing folder", e);
        }
    }

    /** The definition in {@code file}, or empty if it is none; the problems then say why. */
    public Optional<Definition> read(Path file) {
        try {
            return definition(file, JSON.readTree(text(file)));
        } catch (JsonProcessingException e) {
            problems.add(file, "line " + e.getLocation().getLineNr() + " is not JSON: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private Optional<Definition> definition(Path file, JsonNode root) {
        root.fieldNames().forEachRemaining(key -> {
            if (!key.equals("name") && !key.equals("config")) {
                problems.add(file, key, "there is no such key; a definition has name and config");
            }
        });
        String name = root.path("name").asText();
        if (!NAME.matcher(name).matches()) {
            problems.add(file, "name", "expected a letter, then letters, digits and _, at most 63 in all");
        }
        if (!root.path("config").isObject()) {
            problems.add(file, "config", "expected an object of keys and values");
            return Optional.empty();
        }
        return Optional.of(new Definition(file, name, config(file, root.path("config"))));
    }

    private Map<String, String> config(Path file, JsonNode node) {
        Map<String, String> config = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getValue().isValueNode()) {
                config.put(
                        entry.getKey(),
                        expanded(file, entry.getKey(), entry.getValue().asText()));
            } else {
                problems.add(file, entry.getKey(), "expected a text or a number, not a list or an object");
            }
        }
        return config;
    }

    /** The text of {@code sibling} beside {@code file} with environment variables put in, noted under {@code key}. */
    String sibling(Path file, String key, String sibling) {
        Path path = file.resolveSibling(sibling);
        if (!sibling.equals(String.valueOf(path.getFileName())) || !Files.isRegularFile(path)) {
            problems.add(file, key, "there is no such file in the folder of the definition");
            return "";
        }
        return expanded(path, "text", text(path));
    }

    /** The text of an SQL file with environment variables put in. */
    public String script(Path file) {
        return expanded(file, "text", text(file));
    }

    private String expanded(Path file, String key, String text) {
        try {
            return environment.expand(text);
        } catch (IllegalArgumentException e) {
            problems.add(file, key, String.valueOf(e.getMessage()));
            return text;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Typed access to the keys of {@code definition}. */
    public Settings settings(Definition definition) {
        return new Settings(definition, problems, this);
    }
}
