package io.nrtstreams.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.query.LiveQueries;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.analytics.sql.ServiceException;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.TestService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements through the service, of which Spark answers what is more than a look-up. */
final class SparkPullsTest {

    @TempDir
    private Path folder;

    private AdHocQueries batches;
    private LiveQueries live;
    private SqlService service;

    @BeforeEach
    void start() throws Exception {
        TestS3 store = TestS3.shared();
        store.settings().forEach((name, value) -> TestSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set(name, value));
        store.put(
                store.folder("pulls/day=2026-11-21/a.json"),
                "{\"place\":\"north\",\"km\":1}\n{\"place\":\"south\",\"km\":2}\n".getBytes(StandardCharsets.UTF_8),
                Map.of());
        String address = TestBroker.shared().address();
        SqlEnvironment environment = TestService.environment("pulls", Map.of("bootstrap.servers", address));
        batches = new AdHocQueries(
                new SparkRuntime(TestSpark.session()),
                Map.of("bootstrap.servers", address),
                "pulls",
                QueryLibraries.builtIn(),
                AdHocLimits.DEFAULT);
        live = LiveQueries.open(environment, folder, Optional.of(new SparkPulls(batches)));
        ServiceParts others = TestService.parts(environment);
        service = TestService.start(
                environment,
                new ServiceParts(
                        others.runtime(),
                        live.pulls(),
                        live.pushes(),
                        live.prints(),
                        others.connectors(),
                        List.of(live.listener())));
        service.execute(
                "CREATE SOURCE TABLE stored (day DATE, place STRING, km INT) WITH (LOCATION='"
                        + store.folder("pulls") + "', FORMAT='JSON');",
                StatementContext.NONE);
    }

    @AfterEach
    void stop() {
        service.close();
        live.close();
        batches.close();
    }

    @Test
    void aTableOverObjectsIsAskedLikeAnyOther() throws Exception {
        assertThat(rows("SELECT place, km FROM stored WHERE km > 1;")).containsExactly(List.of("south", 2));
    }

    @Test
    void whatOnlySparkCanReadGoesToSpark() throws Exception {
        assertThat(rows("SELECT place, RANK() OVER (ORDER BY km DESC) AS nth FROM stored ORDER BY nth"))
                .containsExactly(List.of("south", 1), List.of("north", 2));
    }

    @Test
    void itsLocationIsShownWhereOthersHaveTheirTopic() throws Exception {
        assertThat(service.execute("SHOW TABLES;", StatementContext.NONE).toString())
                .contains("STORED", TestS3.shared().folder("pulls"));
        assertThat(service.execute("DESCRIBE stored EXTENDED;", StatementContext.NONE).toString())
                .contains("PLACE", "KM");
    }

    @Test
    void whatNobodyCanReadIsRefusedAsBefore() {
        assertThatThrownBy(() -> rows("SELECT FROM WHERE;")).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> rows("SELECT x, RANK() OVER (ORDER BY km) FROM stored"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("X");
    }

    private List<List<Object>> rows(String text) throws InterruptedException {
        List<List<Object>> rows = new ArrayList<>();
        try (QueryRun run = service.query(text, StatementContext.NONE)) {
            QueryRun.Rows next;
            do {
                next = run.poll(Duration.ofSeconds(30));
                for (ResultRow row : next.rows()) {
                    rows.add(new ArrayList<>(row.values()));
                }
            } while (!next.ended());
        }
        return rows;
    }
}
