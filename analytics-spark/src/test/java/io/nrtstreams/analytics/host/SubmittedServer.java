package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL server in a process of its own, as its clients see it. */
final class SubmittedServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChildProcess process;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SubmittedServer(ChildProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it takes statements. Everything that it keeps is in the folder. */
    static SubmittedServer submit(SparkCluster cluster, String master, String broker, Path folder, String name)
            throws IOException {
        URI address = URI.create("http://127.0.0.1:" + SparkCluster.freePort());
        Path properties = Files.write(
                folder.resolve(name + ".properties"),
                List.of(
                        "bootstrap.servers=" + broker,
                        "listeners=" + address,
                        "ksql.service.id=cluster",
                        "nrt.server.id=one",
                        "nrt.batch.max.records=400",
                        "ksql.extension.dir=" + folder.resolve("functions"),
                        "nrt.store.dir=" + folder.resolve("store"),
                        "nrt.checkpoint.dir=" + folder.resolve("checkpoints")));
        ChildProcess process = cluster.submit(name, master, List.of("--properties", properties.toString()));
        SubmittedServer server = new SubmittedServer(process, address);
        SqlHost.await(SparkCluster.PATIENCE, server::isReady, process::said);
        return server;
    }

    private boolean isReady() {
        assertThat(process.isAlive()).as(process::said).isTrue();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/health")).build();
            return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Carries out statements; all must succeed. */
    void execute(String script) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/ksql", script);
        assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    }

    /** The rows of a query that ends. */
    List<List<JsonNode>> rows(String select) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/query", select);
        assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("errorMessage");
        List<List<JsonNode>> rows = new ArrayList<>();
        for (JsonNode part : JSON.readTree(answer.body())) {
            if (part.has("row")) {
                List<JsonNode> row = new ArrayList<>();
                part.path("row").path("columns").forEach(row::add);
                rows.add(row);
            }
        }
        return rows;
    }

    /** How its queries fare, and what it said, for who waits in vain. */
    String told() {
        try {
            return post("/ksql", "SHOW QUERIES;").body() + "\n" + process.said();
        } catch (IOException | InterruptedException e) {
            return e + "\n" + process.said();
        }
    }

    private HttpResponse<String> post(String path, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/vnd.ksql.v1+json")
                .POST(BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("ksql", text, "streamsProperties", Map.of()))))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
