package io.nrtstreams.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nrtstreams.shell.client.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks the shapes of the server's REST API; what it answers to which statement, the test says. */
public final class TestServer implements AutoCloseable {

    /** A request that came in. */
    public record Request(String path, JsonNode body, String authorization) {}

    /** Writes an answer's body. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    private record Answer(int status, Body body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN =
            "{\"@type\":\"statement_error\",\"error_code\":40001,\"message\":\"line 1, column 1: the test has no answer.\"}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public TestServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        answer("/info", """
                {"KsqlServerInfo":{"version":"7.0","kafkaClusterId":"c","ksqlServiceId":"lab_","serverStatus":"RUNNING"}}""");
        answer("/close-query", "");
    }

    /** What is answered to statements that begin so, or to a path. */
    public TestServer answer(String start, String body) {
        return answer(start, 200, body);
    }

    /** The same with another status. */
    public TestServer answer(String start, int status, String body) {
        answers.put(start, new Answer(status, out -> out.write(body.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    /** An answer that is written little by little. */
    public TestServer answer(String start, Body body) {
        answers.put(start, new Answer(200, body));
        return this;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of this server. */
    public Server client() {
        return new Server(new Server.Connection(HttpClient.newHttpClient(), uri(), Optional.empty()));
    }

    /** What came in at a path, in order. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = JSON.readTree(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(new Request(path, body, authorization == null ? "" : authorization));
        String asked = body.has("ksql") ? body.get("ksql").asText() : path;
        Answer answer = answers.entrySet().stream()
                .filter(entry -> asked.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Answer(400, out -> out.write(UNKNOWN.getBytes(StandardCharsets.UTF_8))));
        exchange.sendResponseHeaders(answer.status, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            answer.body.write(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
