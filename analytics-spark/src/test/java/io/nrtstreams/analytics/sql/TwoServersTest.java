package io.nrtstreams.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nrtstreams.analytics.sql.entity.ListingEntity;
import io.nrtstreams.analytics.sql.settings.ServerSettings;
import io.nrtstreams.analytics.sql.settings.Startup;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two servers of one service on one broker. */
class TwoServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String service = "pair_" + UUID.randomUUID();
    private final String topic = service + "_ticks";
    private final String bootstrap =
            String.valueOf(TestService.environment().kafka().get("bootstrap.servers"));

    private LocalSqlService start(String server, RecordingRuntime runtime) throws IOException {
        ServerSettings settings = ServerSettings.of(Map.of(
                "ksql.service.id", service,
                "nrt.server.id", server,
                "ksql.advertised.listener", "http://" + server + ":8088",
                "bootstrap.servers", bootstrap));
        SqlEnvironment environment = Startup.environment(settings, InstantSource.system());
        return Startup.service(settings, environment, TestService.parts(runtime));
    }

    private static List<String> streams(SqlService service) {
        return ((ListingEntity.Streams)
                        service.execute("SHOW STREAMS;", StatementContext.NONE).get(0))
                .streams().stream().map(ListingEntity.SourceItem::name).toList();
    }

    private String statements() {
        return "CREATE STREAM ticks (id INT KEY, price DOUBLE) WITH (KAFKA_TOPIC='" + topic
                + "', PARTITIONS=1, VALUE_FORMAT='JSON');"
                + "CREATE STREAM dear WITH (KAFKA_TOPIC='" + topic
                + "_dear') AS SELECT * FROM ticks WHERE price > 50 EMIT CHANGES;";
    }

    @Test
    void theSecondFollowsAndTakesOverWithItsQueries() throws IOException {
        RecordingRuntime firstRuntime = new RecordingRuntime();
        RecordingRuntime secondRuntime = new RecordingRuntime();
        SqlService first = start("one", firstRuntime);
        try (SqlService second = start("two", secondRuntime)) {
            first.execute(statements(), StatementContext.NONE);

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(streams(second)).containsExactly("DEAR", "PROCESSING_LOG", "TICKS"));
            assertThat(secondRuntime.calls()).isEmpty();
            assertThat(second.health().serverState()).isEqualTo("FOLLOWING");
            assertThat(second.health().isHealthy()).isTrue();
            assertThatThrownBy(() -> second.execute("CREATE TYPE mine AS INT;", StatementContext.NONE))
                    .isInstanceOfSatisfying(ServiceException.class, problem -> {
                        assertThat(problem.code()).isEqualTo(ErrorCode.MISDIRECTED);
                        assertThat(problem).hasMessageContaining("one at one:8088");
                    });
            second.execute("INSERT INTO ticks VALUES (1, 99.0);", StatementContext.NONE);

            first.close();
            assertThat(firstRuntime.calls()).containsExactly("allStarted", "start CSAS_DEAR_0", "close");
            await().atMost(PATIENCE).until(() -> second.health().serverState().equals("READY"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(secondRuntime.calls()).containsExactly("start CSAS_DEAR_0", "allStarted"));
            second.execute("TERMINATE CSAS_DEAR_0; DROP STREAM dear DELETE TOPIC;", StatementContext.NONE);
            assertThat(secondRuntime.calls()).endsWith("end CSAS_DEAR_0");
        }
    }

    @Test
    void startsAgainWithTheSameQueriesUnderTheSameSequences() throws IOException {
        RecordingRuntime before = new RecordingRuntime();
        SqlService service = start("one", before);
        service.execute("CREATE TYPE passing AS INT; DROP TYPE passing;" + statements(), StatementContext.NONE);
        service.execute("PAUSE CSAS_DEAR_0;", StatementContext.NONE);
        String script = service.export();
        service.close();

        RecordingRuntime after = new RecordingRuntime();
        try (SqlService again = start("one", after)) {
            assertThat(after.calls()).containsExactly("start CSAS_DEAR_0", "pause CSAS_DEAR_0", "allStarted");
            QueryRuntime.Start first = before.started().get(0);
            QueryRuntime.Start second = after.started().get(0);
            assertThat(second.query().plan()).isEqualTo(first.query().plan());
            assertThat(second.query().paused()).isTrue();
            assertThat(second.sequence()).isEqualTo(first.sequence());
            assertThat(second.types()).isEqualTo(first.types());
            assertThat(second.properties()).isEqualTo(first.properties());
            assertThat(again.export()).isEqualTo(script);
            again.execute("RESUME CSAS_DEAR_0;", StatementContext.NONE);
            assertThat(after.calls()).endsWith("resume CSAS_DEAR_0");
        }
    }
}
