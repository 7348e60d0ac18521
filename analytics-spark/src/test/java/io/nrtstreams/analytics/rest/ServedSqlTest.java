package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.TestService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tools over HTTP against a real service over a real broker. */
class ServedSqlTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlEnvironment environment = TestService.environment();
    private final SqlService service = TestService.start(environment, TestService.parts(environment));
    private final String topic = "served_" + UUID.randomUUID();
    private TestServer server;

    @BeforeEach
    void start() throws InterruptedException {
        server = TestServer.of(service);
    }

    @AfterEach
    void stop() {
        server.close();
        service.close();
    }

    private String create() {
        return "CREATE STREAM readings (meter STRING KEY, kwh DOUBLE) WITH (KAFKA_TOPIC='" + topic
                + "', PARTITIONS=1, KEY_FORMAT='JSON', VALUE_FORMAT='JSON');";
    }

    /** As kafka-ui (kafbat) sends each statement. */
    private HttpResponse<String> likeKafkaUi(String path, String statement) throws Exception {
        String body = JSON.writeValueAsString(Map.of("ksql", statement, "streamsProperties", Map.of()));
        return server.send(server.request(path)
                .header("Content-Type", "application/vnd.ksql.v1+json")
                .header("Accept", "application/vnd.ksql.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void kafkaUiUnderstandsTheAnswers() throws Exception {
        HttpResponse<String> created = likeKafkaUi("/ksql", create());
        HttpResponse<String> streams = likeKafkaUi("/ksql", "SHOW STREAMS;");
        HttpResponse<String> described = likeKafkaUi("/ksql", "DESCRIBE readings;");
        HttpResponse<String> query = likeKafkaUi("/ksql", "SELECT * FROM readings EMIT CHANGES;");
        HttpResponse<String> wrong = likeKafkaUi("/query", "SELECT * FROM reedings EMIT CHANGES;");

        assertThat(List.of(created, streams, described)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.ksql.v1+json");
        });
        assertThat(first(created).path("commandStatus").path("status").asText()).isEqualTo("SUCCESS");
        assertThat(first(streams).path("@type").asText()).isEqualTo("streams");
        assertThat(first(streams).path("streams").get(0).toString())
                .isEqualTo("{\"type\":\"STREAM\",\"name\":\"READINGS\",\"topic\":\"" + topic
                        + "\",\"keyFormat\":\"JSON\",\"valueFormat\":\"JSON\",\"isWindowed\":false}");
        assertThat(first(described).path("sourceDescription").path("fields").findValuesAsText("name"))
                .contains("METER", "KWH");
        assertThat(error(query).path("error_code").asInt()).isEqualTo(40002);
        assertThat(error(wrong).path("error_code").asInt()).isEqualTo(40001);
        assertThat(error(wrong).path("message").asText()).isNotEmpty();
    }

    private static JsonNode first(HttpResponse<String> answer) throws Exception {
        JsonNode entities = JSON.readTree(answer.body());
        assertThat(entities.isArray()).isTrue();
        return entities.get(0);
    }

    private static JsonNode error(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body());
    }

    @Test
    void theClientOfNpmDeclaresDescribesAndInserts() throws Exception {
        List<JsonNode> answers = NodeClient.installed("ksqldb-client")
                .run(Map.of(
                        "port",
                        server.server.port(),
                        "steps",
                        List.of(
                                call("executeStatement", create()),
                                call("listStreams"),
                                call("insertInto", "READINGS", Map.of("METER", "m-17", "KWH", 0.5)),
                                call("insertInto", "READINGS", Map.of("METRE", "m-17")),
                                call("describeSource", "READINGS"),
                                call("listTopics"),
                                call(
                                        "executeStatement",
                                        "CREATE STREAM high AS SELECT * FROM readings WHERE kwh > 1 EMIT CHANGES;"),
                                call("listQueries"),
                                call("executeStatement", "DROP STREAM high;"),
                                call("executeStatement", "DROP STREAM readings DELETE TOPIC;"),
                                call("listStreams"))));

        assertThat(answers.get(0)
                        .path("data")
                        .path("rows")
                        .get(0)
                        .path("commandId")
                        .asText())
                .isEqualTo("stream/`READINGS`/create");
        assertThat(answers.get(1).toString()).contains("\"READINGS\"");
        assertThat(answers.get(2).path("data").path("rows").toString()).isEqualTo("[{\"status\":\"ok\",\"seq\":0}]");
        assertThat(answers.get(3).path("error").path("message").asText()).contains("METER");
        assertThat(answers.get(4).toString()).contains("\"KWH\"");
        assertThat(answers.get(5).toString()).contains(topic);
        assertThat(answers.get(6).path("status").asInt()).isEqualTo(200);
        assertThat(answers.get(7).toString()).contains("CSAS_HIGH_");
        assertThat(answers.subList(8, 10))
                .allSatisfy(answer -> assertThat(answer.path("status").asInt()).isEqualTo(200));
        assertThat(answers.get(10).toString()).doesNotContain("READINGS");
    }

    private static Map<String, Object> call(String method, Object... arguments) {
        return Map.of("call", method, "args", List.of(arguments));
    }
}
