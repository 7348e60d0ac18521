package io.nrtstreams.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.analytics.sql.StatementContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SELECT … EMIT over a real broker. */
class PushQueriesTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private LiveService live;
    private final String topic = "push_" + UUID.randomUUID();

    @BeforeEach
    void declare() {
        live = new LiveService(folder, 100);
        live.execute("CREATE STREAM trips (rider STRING KEY, km INT) WITH (KAFKA_TOPIC='" + topic
                + "', PARTITIONS=2, VALUE_FORMAT='JSON');");
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void insert(String rider, int km, long time) {
        live.execute("INSERT INTO trips (ROWTIME, rider, km) VALUES (" + time + ", '" + rider + "', " + km + ");");
    }

    private static List<Object> row(Object... values) {
        return List.of(values);
    }

    private static List<List<Object>> take(QueryRun run, int count) throws InterruptedException {
        List<List<Object>> rows = new ArrayList<>();
        long end = System.nanoTime() + LiveService.PATIENCE.toNanos();
        while (rows.size() < count && System.nanoTime() < end) {
            for (ResultRow row : run.poll(SOON).rows()) {
                rows.add(new ArrayList<>(row.values()));
            }
        }
        return rows;
    }

    @Test
    void fromTheEarliestRecordsComeInTheOrderOfTheirTimesOverAllPartitions() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            insert("rider" + i % 7, i, 1_000 + i);
        }
        try (QueryRun run = live.query("SELECT km FROM trips EMIT CHANGES;", LiveService.earliest())) {
            List<List<Object>> rows = take(run, 40);

            assertThat(rows).extracting(one -> (Integer) one.get(0)).isSorted().hasSize(40);
            assertThat(run.header().queryId().orElse("")).startsWith("PUSH_");
        }
    }

    @Test
    void fromTheLatestOnlyWhatComesIsSeen() throws InterruptedException {
        insert("ada", 1, 10);
        try (QueryRun run = live.query("SELECT km FROM trips EMIT CHANGES;", StatementContext.NONE)) {
            insert("ada", 2, 20);

            assertThat(take(run, 1)).containsExactly(row(2));
        }
    }

    @Test
    void theLimitEndsTheQuery() {
        insert("ada", 1, 10);
        insert("bob", 2, 20);

        LiveService.Answer answer = live.ask("SELECT km FROM trips EMIT CHANGES LIMIT 1;");

        assertThat(answer.values()).containsExactly(row(1));
        assertThat(answer.finalMessage()).contains("Limit Reached");
    }

    @Test
    void closingEndsAWaitingReaderAtOnce() throws Exception {
        QueryRun run = live.query("SELECT km FROM trips EMIT CHANGES;", StatementContext.NONE);
        String id = run.header().queryId().orElseThrow();
        CompletableFuture<QueryRun.Rows> waiting = CompletableFuture.supplyAsync(() -> poll(run));

        assertThat(live.service.closeQuery(id)).isTrue();

        QueryRun.Rows last = waiting.get(5, TimeUnit.SECONDS);
        assertThat(last.ended()).isTrue();
        assertThat(last.finalMessage()).contains("Query Completed");
        assertThat(live.service.closeQuery(id)).isFalse();
    }

    private static QueryRun.Rows poll(QueryRun run) {
        try {
            return run.poll(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoReadersDoNotHinderEachOther() throws InterruptedException {
        try (QueryRun slow = live.query("SELECT km FROM trips EMIT CHANGES;", LiveService.earliest());
                QueryRun quick = live.query("SELECT km FROM trips EMIT CHANGES;", LiveService.earliest())) {
            for (int i = 0; i < 50; i++) {
                insert("ada", i, i);
            }

            assertThat(take(quick, 50)).hasSize(50);
            assertThat(take(slow, 50)).hasSize(50);
        }
    }

    @Test
    void deletionsOfATableTellItsKey() {
        live.execute("CREATE TABLE busy WITH (KAFKA_TOPIC='" + topic
                + "_busy') AS SELECT rider, SUM(km) AS km FROM trips GROUP BY rider HAVING SUM(km) > 0;");
        insert("ada", 5, 10);
        insert("ada", -5, 20);

        List<ResultRow> rows =
                live.ask("SELECT rider, km FROM busy EMIT CHANGES LIMIT 2;").rows();

        assertThat(rows.get(0).isTombstone()).isFalse();
        assertThat(rows.get(1).isTombstone()).isTrue();
        assertThat(rows.get(1).values()).containsExactly("ada", null);
    }

    @Test
    void aStateBeyondTheLimitEndsTheQueryWithAMessage() throws InterruptedException {
        for (int i = 0; i < 110; i++) {
            insert("rider" + i, i, i);
        }
        try (QueryRun run = live.query(
                "SELECT rider, COUNT(*) AS n FROM trips GROUP BY rider EMIT CHANGES;", LiveService.earliest())) {
            assertThatThrownBy(() -> take(run, 110)).hasMessageContaining("100");
        }
    }

    @Test
    void aTopicDeletedUnderAQueryEndsItWithAMessage() throws Exception {
        try (QueryRun run = live.query("SELECT km FROM trips EMIT CHANGES;", LiveService.earliest());
                Admin admin = Admin.create(live.environment.kafka())) {
            insert("ada", 1, 1);
            take(run, 1);
            admin.deleteTopics(List.of(topic)).all().get();

            assertThatThrownBy(() -> take(run, 1)).hasMessageContaining(topic);
        }
    }

    @Test
    void nothingOfAQueryIsOnTheBroker() throws Exception {
        insert("ada", 1, 10);
        try (Admin admin = Admin.create(live.environment.kafka())) {
            Set<String> before = groups(admin);

            live.ask("SELECT rider, COUNT(*) AS n FROM trips GROUP BY rider EMIT CHANGES LIMIT 1;");

            assertThat(admin.listTopics().names().get())
                    .filteredOn(name -> name.contains(topic))
                    .containsExactly(topic);
            assertThat(groups(admin)).isEqualTo(before);
        }
    }

    /** Those of other tests on the same broker among them. */
    private static Set<String> groups(Admin admin) throws Exception {
        return admin.listConsumerGroups().all().get().stream()
                .map(ConsumerGroupListing::groupId)
                .collect(Collectors.toSet());
    }
}
