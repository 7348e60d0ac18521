package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.broker.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server, submitted to a standalone cluster of real processes, with the demo's statements. Seven JVMs start for each test, so
 * they run where {@code -Dnrt.cluster=short} or {@code long} asks for them.
 */
final class ClusterTest {

    private static final int RECORDS = 1500;

    @TempDir
    private Path folder;

    private TestBroker broker;
    private KafkaTopic topics;
    private DemoFeeds feeds;
    private FunctionFolder functions;
    private SparkCluster cluster;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(Files.createDirectory(folder.resolve("broker")));
        topics = new KafkaTopic(broker.address());
        feeds = new DemoFeeds(topics, System.currentTimeMillis() / 60_000 * 60_000 - 600_000);
        feeds.makeTopics();
        functions = FunctionFolder.make(folder.resolve("functions"));
        cluster = SparkCluster.start(folder, 2);
    }

    @AfterEach
    void stop() {
        cluster.close();
        topics.close();
        broker.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "nrt.cluster", matches = "short|long")
    void aWorkerThatIsKilledLosesNothingAndDoublesNothing() throws Exception {
        try (SubmittedServer server = submit(cluster.master(), "server")) {
            functions.empty();
            server.execute(DemoFeeds.statements());
            server.execute("""
                    CREATE STREAM city_celsius WITH (KAFKA_TOPIC='city_celsius', PARTITIONS=1) AS
                    SELECT city_key, CELSIUS(`temp_f`) AS celsius FROM weather_readings;""");
            feeds.send(RECORDS);
            awaitRecords(server, "tiktok_engagement", RECORDS / 3);
            int before = topics.committed("tiktok_engagement").size();
            cluster.killWorker();
            assertThat(before).as("changes written when the worker was killed").isLessThan(RECORDS);

            feeds.send(RECORDS / 3);
            assertAllIsThereOnce(server);
            assertThat(cluster.coresInUse()).as("cores that are left").isEqualTo(1);
            assertPullsAreRight(server);
            assertTheUsersFunctionIsCalled(server);

            cluster.killApplication();
            assertThat(server.process().exitCode())
                    .as("the exit code of a server that has lost Spark")
                    .isEqualTo(3);
        }
    }

    /** In tasks of a running query, and in those of a query that Spark answers once. */
    private void assertTheUsersFunctionIsCalled(SubmittedServer server) throws Exception {
        List<KafkaTopic.Text> readings = topics.committed("weather_readings");
        awaitRecords(server, "city_celsius", readings.size());
        assertThat(numbers("city_celsius", "CELSIUS"))
                .containsExactlyInAnyOrderElementsOf(numbers("weather_readings", "temp_f").stream()
                        .map(fahrenheit -> Double.isNaN(fahrenheit) ? fahrenheit : (fahrenheit - 32) * 5 / 9)
                        .toList());
        assertThat(server.rows(
                        "SELECT MAX(CELSIUS(CAST(`total_viewed` * 0 + 212 AS DOUBLE))) AS c FROM tiktok_engagement"
                                + " GROUP BY `category` ORDER BY c LIMIT 1;"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(0).asDouble()).isEqualTo(100.0));
    }

    private List<Double> numbers(String topic, String field) throws IOException {
        List<Double> numbers = new ArrayList<>();
        for (KafkaTopic.Text record : topics.committed(topic)) {
            numbers.add(new ObjectMapper().readTree(record.value()).path(field).asDouble(Double.NaN));
        }
        return numbers;
    }

    /** Takes minutes. */
    @Test
    @EnabledIfSystemProperty(named = "nrt.cluster", matches = "long")
    void whateverIsKilledNothingIsLostOrDoubledAndALocalServerGoesOn() throws Exception {
        int sent = 0;
        try (SubmittedServer server = submit(cluster.master(), "first")) {
            server.execute(DemoFeeds.statements());
            for (int round = 0; round < Integer.getInteger("nrt.cluster.rounds", 4); round++) {
                feeds.send(RECORDS);
                sent += RECORDS;
                awaitRecords(server, "tiktok_engagement", sent - RECORDS + 200 * (round + 1));
                cluster.killWorker();
                cluster.startWorker();
            }
            assertAllIsThereOnce(server);
            feeds.send(RECORDS);
            sent += RECORDS;
            awaitRecords(server, "tiktok_engagement", sent - RECORDS / 2);
            server.process().kill();
        }
        try (SubmittedServer server = submit(cluster.master(), "second")) {
            assertAllIsThereOnce(server);
            assertPullsAreRight(server);
            feeds.send(RECORDS);
            assertThat(server.process().stop())
                    .as("the exit code of a server that is told to stop")
                    .isEqualTo(143);
        }
        try (SubmittedServer server = submit("local[2]", "local")) {
            assertAllIsThereOnce(server);
            assertPullsAreRight(server);
        }
    }

    private SubmittedServer submit(String master, String name) throws IOException {
        return SubmittedServer.submit(cluster, master, broker.address(), folder, name);
    }

    private void assertAllIsThereOnce(SubmittedServer server) throws Exception {
        Map<String, List<KafkaTopic.Text>> expected = feeds.expected();
        assertThat(expected)
                .containsOnlyKeys("tiktok_engagement", "energy_by_house_minute", "weather_readings", "weather_by_city");
        for (Map.Entry<String, List<KafkaTopic.Text>> topic : expected.entrySet()) {
            awaitRecords(server, topic.getKey(), topic.getValue().size());
            List<KafkaTopic.Text> written = topics.committed(topic.getKey());
            assertThat(written).as(topic.getKey()).containsExactlyInAnyOrderElementsOf(topic.getValue());
            assertThat(byKey(written)).as("%s, in order", topic.getKey()).isEqualTo(byKey(topic.getValue()));
        }
    }

    private void awaitRecords(SubmittedServer server, String topic, int count) {
        SqlHost.await(SparkCluster.PATIENCE, () -> topics.committed(topic).size() >= count, server::told);
    }

    /** By key, and without one in the first. */
    private static Map<String, List<KafkaTopic.Text>> byKey(List<KafkaTopic.Text> records) {
        Map<String, List<KafkaTopic.Text>> byKey = new TreeMap<>();
        records.forEach(record -> byKey.computeIfAbsent(String.valueOf(record.key()), key -> new ArrayList<>())
                .add(record));
        return byKey;
    }

    /** A look-up of all, one of a key, and what is computed by Spark out of a table. */
    private void assertPullsAreRight(SubmittedServer server) throws Exception {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (KafkaTopic.Text record : feeds.expected().get("tiktok_engagement")) {
            last.put(String.valueOf(record.key()), new ObjectMapper().readTree(record.value()));
        }
        Map<String, Long> views = new TreeMap<>();
        last.values()
                .forEach(row -> views.merge(
                        row.path("category").asText(), row.path("total_viewed").asLong(), Long::sum));
        SqlHost.await(SparkCluster.PATIENCE, () -> isLookedUp(server, last), server::told);

        Map<String, Long> computed = new TreeMap<>();
        server.rows("SELECT `category`, SUM(`total_viewed`) AS views FROM tiktok_engagement GROUP BY `category`;")
                .forEach(row -> computed.put(row.get(0).asText(), row.get(1).asLong()));
        assertThat(computed).isEqualTo(views);
    }

    private static boolean isLookedUp(SubmittedServer server, Map<String, JsonNode> last) {
        try {
            List<String> wanted = last.values().stream()
                    .map(row -> row.path("user_id").asText()
                            + row.path("category").asText()
                            + row.path("total_viewed").asLong())
                    .sorted()
                    .toList();
            List<String> found =
                    server.rows("SELECT `user_id`, `category`, `total_viewed` FROM tiktok_engagement;").stream()
                            .map(row -> row.get(0).asText()
                                    + row.get(1).asText()
                                    + row.get(2).asLong())
                            .sorted()
                            .toList();
            return found.equals(wanted);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
