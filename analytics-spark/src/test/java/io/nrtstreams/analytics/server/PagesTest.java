package io.nrtstreams.analytics.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nrtstreams.analytics.rest.RestServer;
import io.nrtstreams.analytics.rest.RestSettings;
import io.nrtstreams.analytics.result.Axis;
import io.nrtstreams.analytics.result.Fit;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.Outcome;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.QueryState;
import io.nrtstreams.analytics.result.RegressionResult;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.result.TableRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private static final QueryFigures QUERY = new QueryFigures(
            "by_city",
            List.of("weather"),
            "topic by_city",
            QueryState.RUNNING,
            0,
            120,
            7,
            Optional.of(new Spread(90, 140, 2)),
            Optional.empty(),
            Optional.empty());

    private final FakeBackend backend = new FakeBackend();
    private RestServer server;

    /** Answers what a test puts in. */
    private static final class FakeBackend implements Backend {
        private Health health = new Health(true, List.of());
        private List<String> laggards = List.of();
        private final List<Duration> timeouts = new ArrayList<>();
        private final List<JsonNode> audits = new ArrayList<>();

        @Override
        public Health health() {
            return health;
        }

        @Override
        public List<QueryFigures> queries() {
            return List.of(QUERY);
        }

        @Override
        public Collection<String> tables() {
            return List.of("by_city");
        }

        @Override
        public Optional<TableRows> table(String name, int limit) {
            return name.equals("by_city")
                    ? Optional.of(new TableRows(name, List.of("city", "n"), List.of(List.of("Pune", limit)), 9))
                    : Optional.empty();
        }

        @Override
        public List<String> drain(Duration timeout) {
            timeouts.add(timeout);
            return laggards;
        }

        @Override
        public Report report(JsonNode audit) {
            audits.add(audit);
            Map<String, Double> coefficients = new LinkedHashMap<>();
            coefficients.put("intercept", 3.5);
            coefficients.put("temp_f", -1.0);
            RegressionResult fitted = new RegressionResult(
                    "load",
                    "load_mw ~ temp_f",
                    "temperature alone",
                    new Axis("Load", "MW"),
                    new Axis("Temperature", "°F"),
                    new Fit(70, 0.5, 2, 4),
                    new Fit(30, 0.25, 3, 9),
                    coefficients,
                    List.of());
            return new Report(
                    Path.of("/r/index.html"),
                    List.of(QUERY),
                    new LakeAnswers(
                            Map.of("lake_weather", new Outcome.Ready<>("lake_weather", 5L)),
                            List.of(
                                    new Outcome.Ready<>("load", fitted),
                                    new Outcome.Missing<>("energy", "no rows yet")),
                            List.of()));
        }
    }

    @BeforeEach
    void start() throws InterruptedException {
        server = mounted(RestSettings.onLoopback(0));
    }

    private RestServer mounted(RestSettings settings) throws InterruptedException {
        return RestServer.start(
                settings,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Optional.of(Pages.of(backend)),
                InstantSource.system());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private String post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void healthIs200OnlyWhileAllQueriesRun() throws Exception {
        assertThat(get("/health")).isEqualTo("200 {\"ok\":true,\"reasons\":[]}");

        backend.health = new Backend.Health(false, List.of("by_city: no such topic"));
        assertThat(get("/health")).isEqualTo("503 {\"ok\":false,\"reasons\":[\"by_city: no such topic\"]}");
    }

    @Test
    void pipelinesTellTheirFiguresAndNullWhereThereIsNone() throws Exception {
        assertThat(get("/pipelines"))
                .isEqualTo(
                        "200 {\"by_city\":{\"state\":\"running\",\"sources\":[\"weather\"],\"sink\":\"topic by_city\",\"restarts\":0,"
                                + "\"rows\":120,\"batches\":7,\"last_batch_ms_p50\":90,\"last_batch_ms_p95\":140,"
                                + "\"last_batch_ms_samples\":2,\"end_to_end_ms_p50\":null,\"end_to_end_ms_p95\":null,"
                                + "\"end_to_end_ms_samples\":0}}");
    }

    @Test
    void tablesAreListedAndReadWithinALimit() throws Exception {
        assertThat(get("/tables")).isEqualTo("200 {\"tables\":[\"by_city\"]}");
        assertThat(get("/tables/by_city?limit=3"))
                .isEqualTo(
                        "200 {\"name\":\"by_city\",\"keys\":9,\"columns\":[\"city\",\"n\"],\"rows\":[[\"Pune\",3]]}");
        assertThat(get("/tables/by_town")).startsWith("404 ").contains("GET /tables lists them");
        assertThat(get("/tables/by_city?limit=0"))
                .isEqualTo("400 {\"error\":\"limit: expected a number from 1 to 1000\"}");
    }

    @Test
    void drainNamesTheQueriesThatLag() throws Exception {
        assertThat(post("/drain?timeout=5s", "")).isEqualTo("200 {\"drained\":true,\"laggards\":[]}");

        backend.laggards = List.of("by_city: 3 offsets left to read");
        assertThat(post("/drain", ""))
                .isEqualTo("504 {\"drained\":false,\"laggards\":[\"by_city: 3 offsets left to read\"]}");
        assertThat(backend.timeouts).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(60));
        assertThat(post("/drain?timeout=soon", ""))
                .isEqualTo("400 {\"error\":\"timeout: expected a duration such as 250ms, 30s, 5m or 1h\"}");
    }

    @Test
    void theReportIsMadeFromTheAuditAndAnswersTheKeysOfTheSummary() throws Exception {
        assertThat(post("/report", "{\"objects\":{\"count\":3}}"))
                .startsWith("200 {\"page\":\"/r/index.html\",\"queries\":{\"by_city\":")
                .contains(
                        "\"regressions\":{\"load\":{\"formula\":\"load_mw ~ temp_f\",\"train_rows\":70,\"test_rows\":30,"
                                + "\"r2\":0.25,\"rmse\":3.0,\"mse\":9.0,\"train\":{\"r2\":0.5,\"rmse\":2.0,\"mse\":4.0},"
                                + "\"coefficients\":{\"intercept\":3.5,\"temp_f\":-1.0}},\"energy\":{\"exception\":\"no rows yet\"}}")
                .contains("\"tables\":{\"lake_weather\":{\"rows\":5}}");
        assertThat(backend.audits.get(0).at("/objects/count").asInt()).isEqualTo(3);
        assertThat(post("/report", "{")).startsWith("400 {\"error\":\"the body is not JSON");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        assertThat(get("/"))
                .startsWith("200 ")
                .contains("<title>NRT Streams live</title>")
                .doesNotContain("http");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() throws Exception {
        assertThat(get("/metric")).startsWith("404 ").contains("/pipelines");
        assertThat(post("/health", "")).isEqualTo("404 {\"error\":\"there is no POST /health\"}");
    }

    /** The status line of the answer to a request as a browser would send it, which Java's client does not let be made. */
    private String status(String method, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = method + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200 OK",
        "LOCALHOST:8088, 200 OK",
        "127.0.0.1:8088, 200 OK",
        "[::1]:8088, 200 OK",
        "attacker.example, 403 Forbidden",
        "127.0.0.1.attacker.example:8088, 403 Forbidden",
        "localhost.attacker.example, 403 Forbidden"
    })
    void onLoopbackOnlyItsOwnNamesAreAnswered(String host, String status) throws Exception {
        assertThat(status("GET /health", "Host: " + host)).isEqualTo("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8088, 200 OK",
        "http://attacker.example, 403 Forbidden",
        "http://127.0.0.1:9999, 403 Forbidden",
        "null, 403 Forbidden"
    })
    void aPageOfAnotherOriginCannotPost(String origin, String status) throws Exception {
        assertThat(status("POST /drain", "Host: 127.0.0.1:8088", "Origin: " + origin))
                .isEqualTo("HTTP/1.1 " + status);
        assertThat(backend.timeouts).hasSize(status.startsWith("200") ? 1 : 0);
    }

    @Test
    void aBodyBeyondTheBoundIsRefusedAlsoWhereItsLengthIsNotSaid() throws Exception {
        HttpRequest.BodyPublisher endless = HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(3 << 20).getBytes(StandardCharsets.UTF_8)));

        assertThat(send(HttpRequest.newBuilder(uri("/report")).POST(endless)))
                .isEqualTo("413 {\"error\":\"the body is larger than 1048576 bytes\"}");
        assertThat(backend.audits).isEmpty();
    }
}
