package io.nrtstreams.bench.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks the SQL server over HTTP/1.1. Thread-safe. */
final class SqlClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SqlClient(URI server) {
        this.server = server;
    }

    boolean isHealthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/healthcheck"))
                    .timeout(LONGEST)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body().contains("\"isHealthy\":true");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Carries statements out; queries read their topics from the beginning. */
    void execute(String statements) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                post("/ksql", Map.of("ksql", statements, "streamsProperties", Map.of("auto.offset.reset", "earliest"))),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the server refuses a statement: " + response.body());
        }
    }

    /** Starts a pull query; its whole answer comes later. */
    CompletableFuture<HttpResponse<String>> pull(String sql) throws IOException {
        return client.sendAsync(post("/query-stream", Map.of("sql", sql)), BodyHandlers.ofString());
    }

    /** Starts a push query from the beginning and gives the nanoseconds until its first row. */
    long nanosToFirstRow(String sql) throws IOException, InterruptedException {
        HttpRequest request =
                post("/query-stream", Map.of("sql", sql, "properties", Map.of("auto.offset.reset", "earliest")));
        long start = System.nanoTime();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            String row = lines.readLine();
            if (response.statusCode() != 200 || row == null) {
                throw new IOException("the server does not answer a push query: " + header);
            }
            return System.nanoTime() - start;
        }
    }

    private HttpRequest post(String path, Map<String, ?> body) throws IOException {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    }
}
