package io.nrtstreams.sql.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema registry of the REST API over a real socket, as far as the client asks it. Single-threaded. */
final class RegistryServer implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private final List<@Nullable String> authorizations = new ArrayList<>();
    private final Deque<Answer> planned = new ArrayDeque<>();
    private final Map<String, List<Integer>> versions = new LinkedHashMap<>();
    private final List<JsonNode> schemas = new ArrayList<>();

    RegistryServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized List<@Nullable String> authorizations() {
        return new ArrayList<>(authorizations);
    }

    /** The next request gets this answer. */
    synchronized void plan(int status, String body) {
        planned.add(new Answer(status, body));
    }

    /** Registers the document of a request, and gives its id. */
    synchronized int add(String subject, String document) throws IOException {
        JsonNode schema = MAPPER.readTree(document);
        int index = schemas.indexOf(schema);
        if (index < 0) {
            index = schemas.size();
            schemas.add(schema);
        }
        List<Integer> known = versions.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!known.contains(index)) {
            known.add(index);
        }
        return index + 1;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + path);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = planned.isEmpty() ? answer(exchange.getRequestMethod(), path, body) : planned.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(String method, String path, String body) throws IOException {
        String[] parts = path.split("/");
        if (path.startsWith("/schemas/ids/")) {
            int id = Integer.parseInt(parts[3]);
            return id > schemas.size()
                    ? missing(40403)
                    : new Answer(200, schemas.get(id - 1).toString());
        }
        String subject = URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
        if (method.equals("POST") && parts.length == 4) {
            return new Answer(200, "{\"id\":" + add(subject, body) + "}");
        }
        List<Integer> known = versions.get(subject);
        if (known == null) {
            return missing(40401);
        }
        if (method.equals("POST")) {
            return version(subject, known, known.indexOf(schemas.indexOf(MAPPER.readTree(body))));
        }
        return version(subject, known, parts[4].equals("latest") ? known.size() - 1 : Integer.parseInt(parts[4]) - 1);
    }

    private Answer version(String subject, List<Integer> known, int version) {
        if (version < 0 || version >= known.size()) {
            return missing(40402);
        }
        ObjectNode answer = schemas.get(known.get(version)).deepCopy();
        answer.put("subject", subject).put("version", version + 1).put("id", known.get(version) + 1);
        return new Answer(200, answer.toString());
    }

    private static Answer missing(int code) {
        return new Answer(404, "{\"error_code\":" + code + ",\"message\":\"not found\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
