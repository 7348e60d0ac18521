package io.nrtstreams.it.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Connect REST API as a user's shell script would call it. */
public final class ConnectClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI rest;

    public ConnectClient(URI rest) {
        this.rest = rest;
    }

    /** An answer with its status, whatever it is. */
    public record Answer(int status, JsonNode body) {}

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(rest.resolve(path)).GET());
    }

    public Answer put(String path, String body) {
        return send(HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer patch(String path, String body) {
        return send(HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(rest.resolve(path)).DELETE());
    }

    /** Creates a connector from a file as it is. */
    public Answer create(Path file) throws IOException {
        return post("/connectors", Files.readString(file));
    }

    /** The names of the connectors declared in a folder. */
    public static List<String> declaredIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(ConnectClient::read)
                    .map(json -> json.path("name").asText())
                    .sorted()
                    .toList();
        }
    }

    public static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(file + " is not readable JSON", e);
        }
    }

    /** Whether the connector and at least one task run and none has failed. */
    public boolean isRunning(String name) {
        JsonNode status = get("/connectors/" + name + "/status").body();
        JsonNode tasks = status.path("tasks");
        for (JsonNode task : tasks) {
            if (task.path("state").asText().equals("FAILED")) {
                throw new AssertionError(name + " failed: " + task.path("trace").asText());
            }
        }
        return status.path("connector").path("state").asText().equals("RUNNING")
                && !tasks.isEmpty()
                && Stream.iterate(0, i -> i < tasks.size(), i -> i + 1)
                        .allMatch(i -> tasks.get(i).path("state").asText().equals("RUNNING"));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = answer.body();
            return new Answer(answer.statusCode(), body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new AssertionError("no answer from " + rest, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
