package io.nrtstreams.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.settings.ServerSettings;
import io.nrtstreams.sql.SqlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole SQL layer over a real broker, from its start to its end. */
class SqlServerTest {

    /** As its parts name the threads that they start. */
    private static final Set<String> OURS = Set.of("nrt-queries", "nrt-topic-ends", "table-stores", "consumer-warmer");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final String service = "whole_" + UUID.randomUUID();
    private final List<Set<String>> results = new CopyOnWriteArrayList<>();

    private SqlServer start(Map<String, String> more) throws Exception {
        Map<String, String> values = new HashMap<>(Map.of(
                "ksql.service.id",
                service,
                "bootstrap.servers",
                TestBroker.shared().address(),
                "ksql.logging.processing.topic.auto.create",
                "false",
                "nrt.checkpoint.dir",
                folder.resolve("checkpoints").toString(),
                "nrt.store.dir",
                folder.resolve("stores").toString()));
        values.putAll(more);
        return SqlServer.start(
                ServerSettings.of(values), new SparkRuntime(TestSpark.session()), results::add, InstantSource.system());
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OURS.contains(thread.getName()))
                .collect(Collectors.toSet());
    }

    private static void awaitNoneBut(Set<Thread> before) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<Thread> left = new HashSet<>(ours());
            left.removeAll(before);
            assertThat(left).isEmpty();
        });
    }

    @Test
    void aStartThatFailsClosesWhatItHadOpened() throws Exception {
        Set<Thread> before = ours();
        Path refused = Files.writeString(folder.resolve("queries.sql"), "CREATE STREAM far AS SELECT * FROM nobody;");

        assertThatThrownBy(() -> start(Map.of("ksql.queries.file", refused.toString())))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("NOBODY");

        awaitNoneBut(before);
        // The store of tables belongs to one at a time.
        start(Map.of()).close();
    }

    @Test
    void aServerThatIsClosedLeavesNothingOpen() throws Exception {
        Set<Thread> before = ours();
        SqlServer server = start(Map.of());
        assertThat(ours()).extracting(Thread::getName).containsAll(OURS);

        server.close();

        awaitNoneBut(before);
    }

    @Test
    void itsQueriesAreToldOfUntilTheyHaveReadAll() throws Exception {
        try (SqlServer server = start(Map.of())) {
            server.service().execute("""
                    SET 'auto.offset.reset'='earliest';
                    CREATE STREAM trips (rider STRING KEY, km INT)
                        WITH (KAFKA_TOPIC='%1$s_trips', VALUE_FORMAT='JSON', PARTITIONS=1);
                    CREATE TABLE far WITH (KAFKA_TOPIC='%1$s_far') AS
                        SELECT rider, SUM(km) AS km FROM trips GROUP BY rider;
                    INSERT INTO trips VALUES ('ann', 3);
                    INSERT INTO trips VALUES ('bob', 4);
                    """.formatted(service), StatementContext.NONE);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.queries().figures(topic -> Optional.empty()))
                            .extracting(QueryFigures::name, QueryFigures::inputRows)
                            .containsExactly(tuple(service + "_far", 2L)));
            assertThat(server.queries().drain(PATIENCE)).isEmpty();
            assertThat(results).last().isEqualTo(Set.of(service + "_far"));
        }
    }
}
