package io.nrtstreams.quickstart.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of Connect's REST interface that the command uses, over maps. Its one plugin {@code a.b.LinesConnector} wants
 * a {@code topic} and has a secret {@code password}; a connector with {@code fails} set does.
 */
final class FakeWorker implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, JsonNode> running = new TreeMap<>();
    final List<String> changes = new ArrayList<>();
    private final HttpServer server;
    private int conflicts;
    private int conflictStatus;
    private int staleLooks;

    FakeWorker() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers the next requests with a rebalance. */
    void rebalanceFor(int requests, int status) {
        conflicts = requests;
        conflictStatus = status;
    }

    /** Shows the failure of an earlier run to the next looks. */
    void failUntilLook(int looks) {
        staleLooks = looks;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (conflicts > 0) {
                conflicts--;
                answer(exchange, conflictStatus, "{\"message\":\"not now because a rebalance is expected\"}");
                return;
            }
            route(
                    exchange,
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath().split("/"));
        }
    }

    private void route(HttpExchange exchange, String method, String[] path) throws IOException {
        String request = method + " " + path[1] + (path.length > 3 ? " " + path[path.length - 1] : "");
        switch (request) {
            case "GET connector-plugins" ->
                answer(exchange, 200, "[{\"class\":\"a.b.LinesConnector\",\"type\":\"source\"}]");
            case "PUT connector-plugins validate" -> answer(exchange, 200, validated(body(exchange)));
            case "PUT connectors config" -> put(exchange, path[2]);
            case "GET connectors config" -> found(exchange, running.get(path[2]));
            case "GET connectors status" ->
                found(exchange, running.containsKey(path[2]) ? status(running.get(path[2])) : null);
            case "DELETE connectors" -> delete(exchange, path[2]);
            default -> answer(exchange, 500, "{\"message\":\"no such request: " + request + "\"}");
        }
    }

    private void put(HttpExchange exchange, String name) throws IOException {
        running.put(name, body(exchange));
        changes.add("put " + name);
        answer(exchange, 201, "{}");
    }

    private void delete(HttpExchange exchange, String name) throws IOException {
        changes.add("delete " + name);
        answer(exchange, running.remove(name) == null ? 404 : 204, "");
    }

    private static void found(HttpExchange exchange, JsonNode node) throws IOException {
        answer(exchange, node == null ? 404 : 200, node == null ? "{\"message\":\"not found\"}" : node.toString());
    }

    private JsonNode status(JsonNode config) {
        boolean fails = config.has("fails") || staleLooks-- > 0;
        String state = fails ? "FAILED" : "RUNNING";
        ObjectNode status = JSON.createObjectNode().put("type", "source");
        status.putObject("connector").put("state", "RUNNING");
        ObjectNode task = status.putArray("tasks").addObject().put("id", 0).put("state", state);
        if (fails) {
            task.put(
                    "trace",
                    "org.Y: Exiting due to unrecoverable exception.\n\tat a.b.C.d(C.java:1)\n"
                            + "Caused by: org.X: the file is gone\n\tat a.b.C.d(C.java:2)\n\t... 8 more\n");
        }
        return status;
    }

    private static String validated(JsonNode config) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode configs = answer.putArray("configs");
        List<String> errors = config.has("topic")
                ? List.of()
                : List.of("Missing required configuration \"topic\" which has no default value.");
        key(configs, "topic", "STRING", errors);
        key(configs, "password", "PASSWORD", List.of());
        return answer.toString();
    }

    private static void key(ArrayNode configs, String name, String type, List<String> errors) {
        ObjectNode entry = configs.addObject();
        entry.putObject("definition").put("name", name).put("type", type);
        ArrayNode list = entry.putObject("value").put("name", name).putArray("errors");
        errors.forEach(list::add);
    }

    private static JsonNode body(HttpExchange exchange) {
        try {
            return JSON.readTree(exchange.getRequestBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
