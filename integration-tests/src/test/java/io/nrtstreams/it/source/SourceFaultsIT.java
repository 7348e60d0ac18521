package io.nrtstreams.it.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.it.stack.Cluster;
import io.nrtstreams.it.stack.ConnectClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is killed again and again under load: the topics then hold each record of the series once, in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceFaultsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECORDS = 16_000;
    private static final int PARTITIONS = 3;
    private static final int KILLS = 3;
    private static final long SEED = 20_221_203;

    @TempDir
    static Path folder;

    private Cluster cluster;

    @BeforeAll
    void start() throws Exception {
        cluster = Cluster.start(
                folder,
                1,
                Map.of(
                        "session.timeout.ms", "1000",
                        "heartbeat.interval.ms", "200",
                        "producer.transaction.timeout.ms", "1000"));
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    /** By a clock of its own: each halt leaves no gap in its event times, and it goes on at its pace. */
    private static final Map<String, String> ENERGY = Map.ofEntries(
            Map.entry("feed", "energy"),
            Map.entry("rate", "2000"),
            Map.entry("start.time", "2022-11-01T00:00:00Z"),
            Map.entry("step", "10m"),
            Map.entry("dirt.malformed", "0.01"),
            Map.entry("dirt.null.token", "0.02"),
            Map.entry("dirt.duplicate", "0.02"),
            Map.entry("dirt.tombstone", "0.01"),
            Map.entry("value.converter", "org.apache.kafka.connect.storage.StringConverter"));

    /** Goes on from now: each halt is a gap in its event times, which its offsets tell. */
    private static final Map<String, String> IOT = Map.ofEntries(
            Map.entry("feed", "iot"),
            Map.entry("profile", "realistic"),
            Map.entry("rate", "2000"),
            Map.entry("rate.jitter", "0.5"),
            Map.entry("output", "struct"),
            Map.entry("schedule.max.behind", "1s"),
            Map.entry("dirt.out.of.order", "0.02"),
            Map.entry("dirt.schema.change", "0.02"),
            Map.entry("dirt.wrong.type", "0.02"),
            Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
            Map.entry("value.converter.schemas.enable", "true"));

    private Map<String, String> create(String name, Map<String, String> settings) throws Exception {
        Map<String, String> config = new HashMap<>(Map.of(
                "name", name,
                "connector.class", "io.nrtstreams.connect.mock.MockSourceConnector",
                "tasks.max", "2",
                "topic", name,
                "seed", "42",
                "record.limit", Integer.toString(RECORDS),
                "exactly.once.support", "required",
                "key.converter", "org.apache.kafka.connect.storage.StringConverter"));
        config.putAll(settings);
        cluster.offsets().createTopic(name, PARTITIONS);
        ConnectClient.Answer answer =
                cluster.connect(0).post("/connectors", JSON.writeValueAsString(Map.of("name", name, "config", config)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return config;
    }

    private Topic topic(String name) {
        return new Topic(cluster.bootstrap(), cluster.offsets(), name);
    }

    private JsonNode offsets(String name) {
        return cluster.connect(0).get("/connectors/" + name + "/offsets").body();
    }

    private boolean isComplete(String name) {
        return StreamSupport.stream(offsets(name).path("offsets").spliterator(), false)
                        .filter(stored -> stored.path("offset").path("complete").asBoolean())
                        .count()
                == (name.equals("iot") ? 16 : 3);
    }

    @Test
    void aKilledWorkerLosesAndDoublesNothing() throws Exception {
        Map<String, String> energy = create("energy", ENERGY);
        Map<String, String> iot = create("iot", IOT);
        Random moments = new Random(SEED);

        for (int kill = 0; kill < KILLS; kill++) {
            long before = topic("energy").reach();
            topic("iot").awaitReach(topic("iot").reach() + 1);
            topic("energy").awaitReach(before + 1500 + moments.nextInt(2500));
            cluster.worker(0).kill();
            cluster.worker(0).startAgain();
        }

        for (Map<String, String> config : List.of(energy, iot)) {
            verify(config);
        }
        assertThat(gaps("energy")).as("halts that show in event times").isZero();
        assertThat(gaps("iot")).as("halts that show in event times").isGreaterThanOrEqualTo(KILLS);
    }

    private void verify(Map<String, String> config) {
        String name = config.getOrDefault("name", "");
        Awaitility.await(name + " is complete")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isComplete(name));
        ByDevice there = topic(name).records(RECORDS);
        long reach = topic(name).reach();

        ByDevice expected = new Recomputed(config).records(offsets(name));

        assertThat(expected.size()).isEqualTo(RECORDS);
        assertThat(expected.differences(there)).isEmpty();
        cluster.awaitRunning(name, 0);
        assertThat(topic(name).reach()).as("an idle connector").isEqualTo(reach);
    }

    /** Segments of the schedules of all shards beyond the first of each. */
    private long gaps(String name) {
        return offsets(name).findValuesAsText("schedule").stream()
                .mapToLong(schedule -> schedule.chars().filter(c -> c == ',').count())
                .sum();
    }
}
