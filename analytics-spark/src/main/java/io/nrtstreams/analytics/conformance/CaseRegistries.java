package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.RegisteredSchema;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The registries of all cases behind one address, as a runtime has one registry: subjects begin with the prefix of the query
 * that asks, and each case has ids of its own. It answers what queries ask, in the REST API of Confluent's schema registry.
 * Schemas that refer to others are not known here. Thread-safe.
 */
final class CaseRegistries implements AutoCloseable {

    /** More schemas than a case has. */
    private static final int IDS = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<InMemorySchemaRegistry> all = new CopyOnWriteArrayList<>();
    private final Map<String, InMemorySchemaRegistry> byPrefix = new ConcurrentHashMap<>();

    CaseRegistries() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A registry whose ids no other one gives. */
    synchronized InMemorySchemaRegistry create() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry(1 + all.size() * IDS);
        all.add(registry);
        return registry;
    }

    /** Lets subjects that begin so be those of the registry without it. */
    void share(String prefix, InMemorySchemaRegistry registry) {
        byPrefix.put(prefix, registry);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getRawPath().split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                Optional<JsonNode> answer =
                        exchange.getRequestMethod().equals("POST") ? Optional.of(register(path, body)) : look(path);
                send(exchange, answer.isPresent() ? 200 : 404, answer.orElseGet(() -> error(40403, "not found")));
            } catch (RuntimeException e) {
                // Not 5xx, which would be asked again.
                send(exchange, 422, error(42201, String.valueOf(e.getMessage())));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] text = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
    }

    private static JsonNode error(int code, String message) {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message);
    }

    /** POST /subjects/SUBJECT/versions. */
    private JsonNode register(String[] path, byte[] body) throws IOException {
        JsonNode document = JSON.readTree(body);
        Kind kind = Kind.valueOf(
                document.path("schemaType").asText(Kind.AVRO.name()).toUpperCase(Locale.ROOT));
        Subject subject = subject(path);
        int id = subject.registry()
                .register(
                        subject.name(),
                        new SchemaText(kind, document.path("schema").asText(), List.of()));
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    /** GET /schemas/ids/ID or /subjects/SUBJECT/versions/latest. */
    private Optional<JsonNode> look(String[] path) {
        Optional<RegisteredSchema> found;
        if (path[1].equals("schemas")) {
            int id = Integer.parseInt(path[3]);
            found = all.get((id - 1) / IDS).byId(id);
        } else {
            Subject subject = subject(path);
            found = subject.registry().latest(subject.name());
        }
        return found.map(CaseRegistries::json);
    }

    private record Subject(InMemorySchemaRegistry registry, String name) {}

    private Subject subject(String[] path) {
        String subject = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
        return byPrefix.entrySet().stream()
                .filter(shared -> subject.startsWith(shared.getKey()))
                .map(shared -> new Subject(
                        shared.getValue(), subject.substring(shared.getKey().length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No case has the subject " + subject + "."));
    }

    private static JsonNode json(RegisteredSchema schema) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("id", schema.id())
                .put("schemaType", schema.schema().kind().name())
                .put("schema", schema.schema().text());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
