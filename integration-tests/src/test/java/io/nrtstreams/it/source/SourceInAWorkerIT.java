package io.nrtstreams.it.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.it.stack.ConnectClient;
import io.nrtstreams.it.stack.ConnectClient.Answer;
import io.nrtstreams.it.stack.InProcessBroker;
import io.nrtstreams.it.stack.KafkaOffsets;
import io.nrtstreams.it.stack.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The mock source in a distributed worker that finds it by its service file, as its users meet it over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceInAWorkerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CLASS = "io.nrtstreams.connect.mock.MockSourceConnector";
    private static final String TEXTS = "org.apache.kafka.connect.storage.StringConverter";
    private static final String JSONS = "org.apache.kafka.connect.json.JsonConverter";
    private static final int FEW = 60;

    @TempDir
    static Path folder;

    private InProcessBroker broker;
    private KafkaOffsets offsets;
    private Worker worker;
    private ConnectClient connect;

    @BeforeAll
    void start() throws Exception {
        broker = InProcessBroker.start(folder.resolve("broker"));
        offsets = new KafkaOffsets(broker.bootstrap());
        worker = Worker.start(broker.bootstrap(), "nrt-source", Map.of());
        connect = new ConnectClient(worker.rest());
    }

    @AfterAll
    void stop() {
        worker.close();
        offsets.close();
        broker.close();
    }

    private static Map<String, String> config(String name, String feed, String... more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "name", name,
                "connector.class", CLASS,
                "tasks.max", "1",
                "feed", feed,
                "topic", name,
                "key.converter", TEXTS,
                "value.converter", TEXTS));
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    private void create(Map<String, String> config) throws Exception {
        offsets.createTopic(name(config), 2);
        Answer answer = connect.put("/connectors/" + name(config) + "/config", JSON.writeValueAsString(config));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static String name(Map<String, String> config) {
        return config.getOrDefault("name", "");
    }

    private JsonNode offsets(String name) {
        return connect.get("/connectors/" + name + "/offsets").body();
    }

    private static long position(JsonNode offsets) {
        return offsets.findValues("position").stream()
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    /** The offsets, once so many records are emitted. */
    private JsonNode awaitPosition(String name, long least) {
        return Awaitility.await(name + " at " + least)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(() -> offsets(name), offsets -> position(offsets) >= least);
    }

    private void awaitState(String name, String state) {
        Awaitility.await(name + " " + state)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> connect.get("/connectors/" + name + "/status")
                        .body()
                        .path("connector")
                        .path("state")
                        .asText()
                        .equals(state));
    }

    /** The topic holds what the connector's offsets say, which are at so many records. */
    private JsonNode verify(Map<String, String> config, int records) {
        JsonNode stored = awaitPosition(name(config), records);
        ByDevice expected = new Recomputed(config).records(stored);

        assertThat(expected.size()).isEqualTo(records);
        assertThat(expected.differences(new Topic(broker.bootstrap(), offsets, name(config)).records(records)))
                .as(name(config))
                .isEmpty();
        return stored;
    }

    @Test
    void theWorkerFindsItByItsServiceFile() {
        JsonNode plugins = connect.get("/connector-plugins").body();

        assertThat(StreamSupport.stream(plugins.spliterator(), false)
                        .filter(plugin -> plugin.path("class").asText().equals(CLASS)))
                .singleElement()
                .satisfies(plugin -> {
                    assertThat(plugin.path("type").asText()).isEqualTo("source");
                    assertThat(plugin.path("version").asText()).isEqualTo("0.1.0");
                });
    }

    private record Form(String output, String converter, String schemas, String profile) {}

    /** A value in every form, each with every converter that takes it, in one of the profiles. */
    private static final List<Form> FORMS = List.of(
            new Form("native", TEXTS, "false", "prototype"),
            new Form("json", TEXTS, "false", "realistic"),
            new Form("struct", JSONS, "true", "realistic"),
            new Form("struct", JSONS, "false", "prototype"),
            new Form("map", JSONS, "false", "realistic"));

    private static Map<String, String> config(String feed, Form form) {
        String name = feed + "-" + form.output() + (form.schemas().equals("true") ? "-schemas" : "");
        Map<String, String> config = feed.equals("custom")
                ? config(name, feed, "custom.quickstart", "orders", "output", form.output())
                : config(name, feed, "profile", form.profile(), "output", form.output());
        config.putAll(Map.of(
                "value.converter", form.converter(),
                "value.converter.schemas.enable", form.schemas(),
                "start.time", "2022-11-01T00:00:00Z",
                "speed", "max",
                "record.limit", Integer.toString(FEW),
                "dirt.missing.field", "0.1",
                "dirt.late", "0.1"));
        return config;
    }

    @TestFactory
    Stream<DynamicTest> everyFeedInEveryFormArrivesAsItCanBeRecomputed() throws Exception {
        List<Map<String, String>> configs = Stream.of("tiktok", "energy", "weather", "iot", "custom")
                .flatMap(feed -> FORMS.stream().map(form -> config(feed, form)))
                .toList();
        for (Map<String, String> config : configs) {
            create(config);
        }
        return configs.stream()
                .map(config -> DynamicTest.dynamicTest(name(config), () -> {
                    JsonNode stored = verify(config, FEW);

                    assertThat(stored.findValues("complete")).isNotEmpty();
                    assertThat(connect.isRunning(name(config)))
                            .as("a finished run")
                            .isTrue();
                }));
    }

    @Test
    void tasksComeAndGoWithoutARepeatOrAGap() throws Exception {
        Map<String, String> config =
                config("tasks", "iot", "shards", "5", "rate", "3000", "record.limit", "9000", "tasks.max", "1");
        create(config);
        for (int tasks : List.of(3, 5, 2)) {
            awaitPosition("tasks", position(offsets("tasks")) + 1000);
            config.put("tasks.max", Integer.toString(tasks));
            assertThat(connect.put("/connectors/tasks/config", JSON.writeValueAsString(config))
                            .status())
                    .isEqualTo(200);
        }

        verify(config, 9000);

        assertThat(connect.get("/connectors/tasks/tasks").body()).hasSize(2);
        connect.delete("/connectors/tasks");
    }

    private record Refusal(String offsets, String reason) {}

    @Test
    void offsetsAreShownAlteredAndResetAndOthersRefused() throws Exception {
        Map<String, String> config =
                config("altered", "energy", "shards", "1", "speed", "max", "record.limit", Integer.toString(FEW));
        create(config);
        verify(config, FEW);
        assertThat(connect.put("/connectors/altered/stop", "").status()).isEqualTo(204);
        awaitState("altered", "STOPPED");

        for (Refusal refusal : List.of(
                new Refusal(offset("energy/elsewhere/0", "{\"position\": 1}"), "expected one of energy/altered/0"),
                new Refusal(
                        offset("energy/altered/0", "{\"position\": -1}"), "position: expected a whole number from 0"),
                new Refusal(offset("energy/altered/0", "{\"positon\": 1}"), "positon: there is no such key"),
                new Refusal(
                        offset("energy/altered/0", "{\"position\": 1, \"schedule\": \"noon\"}"),
                        "schedule: expected a schedule of the form"),
                new Refusal(
                        offset("energy/altered/0", "{\"position\": 1, \"schedule\": \"3|0@1+1\"}"),
                        "another number would repeat and skip some"))) {
            Answer answer = connect.patch("/connectors/altered/offsets", refusal.offsets());
            assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body().path("message").asText()).contains(refusal.reason());
        }

        Answer altered = connect.patch("/connectors/altered/offsets", offset("energy/altered/0", "{\"position\": 50}"));
        assertThat(altered.status()).as(altered.toString()).isEqualTo(200);
        assertThat(position(offsets("altered"))).isEqualTo(50);
        Topic topic = new Topic(broker.bootstrap(), offsets, "altered");
        resumed("altered");
        assertThat(topic.records(FEW + 10).size()).isEqualTo(FEW + 10);

        connect.put("/connectors/altered/stop", "");
        awaitState("altered", "STOPPED");
        Answer reset = connect.delete("/connectors/altered/offsets");
        assertThat(reset.status()).as(reset.toString()).isEqualTo(200);
        assertThat(offsets("altered").path("offsets")).isEmpty();
        resumed("altered");
        assertThat(topic.records(2 * FEW + 10).size()).isEqualTo(2 * FEW + 10);
        connect.delete("/connectors/altered");
    }

    private void resumed(String name) {
        connect.put("/connectors/" + name + "/resume", "");
        awaitPosition(name, FEW);
    }

    private static String offset(String series, String offset) {
        return "{\"offsets\": [{\"partition\": {\"series\": \"" + series + "\"}, \"offset\": " + offset + "}]}";
    }

    private record Slip(Map<String, String> config, List<String> errors) {}

    @TestFactory
    Stream<DynamicTest> validatingTellsAllThatIsWrong() {
        return Stream.of(
                        new Slip(config("slip", "enrgy", "rate", "fast"), List.of("did you mean energy", "rate")),
                        new Slip(
                                config("slip", "energy", "dirt.mising.field", "0.1", "shards", "400"),
                                List.of("dirt.missing.field", "shards: expected at most 3")),
                        new Slip(config("slip", "energy", "rate", "10", "step", "1s", "speed", "2"), List.of("speed")),
                        new Slip(
                                config("slip", "energy", "dirt.late", "0.7", "dirt.duplicate", "0.7"),
                                List.of("together are above 1")),
                        new Slip(
                                config("slip", "replay"),
                                List.of("replay.file: a replay needs it", "replay.time: a replay needs it")),
                        new Slip(config("slip", "energy"), List.of()))
                .map(slip -> DynamicTest.dynamicTest(slip.errors().toString(), () -> {
                    Answer answer = connect.put(
                            "/connector-plugins/MockSourceConnector/config/validate",
                            JSON.writeValueAsString(slip.config()));

                    List<String> errors = new ArrayList<>();
                    answer.body()
                            .path("configs")
                            .forEach(key ->
                                    key.path("value").path("errors").forEach(error -> errors.add(error.asText())));
                    assertThat(errors).hasSameSizeAs(slip.errors());
                    assertThat(slip.errors())
                            .allSatisfy(expected -> assertThat(errors).anyMatch(error -> error.contains(expected)));
                }));
    }

    @Test
    void aConnectorThatIsNotValidIsNotCreated() throws Exception {
        Answer answer = connect.put(
                "/connectors/invalid/config", JSON.writeValueAsString(config("invalid", "energy", "rate", "-1")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("rate");
    }
}
