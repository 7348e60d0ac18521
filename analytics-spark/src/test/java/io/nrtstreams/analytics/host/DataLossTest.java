package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Queries that may go on when records were deleted before they were read. */
class DataLossTest {

    private final String address = TestBroker.shared().address();
    private String prefix = "";
    private KafkaTopic topics;
    private SqlHost sql;

    DataLossTest() throws Exception {}

    @BeforeEach
    void start(TestInfo test, @TempDir Path folder) throws Exception {
        prefix = test.getTestMethod().orElseThrow().getName();
        topics = new KafkaTopic(address);
        sql = new SqlHost(TestSpark.session(), topics, address, prefix, folder, 1000);
        topics.create(prefix + "_in", 1, Optional.empty(), Optional.empty());
        sql.run("CREATE STREAM orders (item VARCHAR, amount INT) WITH (kafka_topic='" + prefix
                + "_in', value_format='JSON');");
    }

    @AfterEach
    void stop() {
        sql.close();
        topics.close();
    }

    @Test
    void whatIsLostIsInTheProcessingLogOfEachQueryOnce() throws Exception {
        send(0, 10, 1);
        deleteBefore(6);
        String copy = sql.run(copy(), fromTheSecond()).get(0);
        String sums = sql.run(
                        "CREATE TABLE sums WITH (kafka_topic='" + prefix + "_sums', partitions=1) AS"
                                + " SELECT item, SUM(amount) AS total FROM orders GROUP BY item;",
                        fromTheSecond())
                .get(0);
        sql.awaitDone(copy);
        sql.awaitDone(sums);
        sql.restart();
        send(10, 12, 1);
        sql.awaitDone(copy);
        sql.awaitDone(sums);

        assertThat(sql.output(copy)).hasSize(6);
        assertThat(sql.output(sums)).hasSize(6);
        assertThat(log())
                .hasSize(2)
                .allSatisfy(DataLossTest::tellsOfTheLoss)
                .extracting(entry -> entry.path("query").asText())
                .containsExactlyInAnyOrder(copy, sums);
    }

    @Test
    void aQueryThatDoesItsBatchAgainTellsOfItsLossOnce() throws Exception {
        topics.create(prefix + "_lasts", 1, Optional.empty(), Optional.empty());
        topics.limit(prefix + "_lasts", 200_000);
        send(0, 9, 1);
        send(9, 10, 300_000);
        deleteBefore(6);
        String lasts = sql.run(
                        "CREATE TABLE lasts WITH (kafka_topic='" + prefix + "_lasts', partitions=1) AS"
                                + " SELECT item, LPAD('', LATEST_BY_OFFSET(amount), 'x') AS text FROM orders"
                                + " GROUP BY item;",
                        fromTheSecond())
                .get(0);
        SqlHost.await(() -> sql.status(lasts).state() == State.ERROR, () -> "too large " + sql.status(lasts));
        topics.limit(prefix + "_lasts", 500_000);
        sql.run("RESUME " + lasts + ";");
        sql.awaitDone(lasts);

        assertThat(sql.output(lasts)).hasSize(4);
        assertThat(log()).hasSize(1).allSatisfy(DataLossTest::tellsOfTheLoss);
    }

    @Test
    void aQueryThatLosesNothingSaysNothing() throws Exception {
        send(0, 10, 1);
        deleteBefore(2);
        String copy = sql.run(copy(), fromTheSecond()).get(0);
        sql.awaitDone(copy);

        assertThat(sql.output(copy)).hasSize(8);
        assertThat(topics.names()).doesNotContain(prefix + "_processing_log");
    }

    private String copy() {
        return "CREATE STREAM copies WITH (kafka_topic='" + prefix + "_copies', partitions=1) AS SELECT * FROM orders;";
    }

    private Map<String, String> fromTheSecond() {
        return Map.of("nrt.on.data.loss", "continue", "nrt.start.positions", "{\"" + prefix + "_in\":{\"0\":2}}");
    }

    private static void tellsOfTheLoss(JsonNode entry) {
        assertThat(entry.path("kind").asText()).isEqualTo("SKIPPED");
        assertThat(entry.path("topic").asText()).endsWith("_in");
        assertThat(entry.path("partition").asInt()).isZero();
        assertThat(entry.path("offset").asLong()).isEqualTo(2);
        assertThat(entry.path("reason").asText())
                .contains("4 offsets from 2 on were deleted before they were read")
                .contains("keep its records longer");
    }

    private List<JsonNode> log() throws Exception {
        List<JsonNode> entries = new ArrayList<>();
        for (KafkaTopic.Text entry : topics.committed(prefix + "_processing_log")) {
            entries.add(new ObjectMapper().readTree(entry.value()));
        }
        return entries;
    }

    private void send(int from, int until, int amount) {
        for (int i = from; i < until; i++) {
            topics.send(prefix + "_in", 0, i, null, "{\"item\":\"item" + i % 2 + "\",\"amount\":" + amount + "}");
        }
        topics.flush();
    }

    private void deleteBefore(long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.deleteRecords(Map.of(new TopicPartition(prefix + "_in", 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }
}
