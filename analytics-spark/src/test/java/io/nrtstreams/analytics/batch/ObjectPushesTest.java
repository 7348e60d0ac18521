package io.nrtstreams.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.query.ObjectPushes;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SELECT … EMIT over objects: as over a topic, but for its end. */
final class ObjectPushesTest {

    private final Engine engine = Engine.create(
            FunctionRegistry.builtIn(), Formats.withoutRegistry(), new InMemoryTopics(), InstantSource.system());
    private ObjectPushes pushes;

    @BeforeEach
    void declare() throws Exception {
        TestS3 store = TestS3.shared();
        store.put(store.folder("passing/a.json"), lines(1, "north", 10, 2, "south", 20), Map.of());
        store.put(store.folder("passing/b.json"), lines(70, "north", 30, 80, "north", 40), Map.of());
        engine.execute("""
                CREATE SOURCE STREAM passing (kafka_timestamp TIMESTAMP, place STRING, km INT)
                    WITH (LOCATION='%s', FORMAT='JSON');
                CREATE SOURCE TABLE still (place STRING) WITH (LOCATION='%1$s', FORMAT='JSON');
                """.formatted(store.folder("passing")), Map.of());
        SqlEnvironment environment = new SqlEnvironment(
                "passing", Map.of(), FunctionRegistry.builtIn(), Formats.withoutRegistry(), InstantSource.system());
        pushes = new ObjectPushes(
                (plan, limit, view, context) -> {
                    throw new AssertionError("objects are not a topic");
                },
                environment,
                new StoredSources(store.hadoop()));
    }

    @Test
    void rowsPassByWithTheirTimesAndThenTheQueryIsOver() throws Exception {
        List<QueryRun.Rows> answers = run(
                "SELECT place, COUNT(*) AS n, SUM(km) AS far, WINDOWSTART AS s FROM passing"
                        + " WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY place EMIT CHANGES;",
                OptionalLong.empty());

        assertThat(rows(answers))
                .containsExactly(
                        List.of("north", 1L, 10, 0L),
                        List.of("south", 1L, 20, 0L),
                        List.of("north", 1L, 30, 60_000L),
                        List.of("north", 2L, 70, 60_000L));
        assertThat(answers.get(answers.size() - 1).finalMessage()).isEqualTo(Optional.of("Query Completed"));
    }

    @Test
    void aLimitEndsItBefore() throws Exception {
        List<QueryRun.Rows> answers = run("SELECT km FROM passing EMIT CHANGES LIMIT 3;", OptionalLong.of(3));

        assertThat(rows(answers)).containsExactly(List.of(10), List.of(20), List.of(30));
        assertThat(answers.get(answers.size() - 1).finalMessage()).isEqualTo(Optional.of("Limit Reached"));
    }

    @Test
    void whatGoesOnForGoodIsRefusedWithTheWayThatThereIs() {
        assertThatThrownBy(() -> engine.execute("CREATE STREAM copy AS SELECT * FROM passing;", Map.of()))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("nrt.start.from");
        assertThatThrownBy(() -> engine.execute("SELECT * FROM still EMIT CHANGES;", Map.of()))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("SOURCE STREAM");
    }

    private List<QueryRun.Rows> run(String text, OptionalLong limit) throws InterruptedException {
        Outcome.Push push = (Outcome.Push) engine.execute(text, Map.of()).get(0);
        List<QueryRun.Rows> answers = new ArrayList<>();
        try (QueryRun run =
                pushes.start(push.plan(), limit, new CatalogView(engine.catalog(), List.of()), StatementContext.NONE)) {
            do {
                answers.add(run.poll(Duration.ofSeconds(10)));
            } while (!answers.get(answers.size() - 1).ended());
        }
        return answers;
    }

    private static List<List<Object>> rows(List<QueryRun.Rows> answers) {
        List<List<Object>> rows = new ArrayList<>();
        for (QueryRun.Rows answer : answers) {
            for (ResultRow row : answer.rows()) {
                rows.add(new ArrayList<>(row.values()));
            }
        }
        return rows;
    }

    private static byte[] lines(Object... secondsPlaceKm) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < secondsPlaceKm.length; i += 3) {
            text.append("{\"kafka_timestamp\":\"")
                    .append(java.time.Instant.ofEpochSecond((Integer) secondsPlaceKm[i]))
                    .append("\",\"place\":\"")
                    .append(secondsPlaceKm[i + 1])
                    .append("\",\"km\":")
                    .append(secondsPlaceKm[i + 2])
                    .append("}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
