package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** npm's ksqldb-client against what our own queries give too seldom: many rows at once, and none. */
class NpmClientTest {

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

    private List<JsonNode> run(List<Map<String, ?>> steps) throws Exception {
        return NodeClient.installed("ksqldb-client").run(Map.of("port", server.server.port(), "steps", steps));
    }

    @Test
    void manyRowsAtOnceDoNotKillIt() throws Exception {
        service.when("S;", context -> StandInRun.push("q", StandInRun.rows(20_000), "Limit Reached"));

        JsonNode answer = run(List.of(Map.of("push", "S;"))).get(0);

        assertThat(answer.path("status").asInt()).isEqualTo(200);
        assertThat(answer.path("rows")).hasSize(20_000);
        assertThat(answer.path("rows").get(19_999).path("NAME").asText()).isEqualTo("name 19999");
    }

    @Test
    void aSilentQueryIsClosed() throws Exception {
        StandInRun run = StandInRun.silentPush("q", StandInRun.rows(3));
        service.when("S;", context -> run);

        JsonNode answer = run(List.of(Map.of("push", "S;", "stopAfter", 3))).get(0);

        assertThat(answer.path("closed").path("status").asInt()).isEqualTo(200);
        assertThat(run.closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsWrongIsToldAsItExpects() throws Exception {
        List<JsonNode> answers = run(List.of(
                Map.of("push", "NOPE;"),
                Map.of("call", "query", "args", List.of("NOPE;")),
                Map.of("call", "executeStatement", "args", List.of("FAIL;")),
                Map.of("call", "insertInto", "args", List.of("S", Map.of("BAD", 1))),
                Map.of("call", "terminatePushQuery", "args", List.of("nope"))));

        assertThat(answers.subList(0, 3)).allSatisfy(answer -> {
            assertThat(answer.path("status").asInt()).isEqualTo(400);
            assertThat(answer.path("error").path("error_code").asInt()).isEqualTo(40001);
        });
        assertThat(answers.get(3).path("error").path("status").asText()).isEqualTo("error");
        assertThat(answers.get(4).path("status").asInt()).isEqualTo(400);
    }
}
