package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.host.output.OutputTimeouts;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFaultsTest {

    private static final OutputTimeouts SHORT =
            new OutputTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(1));

    /** So that a broker that was killed is believed to be another one after a second, not nine. */
    private static final List<String> BACK_SOON =
            List.of("broker.session.timeout.ms=1000", "broker.heartbeat.interval.ms=250");

    private final List<TopicRecord> inputs = new ArrayList<>();

    @Test
    void aBrokerThatIsGoneForAWhileCostsTimeAndNoRecord(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder, BACK_SOON);
                KafkaTopic topics = new KafkaTopic(broker.address());
                SqlHost sql = host(
                        topics,
                        broker.address(),
                        "away",
                        folder.resolve("host").toUri().toString())) {
            String query = sums(sql, topics, "away");
            send(topics, "away", 0, 100);
            sql.awaitDone(query);
            // Many batches, so that the broker goes in the middle of one.
            send(topics, "away", 0, 20_000);
            broker.kill();

            SqlHost.await(
                    () -> sql.status(query).state() == State.RESTARTING,
                    () -> sql.status(query).toString());
            assertThat(sql.status(query).reason().orElseThrow()).contains("broker");
            broker.restart();

            sql.awaitDone(query);
            assertThat(sql.output(query)).isEqualTo(sql.expected(query, inputs));
        }
    }

    @Test
    void aQueryWaitsWhileTheDiskOfItsCheckpointIsFullAndGoesOnByItself(@TempDir Path folder) throws Exception {
        String address = TestBroker.shared().address();
        String checkpoints =
                FullDisk.path(folder, TestSpark.session().sparkContext().hadoopConfiguration());
        try (KafkaTopic topics = new KafkaTopic(address);
                SqlHost sql = host(topics, address, "full", checkpoints)) {
            String query = sums(sql, topics, "full");
            send(topics, "full", 0, 100);
            sql.awaitDone(query);
            FullDisk.fill();
            send(topics, "full", 0, 100);

            SqlHost.await(
                    () -> sql.status(query).state() == State.RESTARTING,
                    () -> sql.status(query).toString());
            assertThat(FullDisk.hasRefused()).isTrue();
            assertThat(sql.status(query).reason().orElseThrow()).contains("The disk under the checkpoint is full");
            FullDisk.makeRoom();

            sql.awaitDone(query);
            assertThat(sql.output(query)).isEqualTo(sql.expected(query, inputs));
        } finally {
            FullDisk.makeRoom();
        }
    }

    @Test
    void partitionsThatATopicGetsLaterAreReadFromTheirBeginning(@TempDir Path folder) throws Exception {
        String address = TestBroker.shared().address();
        try (KafkaTopic topics = new KafkaTopic(address);
                SqlHost sql = host(topics, address, "grown", folder.toUri().toString())) {
            String query = sums(sql, topics, "grown");
            send(topics, "grown", 0, 10);
            sql.awaitDone(query);

            topics.addPartitions("grown_in", 3);
            send(topics, "grown", 2, 10);
            send(topics, "grown", 0, 10);

            sql.awaitDone(query);
            assertThat(sql.output(query))
                    .containsExactlyInAnyOrderElementsOf(sql.expected(query, inputs))
                    .hasSize(30);
        }
    }

    private static SqlHost host(KafkaTopic topics, String address, String name, String checkpoints) {
        return new SqlHost(TestSpark.session(), topics, address, "svc_" + name, checkpoints, 1000, SHORT);
    }

    private static String sums(SqlHost sql, KafkaTopic topics, String name) {
        topics.create(name + "_in", 1, Optional.empty(), Optional.empty());
        return sql.run("CREATE STREAM orders (item VARCHAR, amount INT) WITH (kafka_topic='" + name
                        + "_in', value_format='JSON'); CREATE TABLE sums WITH (kafka_topic='" + name
                        + "_sums', partitions=1) AS SELECT item, COUNT(*) AS n, SUM(amount) AS total FROM orders"
                        + " GROUP BY item;")
                .get(0);
    }

    private void send(KafkaTopic topics, String name, int partition, int count) {
        long before =
                inputs.stream().filter(input -> input.partition() == partition).count();
        for (int i = 0; i < count; i++) {
            String value = "{\"item\":\"of" + partition + "\",\"amount\":" + i % 17 + "}";
            long time = inputs.size();
            topics.send(name + "_in", partition, time, null, value);
            inputs.add(new TopicRecord(
                    name + "_in",
                    partition,
                    before + i,
                    time,
                    null,
                    value.getBytes(StandardCharsets.UTF_8),
                    List.of()));
        }
        topics.flush();
    }
}
