package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shapes, media types and errors, over HTTP/1.1. */
class RestServerTest {

    private static final List<ResultRow> TWO = StandInRun.rows(2);

    private final StandInService service = new StandInService();
    private TestServer server;

    @BeforeEach
    void start() throws InterruptedException {
        server = TestServer.of(service);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void statementsAreAnsweredWithEntities() throws Exception {
        HttpResponse<String> answer = server.post("/ksql", """
                {"ksql": "SET 'a' = 'b';", "streamsProperties": {"auto.offset.reset": "earliest", "n": 1, "b": true},
                 "sessionVariables": {"x": "y"}, "commandSequenceNumber": 7}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.ksql.v1+json");
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(service.contexts.get(0).properties())
                .isEqualTo(Map.of("auto.offset.reset", "earliest", "n", "1", "b", "true"));
        assertThat(service.contexts.get(0).variables()).isEqualTo(Map.of("x", "y"));
        assertThat(service.contexts.get(0).afterSequence()).hasValue(7);
    }

    @Test
    void aStatementThatFailsIsNamed() throws Exception {
        HttpResponse<String> answer = server.post("/ksql", "{\"ksql\": \"FAIL;\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"@type\":\"statement_error\",\"error_code\":40001,"
                        + "\"message\":\"no statement begins with FAIL\",\"statementText\":\"FAIL;\",\"entities\":[]}");
    }

    @Test
    void whatTheServerKeepsToItselfIsInItsLogOnly() throws Exception {
        HttpResponse<String> answer = server.post("/ksql", "{\"ksql\": \"BREAK;\"}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("50000").contains("incident").doesNotContain("secret");
    }

    @Test
    void aLookUpIsAnArrayWithoutACommaAtItsEnd() throws Exception {
        service.when("SELECT * FROM T;", context -> StandInRun.pull(TWO));

        HttpResponse<String> answer = server.post("/query", "{\"ksql\": \"SELECT * FROM T;\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                        [{"header":{"queryId":null,"schema":"`ID` INTEGER KEY, `NAME` STRING"}},
                        {"row":{"columns":[0,"name 0"]}},
                        {"row":{"columns":[1,"name 1"]}}]
                        """);
    }

    @Test
    void aRunningQueryEndsWithItsFinalMessage() throws Exception {
        List<ResultRow> rows = new ArrayList<>(TWO);
        rows.add(new ResultRow(Arrays.asList(1, null), true));
        service.when("SELECT * FROM T EMIT CHANGES;", context -> StandInRun.push("q1", rows, "Limit Reached"));

        HttpResponse<String> answer = server.post("/query", "{\"ksql\": \"SELECT * FROM T EMIT CHANGES;\"}");

        assertThat(answer.body()).isEqualTo("""
                        [{"header":{"queryId":"q1","schema":"`ID` INTEGER, `NAME` STRING"}},
                        {"row":{"columns":[0,"name 0"]}},
                        {"row":{"columns":[1,"name 1"]}},
                        {"row":{"columns":[1,null],"tombstone":true}},
                        {"finalMessage":"Limit Reached"}]
                        """);
    }

    @Test
    void rowsComeInLinesWhenTheyAreStreamed() throws Exception {
        List<ResultRow> rows = new ArrayList<>(TWO);
        rows.add(new ResultRow(Arrays.asList(1, null), true));
        service.when("SELECT 1;", context -> StandInRun.push("q1", rows, "Limit Reached"));

        HttpResponse<String> lines = server.post("/query-stream", "{\"sql\": \"SELECT 1;\"}");
        HttpResponse<String> array =
                server.post("/query-stream", "{\"sql\": \"SELECT 1;\"}", "Accept", "application/json");

        assertThat(lines.headers().firstValue("Content-Type")).contains("application/vnd.ksqlapi.delimited.v1");
        assertThat(lines.body()).isEqualTo("""
                        {"queryId":"q1","columnNames":["ID","NAME"],"columnTypes":["INTEGER","STRING"]}
                        [0,"name 0"]
                        [1,"name 1"]
                        """);
        assertThat(array.body()).isEqualTo("""
                        [{"queryId":"q1","columnNames":["ID","NAME"],"columnTypes":["INTEGER","STRING"]},
                        [0,"name 0"],
                        [1,"name 1"]]
                        """);
    }

    @Test
    void aQueryIsClosedByItsId() throws Exception {
        StandInRun run = StandInRun.silentPush("q7", TWO);
        service.when("SELECT 1;", context -> run);
        HttpResponse<InputStream> answer = server.stream("/query", "{\"ksql\": \"SELECT 1;\"}");
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        lines.readLine();
        assertThat(lines.readLine())
                .as("the row is there before the next one")
                .isEqualTo("{\"row\":{\"columns\":[0,\"name 0\"]}},");
        lines.readLine();

        assertThat(server.post("/close-query", "{\"queryId\": \"q7\"}").statusCode())
                .isEqualTo(200);

        assertThat(lines.readLine()).isEqualTo("{\"finalMessage\":\"Query Closed\"}]");
        assertThat(run.closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.post("/close-query", "{\"queryId\": \"q7\"}").body()).contains("40000");
    }

    @Test
    void theServerTellsOfItself() throws Exception {
        assertThat(server.get("/info").body())
                .isEqualTo("{\"KsqlServerInfo\":{\"version\":\"1.2.3\",\"kafkaClusterId\":\"cluster\","
                        + "\"ksqlServiceId\":\"default_\",\"serverStatus\":\"RUNNING\"}}");
        assertThat(server.get("/").headers().firstValue("Location")).contains("/info");
        assertThat(server.get("/healthcheck").body())
                .isEqualTo(
                        "{\"isHealthy\":true,\"details\":{\"kafka\":{\"isHealthy\":true}},\"serverState\":\"READY\"}");
        assertThat(server.get("/status").body())
                .isEqualTo("{\"commandStatuses\":{\"stream/`A b`/create\":\"SUCCESS\"}}");
        assertThat(server.get("/status/stream/%60A%20b%60/create").body()).contains("\"status\":\"SUCCESS\"");
        assertThat(server.get("/status/stream/X/create").statusCode()).isEqualTo(404);
        assertThat(server.get("/is_valid_property/auto.offset.reset").body()).isEqualTo("true");
        assertThat(server.get("/is_valid_property/nonsense").statusCode()).isEqualTo(400);
        assertThat(server.get("/v1/metadata/id").body())
                .contains("\"id\":\"default_\"")
                .contains("\"kafka-cluster\":\"cluster\"");
        assertThat(server.get("/chc/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/chc/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/clusterStatus").body()).contains("\"hostAlive\":true");
        assertThat(server.get("/export").body()).startsWith("CREATE STREAM");
        assertThat(server.get("/metrics").body())
                .contains("nrt_rest_requests_seconds_count{endpoint=\"/info\",status=\"200\"} 1");
    }

    @Test
    void aMediaTypeThatThereIsNotIsRefused() throws Exception {
        HttpResponse<String> answer =
                server.post("/query", "{\"ksql\": \"SELECT 1;\"}", "Accept", "application/vnd.ksql.v1+protobuf");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("40600").contains("application/vnd.ksql.v1+json");
    }

    @Test
    void insertsWantHttp2() throws Exception {
        assertThat(server.post("/inserts-stream", "{\"target\":\"S\"}").body()).contains("40004");
    }

    @Test
    void printIsSentToTheOtherEndpoint() throws Exception {
        assertThat(server.post("/query-stream", "{\"sql\": \"PRINT 't';\"}").body())
                .contains("/query");
    }

    @Test
    void aPrintIsLinesOfText() throws Exception {
        List<ResultRow> lines = List.of(StandInRun.row("Key format: JSON"), StandInRun.row("rowtime: 1, value: {}"));
        service.when(
                "/* all */ print 't' LIMIT 1;",
                context -> StandInRun.push("p", List.of(StandInRun.NAME), lines, "Topic printing ceased"));

        HttpResponse<String> answer = server.post("/query", "{\"ksql\": \"/* all */ print 't' LIMIT 1;\"}");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo("Key format: JSON\nrowtime: 1, value: {}\nTopic printing ceased\n");
    }

    @Test
    void valuesAreWrittenAsTheirTypesSay() throws Exception {
        SqlType.Struct struct = new SqlType.Struct(List.of(
                new SqlType.Field("a b", new SqlType.Simple(SqlType.Base.BIGINT)),
                new SqlType.Field("L", new SqlType.Array(new SqlType.Simple(SqlType.Base.DOUBLE)))));
        service.when(
                "S",
                context -> StandInRun.pull(List.of(StandInRun.row(
                        new BigDecimal("1234567890123456789.10"),
                        ByteBuffer.wrap(new byte[] {0, 1, (byte) 255}),
                        LocalDate.of(2026, 3, 29),
                        LocalTime.of(6, 30),
                        Instant.parse("2026-03-29T06:30:00.007Z"),
                        Double.NaN,
                        1e300,
                        new StructValue(struct, new Object[] {9_007_199_254_740_993L, Arrays.asList(0.5, null)}),
                        Map.of("k\"\n", true),
                        "\u00e4\ud83d\ude00"))));

        String row = server.post("/query", "{\"ksql\": \"S\"}")
                .body()
                .lines()
                .toList()
                .get(1);

        assertThat(row)
                .isEqualTo("{\"row\":{\"columns\":[1234567890123456789.10,\"AAH/\",\"2026-03-29\",\"06:30:00.000\","
                        + "\"2026-03-29T06:30:00.007\",\"NaN\",1.0E300,"
                        + "{\"a b\":9007199254740993,\"L\":[0.5,null]},{\"k\\\"\\n\":true},\"\u00e4\ud83d\ude00\"]}}]");
    }

    @Test
    void whatIsNoRequestIsSaidToBeNone() throws Exception {
        assertThat(server.post("/ksql", "{").body()).contains("40000").contains("line 1, column 2");
        assertThat(server.post("/ksql", "[]").body()).contains("not a JSON object");
        assertThat(server.post("/ksql", "{}").body()).contains("\\\"ksql\\\"");
        assertThat(server.post("/ksql", "{\"ksql\":\"x\",\"streamsProperties\":[]}")
                        .body())
                .contains("streamsProperties");
        assertThat(server.get("/ksql").statusCode()).isEqualTo(405);
        assertThat(server.get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void http2IsHadByUpgrade() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> answer = client.send(
                server.request("/ksql")
                        .POST(BodyPublishers.ofString("{\"ksql\": \"SET 'a' = 'b';\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.body()).isEqualTo("[]");
    }
}
