package io.nrtstreams.quickstart.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.config.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All connectors of some files and folders, and all that is wrong with those files.
 *
 * @param connectors those that could be read, in the order of their files
 * @param mistakes what is wrong, each with its file
 */
public record Declared(List<Connector> connectors, List<String> mistakes) {
    public Declared {
        connectors = List.copyOf(connectors);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Reads files, and all {@code .json} files of folders, in the order of their names.
     *
     * <p>A file holds one connector as {@code POST /connectors} takes it: {@code {"name": ..., "config": {...}}}.
     */
    public static Declared in(List<Path> paths) {
        Reading reading = new Reading();
        paths.forEach(reading::path);
        return new Declared(List.copyOf(reading.byName.values()), reading.mistakes);
    }

    /**
     * The connectors, where nothing is wrong.
     *
     * @throws CommandFailure with all mistakes, where there are some
     */
    public List<Connector> orFail() {
        if (!mistakes.isEmpty()) {
            throw new CommandFailure(String.join("\n", mistakes));
        }
        return connectors;
    }

    private static final class Reading {
        private final Map<String, Connector> byName = new LinkedHashMap<>();
        private final List<String> mistakes = new ArrayList<>();

        void path(Path path) {
            if (!Files.isDirectory(path)) {
                file(path);
                return;
            }
            List<Path> files = jsonFilesOf(path);
            if (files.isEmpty()) {
                mistakes.add(path + ": the folder holds no .json file");
            }
            files.forEach(this::file);
        }

        private List<Path> jsonFilesOf(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                mistakes.add(folder + ": the folder cannot be read (" + e + ")");
                return List.of();
            }
        }

        private void file(Path file) {
            try {
                connector(file, JsonFile.read(file));
            } catch (CommandFailure e) {
                mistakes.add(e.getMessage());
            }
        }

        private void connector(Path file, JsonNode root) {
            JsonNode name = root.path("name");
            JsonNode config = root.path("config");
            if (!name.isTextual() || name.asText().isBlank()) {
                mistakes.add(file + ": \"name\" is missing: expected {\"name\": \"...\", \"config\": {...}}");
            }
            if (!config.isObject()) {
                mistakes.add(file + ": \"config\" is missing: expected {\"name\": \"...\", \"config\": {...}}");
            }
            if (name.isTextual() && !name.asText().isBlank() && config.isObject()) {
                add(new Connector(name.asText(), texts(file, config), file));
            }
        }

        private Map<String, String> texts(Path file, JsonNode config) {
            Map<String, String> texts = new LinkedHashMap<>();
            config.properties().forEach(entry -> {
                if (entry.getValue().isContainerNode() || entry.getValue().isNull()) {
                    mistakes.add(file + ": " + entry.getKey() + ": expected a text, a number, true or false");
                } else {
                    texts.put(entry.getKey(), entry.getValue().asText());
                }
            });
            return texts;
        }

        private void add(Connector connector) {
            Connector other = byName.putIfAbsent(connector.name(), connector);
            if (other != null) {
                mistakes.add(connector.file() + ": name: " + connector.name() + " is declared in " + other.file()
                        + " already; give one of them another name");
            }
        }
    }
}
