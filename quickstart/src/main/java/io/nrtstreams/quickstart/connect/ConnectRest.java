package io.nrtstreams.quickstart.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.Pauses;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface of a Connect worker. A request that meets a rebalance is repeated for up to a minute. Every
 * method throws {@link CommandFailure} where the worker does not answer or refuses. Thread-safe.
 */
public final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(90);
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;

    private final URI base;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The worker at an address such as {@code http://127.0.0.1:18083}. */
    public ConnectRest(URI base) {
        this(base, Duration.ofMinutes(1));
    }

    /** The same with another patience for rebalances. */
    ConnectRest(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** The names of all connectors. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        send("GET", "/connectors", null).body().forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The configuration of a connector, or nothing where there is none of that name. */
    public Optional<Map<String, String>> config(String name) {
        Answer answer = exchange("GET", path(name, "/config"), null);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(JSON.convertValue(answer.orFail().body(), new TypeReference<TreeMap<String, String>>() {}));
    }

    /** Creates a connector, or changes its configuration. */
    public void put(Connector connector) {
        send("PUT", path(connector.name(), "/config"), connector.config());
    }

    /** The state of a connector, or nothing as long as the worker has none. */
    public Optional<ConnectorStatus> status(String name) {
        Answer answer = exchange("GET", path(name, "/status"), null);
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(ConnectorStatus.of(answer.orFail().body()));
    }

    /** Pauses a connector and its tasks; it takes effect a little later. */
    public void pause(String name) {
        send("PUT", path(name, "/pause"), null);
    }

    /** Lets a paused or stopped connector go on. */
    public void resume(String name) {
        send("PUT", path(name, "/resume"), null);
    }

    /** Removes a connector; says whether there was one. */
    public boolean delete(String name) {
        Answer answer = exchange("DELETE", path(name, ""), null);
        if (answer.status() == NOT_FOUND) {
            return false;
        }
        answer.orFail();
        return true;
    }

    /** The connector plugins of the worker. */
    public List<InstalledPlugin> plugins() {
        List<InstalledPlugin> plugins = new ArrayList<>();
        send("GET", "/connector-plugins", null)
                .body()
                .forEach(node -> plugins.add(new InstalledPlugin(
                        node.path("class").asText(), node.path("type").asText())));
        return plugins;
    }

    /** What the connector itself, and Connect, say of a configuration: one entry for each key. */
    JsonNode validate(Connector connector) {
        String plugin = URLEncoder.encode(connector.connectorClass(), StandardCharsets.UTF_8);
        return send("PUT", "/connector-plugins/" + plugin + "/config/validate", connector.config())
                .body();
    }

    private static String path(String name, String below) {
        return "/connectors/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + below;
    }

    private Answer send(String method, String path, @Nullable Object body) {
        return exchange(method, path, body).orFail();
    }

    private Answer exchange(String method, String path, @Nullable Object body) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Answer answer = once(method, path, body);
            if (!answer.meetsRebalance() || System.nanoTime() > deadline) {
                return answer;
            }
            Pauses.rest(Duration.ofMillis(250));
        }
    }

    private Answer once(String method, String path, @Nullable Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(REQUEST_LIMIT)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(method + " " + request.uri(), response.statusCode(), read(request, response));
        } catch (ConnectException e) {
            throw new CommandFailure(
                    "No Connect worker answers at " + base
                            + ". Start one with ./nrt up, or name another with --connect URL.",
                    e);
        } catch (IOException e) {
            throw new CommandFailure("The Connect worker at " + base + " broke off (" + e + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while waiting for the Connect worker at " + base + ".", e);
        }
    }

    private static JsonNode read(HttpRequest request, HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    request.uri() + " answered " + response.statusCode()
                            + " with something that is not JSON. Is it a Connect worker?",
                    e);
        }
    }

    private record Answer(String request, int status, JsonNode body) {
        /** Requests that read are refused with 500 where those that write get a 409; only the text tells. */
        boolean meetsRebalance() {
            return status == CONFLICT || (status == INTERNAL_ERROR && message().contains("a rebalance is expected"));
        }

        private String message() {
            return body.path("message").asText("no message").lines().findFirst().orElse("");
        }

        Answer orFail() {
            if (status >= 400) {
                throw new CommandFailure(request + " was refused with " + status + ": " + message());
            }
            return this;
        }
    }
}
