package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.conformance.CaseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks a server, as ksqlDB's clients do over HTTP/1.1. */
final class RestClient {

    private static final String JSON = "application/vnd.ksql.v1+json";
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RestClient(URI server) {
        this.server = server;
    }

    /**
     * An answer.
     *
     * @param body an array of entities or of rows, or the error
     */
    record Answer(int status, JsonNode body) {
        boolean isRefused() {
            return status >= 400;
        }
    }

    Answer execute(String statement, Map<String, String> properties) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request("/ksql", statement, properties), BodyHandlers.ofString());
        return new Answer(response.statusCode(), CaseFile.JSON.readTree(response.body()));
    }

    private HttpRequest request(String path, String statement, Map<String, String> properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ksql", statement);
        ObjectNode settings = body.putObject("streamsProperties");
        properties.forEach(settings::put);
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(ANSWER)
                .header("Content-Type", JSON)
                .header("Accept", JSON)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    /** The rows of a query that ends within a time; those that came by then of one that does not. */
    CompletableFuture<Answer> query(String statement, Map<String, String> properties, Duration time) {
        return http.sendAsync(request("/query", statement, properties), BodyHandlers.ofLines())
                .thenApplyAsync(response -> read(response, time));
    }

    private static Answer read(HttpResponse<Stream<String>> response, Duration time) {
        Stream<String> lines = response.body();
        CompletableFuture<ArrayNode> rows = CompletableFuture.supplyAsync(() -> array(lines));
        // Closing the body ends the query at the server, and the reading of lines here.
        rows.completeOnTimeout(JsonNodeFactory.instance.arrayNode(), time.toMillis(), TimeUnit.MILLISECONDS);
        try (lines) {
            ArrayNode all = rows.join();
            JsonNode body = response.statusCode() >= 400 && !all.isEmpty() ? all.get(0) : all;
            return new Answer(response.statusCode(), body);
        }
    }

    private static ArrayNode array(Stream<String> lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        try {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next().strip();
                if (line.startsWith("[")) {
                    line = line.substring(1);
                }
                while (line.endsWith("]") || line.endsWith(",")) {
                    line = line.substring(0, line.length() - 1);
                }
                if (!line.isBlank()) {
                    array.add(CaseFile.JSON.readTree(line));
                }
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the server's answer is no JSON", e);
        }
        return array;
    }
}
