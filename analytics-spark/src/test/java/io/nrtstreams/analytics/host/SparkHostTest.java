package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class SparkHostTest {

    private final List<TopicRecord> inputs = new ArrayList<>();
    private String prefix = "";
    private KafkaTopic topics;
    private SqlHost sql;

    @BeforeEach
    void start(TestInfo test, @TempDir Path folder) throws Exception {
        String address = TestBroker.shared().address();
        prefix = test.getTestMethod().orElseThrow().getName();
        topics = new KafkaTopic(address);
        sql = new SqlHost(TestSpark.session(), topics, address, "svc_" + prefix, folder, 1000);
    }

    @AfterEach
    void stop() {
        sql.close();
        topics.close();
    }

    @Test
    void aStatelessQueryGivesWhatOneProcessGives() {
        stream("orders", 1);
        String query = sql.run("CREATE STREAM big WITH (kafka_topic='" + prefix + "_big', partitions=1) AS"
                        + " SELECT id, UCASE(item) AS item, amount * 2 AS twice FROM orders WHERE amount > 3;")
                .get(0);
        sendOrders(50);
        sql.awaitDone(query);
        assertThat(sql.output(query)).isEqualTo(sql.expected(query, inputs)).hasSizeGreaterThan(10);
        assertThat(sql.status(query).recordsIn()).isEqualTo(50);
    }

    @Test
    void aGroupedQueryGivesWhatOneProcessGives() {
        stream("orders", 1);
        String query = sql.run("CREATE TABLE sums WITH (kafka_topic='" + prefix + "_sums', partitions=1) AS"
                        + " SELECT item, COUNT(*) AS n, SUM(amount) AS total FROM orders GROUP BY item;")
                .get(0);
        sendOrders(50);
        sql.awaitDone(query);
        sendOrders(50);
        sql.awaitDone(query);
        assertThat(sql.output(query))
                .containsExactlyInAnyOrderElementsOf(sql.expected(query, inputs))
                .hasSize(100);
    }

    @Test
    void itMayBeClosedByItsServiceAndByItsOwner() {
        sql.host().close();

        assertThatCode(() -> sql.host().close()).doesNotThrowAnyException();
    }

    @Test
    void queriesComeAndGoWhileOthersRun() {
        stream("orders", 1);
        String first = sql.run("CREATE TABLE sums WITH (kafka_topic='" + prefix + "_sums', partitions=1) AS"
                        + " SELECT item, COUNT(*) AS n FROM orders GROUP BY item;")
                .get(0);
        sendOrders(30);
        sql.awaitDone(first);
        String second = sql.run("CREATE TABLE tops WITH (kafka_topic='" + prefix + "_tops', partitions=1) AS"
                        + " SELECT item, MAX(amount) AS most FROM orders GROUP BY item;")
                .get(0);
        sendOrders(30);
        sql.awaitDone(first);
        sql.awaitDone(second);
        assertThat(sql.output(second)).containsExactlyInAnyOrderElementsOf(sql.expected(second, inputs));
        sql.run("TERMINATE " + second + ";");
        sendOrders(30);
        sql.awaitDone(first);
        assertThat(sql.host().status(second)).isEmpty();
        assertThat(sql.output(first)).containsExactlyInAnyOrderElementsOf(sql.expected(first, inputs));
        assertThat(topics.committed(prefix + "_tops")).hasSize(60);
    }

    @Test
    void aPausedQueryRestsAndThenCatchesUp() {
        stream("orders", 1);
        String query = sql.run("CREATE TABLE sums WITH (kafka_topic='" + prefix + "_sums', partitions=1) AS"
                        + " SELECT item, COUNT(*) AS n FROM orders GROUP BY item;")
                .get(0);
        sendOrders(10);
        sql.awaitDone(query);
        sql.run("PAUSE " + query + ";");
        SqlHost.await(() -> sql.status(query).state() == State.PAUSED, () -> "paused");
        sendOrders(10);
        SqlHost.await(() -> sql.status(query).lag() == 10, () -> "lag");
        assertThat(sql.output(query)).hasSize(10);
        sql.run("RESUME " + query + ";");
        sql.awaitDone(query);
        assertThat(sql.output(query)).containsExactlyInAnyOrderElementsOf(sql.expected(query, inputs));
    }

    @Test
    void aQueryGoesOnAfterARestartWithoutLossOrDoubling() {
        stream("orders", 2);
        String query = sql.run("CREATE TABLE sums WITH (kafka_topic='" + prefix + "_sums', partitions=1) AS"
                        + " SELECT item, COUNT(*) AS n FROM orders GROUP BY item;")
                .get(0);
        sendOrders(20);
        sql.awaitDone(query);
        sql.restart();
        sendOrders(20);
        sql.awaitDone(query);
        sql.restart();
        sql.awaitDone(query);
        assertThat(sql.output(query)).hasSize(40);
        assertThat(sql.output(query).get(39).value()).isNotNull();
    }

    @Test
    void aQueryThatFailsDoesNotStopTheOthersAndSaysWhy() {
        stream("orders", 1);
        String good = sql.run("CREATE TABLE sums WITH (kafka_topic='" + prefix + "_sums', partitions=1) AS"
                        + " SELECT item, COUNT(*) AS n FROM orders GROUP BY item;")
                .get(0);
        String bad = sql.run("CREATE TABLE tops WITH (kafka_topic='" + prefix + "_tops', partitions=1) AS"
                        + " SELECT item, MAX(amount) AS most FROM orders GROUP BY item;")
                .get(0);
        sendOrders(10);
        sql.awaitDone(good);
        sql.awaitDone(bad);
        topics.delete(prefix + "_tops");
        sendOrders(10);
        SqlHost.await(() -> sql.status(bad).state() == State.ERROR, () -> "bad " + sql.status(bad));
        assertThat(sql.status(bad).reason().orElseThrow())
                .contains(prefix + "_tops")
                .contains("Make it again");
        sql.awaitDone(good);
        assertThat(sql.output(good)).containsExactlyInAnyOrderElementsOf(sql.expected(good, inputs));
        topics.create(prefix + "_tops", 1, Optional.empty(), Optional.empty());
        sql.run("RESUME " + bad + ";");
        sql.awaitDone(bad);
        List<KafkaTopic.Text> all = sql.expected(bad, inputs);
        assertThat(sql.output(bad)).containsExactlyInAnyOrderElementsOf(all.subList(10, 20));
    }

    @Test
    void whatAQueryHadWrittenOfTheBatchItFailedInIsNotWrittenAgain() throws Exception {
        stream("orders", 1);
        topics.create(prefix + "_lasts", 1, Optional.empty(), Optional.empty());
        topics.limit(prefix + "_lasts", 200_000);
        String query = sql.run("CREATE TABLE lasts WITH (kafka_topic='" + prefix + "_lasts', partitions=1) AS"
                        + " SELECT item, COUNT(*) AS n, LPAD('', LATEST_BY_OFFSET(amount), 'x') AS text FROM orders"
                        + " GROUP BY item;")
                .get(0);
        String other = sql.run("CREATE STREAM all_orders WITH (kafka_topic='" + prefix + "_all', partitions=1) AS"
                        + " SELECT * FROM orders;")
                .get(0);
        sendOrders(20);
        sql.awaitDone(query);
        for (int i = 0; i < 20; i++) {
            send(0, 20 + i, 3000 + i, "{\"item\":\"item" + i % 10 + "\",\"amount\":" + (i == 13 ? 300_000 : 1) + "}");
        }
        topics.flush();
        SqlHost.await(() -> sql.status(query).state() == State.ERROR, () -> "too large " + sql.status(query));
        assertThat(sql.status(query).reason().orElseThrow())
                .contains("too large")
                .contains("max.message.bytes");
        sql.awaitDone(other);
        topics.limit(prefix + "_lasts", 500_000);
        sql.run("RESUME " + query + ";");
        sql.awaitDone(query);
        assertThat(sql.output(query))
                .containsExactlyInAnyOrderElementsOf(sql.expected(query, inputs))
                .hasSize(40);
    }

    private void stream(String name, int partitions) {
        topics.create(prefix + "_in", partitions, Optional.empty(), Optional.empty());
        sql.run("CREATE STREAM " + name + " (id BIGINT KEY, item VARCHAR, amount INT) WITH (kafka_topic='" + prefix
                + "_in', value_format='JSON', key_format='KAFKA');");
    }

    private void sendOrders(int count) {
        int partitions = topics.partitions(prefix + "_in").orElseThrow();
        for (int i = 0; i < count; i++) {
            int number = inputs.size();
            send(
                    number % partitions,
                    number / partitions,
                    number * 100L,
                    "{\"item\":\"item" + number * 7 % 5 + "\",\"amount\":" + number * 13 % 17 + "}");
        }
        topics.flush();
    }

    private void send(int partition, long offset, long time, @Nullable String value) {
        topics.send(prefix + "_in", partition, time, null, value);
        inputs.add(new TopicRecord(
                prefix + "_in",
                partition,
                offset,
                time,
                null,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                List.of()));
    }
}
