package io.nrtstreams.shell.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.client.ServerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks the server for the names that it knows, at most every ten seconds and after each statement. What the server does not
 * tell in time, or not at all, is not offered; typing goes on. Not thread-safe.
 */
public final class ServerNames {

    private static final Duration VALID = Duration.ofSeconds(10);

    private final Supplier<Optional<Server>> server;
    private final InstantSource clock;
    private Names names = Names.NONE;
    private Instant validUntil = Instant.MIN;

    /** @param server the one that the shell talks to at the moment, if any */
    public ServerNames(Supplier<Optional<Server>> server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Makes the next question go to the server again. */
    public void forget() {
        validUntil = Instant.MIN;
    }

    Names current() {
        Instant now = clock.instant();
        if (now.isAfter(validUntil)) {
            names = asked();
            validUntil = clock.instant().plus(VALID);
        }
        return names;
    }

    private Names asked() {
        List<JsonNode> catalog = answer("DESCRIBE STREAMS; DESCRIBE TABLES;");
        List<JsonNode> lists = new ArrayList<>(
                catalog.isEmpty() ? List.of() : answer("SHOW TOPICS; SHOW QUERIES; SHOW FUNCTIONS; SHOW PROPERTIES;"));
        if (!lists.isEmpty()) {
            lists.addAll(answer("SHOW CONNECTORS; SHOW CONNECTOR PLUGINS;"));
        }
        return new Names(
                sources(catalog),
                names(lists, "topics", "name"),
                names(lists, "queries", "id"),
                names(lists, "functions", "name"),
                names(lists, "properties", "name"),
                names(lists, "connectors", "name"),
                names(lists, "connectorsPlugins", "className"));
    }

    /** What the server answers; nothing when it has other cares, as these names only save typing. */
    private List<JsonNode> answer(String statements) {
        try {
            return server.get().map(known -> known.ask(statements)).orElse(List.of());
        } catch (ServerException e) {
            return e.entities();
        }
    }

    private static Map<String, List<String>> sources(List<JsonNode> entities) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        for (JsonNode entity : entities) {
            for (JsonNode source : entity.path("sourceDescriptions")) {
                List<String> columns = new ArrayList<>();
                source.path("fields")
                        .forEach(field -> columns.add(field.path("name").asText()));
                sources.put(source.path("name").asText(), columns);
            }
        }
        return sources;
    }

    private static List<String> names(List<JsonNode> entities, String list, String field) {
        List<String> names = new ArrayList<>();
        for (JsonNode entity : entities) {
            entity.path(list).forEach(element -> names.add(element.path(field).asText()));
        }
        return names;
    }
}
