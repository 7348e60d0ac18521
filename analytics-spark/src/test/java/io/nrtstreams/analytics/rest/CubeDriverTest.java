package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.TestService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cube's driver against a real service over a real broker. */
class CubeDriverTest {

    private static Map<String, Object> call(String method, Object... arguments) {
        return Map.of("call", method, "args", List.of(arguments));
    }

    @Test
    void buildsAndDropsItsTables() throws Exception {
        NodeClient cube = NodeClient.installed("cube");
        SqlEnvironment environment = TestService.environment();
        String id = UUID.randomUUID().toString().replace("-", "");
        try (SqlService service = TestService.start(environment, TestService.parts(environment));
                TestServer server = TestServer.of(service)) {
            service.execute(
                    "CREATE STREAM orders (id INT KEY, city STRING, price DOUBLE) WITH (KAFKA_TOPIC='orders" + id
                            + "', PARTITIONS=2, KEY_FORMAT='JSON', VALUE_FORMAT='JSON');",
                    StatementContext.NONE);
            String table = "pre_" + id + ".by_city";

            List<JsonNode> answers = cube.run(Map.of(
                    "url",
                    "http://127.0.0.1:" + server.server.port(),
                    "username",
                    "u",
                    "password",
                    "p",
                    "kafkaHost",
                    TestBroker.shared().address(),
                    "steps",
                    List.of(
                            call("testConnection"),
                            call(
                                    "loadPreAggregationIntoTable",
                                    table,
                                    "CREATE TABLE `" + table + "` WITH (KEY_FORMAT='JSON', VALUE_FORMAT='JSON')"
                                            + " AS SELECT city, COUNT(*) AS n FROM orders GROUP BY city EMIT CHANGES",
                                    List.of(),
                                    Map.of("streamOffset", "earliest")),
                            call("tablesSchema"),
                            call("tableColumnTypes", table),
                            call("downloadTable", table, Map.of()),
                            call("dropTable", table, Map.of()),
                            call("tablesSchema"))));

            assertThat(answers.get(1).path("commandStatus").path("status").asText())
                    .isEqualTo("SUCCESS");
            JsonNode schema = answers.get(2);
            assertThat(schema.path("pre_" + id).path("by_city").toString())
                    .isEqualTo("[{\"name\":\"CITY\",\"type\":\"STRING\"},{\"name\":\"N\",\"type\":\"BIGINT\"}]");
            assertThat(schema.path("").path("ORDERS")).hasSize(3);
            assertThat(answers.get(3).toString())
                    .isEqualTo("[{\"name\":\"CITY\",\"type\":\"text\"},{\"name\":\"N\",\"type\":\"bigint\"}]");
            assertThat(answers.get(4).path("types")).hasSize(2);
            assertThat(answers.get(4).path("streamingTable").asText()).isEqualTo("pre_" + id + "-by_city");
            assertThat(answers.get(5).path("commandStatus").path("status").asText())
                    .isEqualTo("SUCCESS");
            assertThat(answers.get(6).has("pre_" + id)).isFalse();
        }
    }
}
