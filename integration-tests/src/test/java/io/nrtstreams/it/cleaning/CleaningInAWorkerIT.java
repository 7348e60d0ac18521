package io.nrtstreams.it.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.it.source.ByDevice;
import io.nrtstreams.it.source.Emitted;
import io.nrtstreams.it.source.Recomputed;
import io.nrtstreams.it.source.Topic;
import io.nrtstreams.it.stack.ConnectClient;
import io.nrtstreams.it.stack.ConnectClient.Answer;
import io.nrtstreams.it.stack.InProcessBroker;
import io.nrtstreams.it.stack.KafkaOffsets;
import io.nrtstreams.it.stack.Worker;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transforms in a distributed worker, beside Kafka's own, under a source and under a sink. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CleaningInAWorkerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CLEANING = "io.nrtstreams.connect.cleaning.";
    private static final String STOCK = "org.apache.kafka.connect.transforms.";
    private static final String TEXTS = "org.apache.kafka.connect.storage.StringConverter";
    private static final String JSONS = "org.apache.kafka.connect.json.JsonConverter";
    private static final int RECORDS = 1_000;

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
        worker = Worker.start(broker.bootstrap(), "nrt-cleaning", Map.of());
        connect = new ConnectClient(worker.rest());
    }

    @AfterAll
    void stop() {
        worker.close();
        offsets.close();
        broker.close();
    }

    /** The energy feed with defects, as its meters write it. */
    private static Map<String, String> energy(String name) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("name", name),
                Map.entry("connector.class", "io.nrtstreams.connect.mock.MockSourceConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("feed", "energy"),
                Map.entry("topic", name),
                Map.entry("speed", "max"),
                Map.entry("start.time", "2022-11-01T00:00:00Z"),
                Map.entry("record.limit", Integer.toString(RECORDS)),
                Map.entry("headers", "position"),
                Map.entry("dirt.malformed", "0.05"),
                Map.entry("dirt.null.token", "0.05"),
                Map.entry("key.converter", TEXTS),
                Map.entry("value.converter", JSONS),
                Map.entry("value.converter.schemas.enable", "false")));
    }

    /** Parses and cleans the energy feed, with {@code range} as the bounds of its usage. */
    private static Map<String, String> cleaning(String range) {
        return Map.of(
                "transforms.parse.type",
                CLEANING + "Parse$Value",
                "transforms.parse.format",
                "csv",
                "transforms.parse.schema",
                "time:int64, userId:int64, usage:string, location:string",
                "transforms.clean.type",
                CLEANING + "Clean$Value",
                "transforms.clean.field.usage",
                "trim | null-if 'Null' '' | to float64 | require | range " + range,
                "transforms.clean.field.location",
                "trim | map 'Pune India'='Pune'");
    }

    private void create(Map<String, String> config) throws Exception {
        String name = config.getOrDefault("name", "");
        Answer answer = connect.put("/connectors/" + name + "/config", JSON.writeValueAsString(config));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private JsonNode complete(String name) {
        return Awaitility.await(name)
                .atMost(LONG)
                .until(
                        () -> connect.get("/connectors/" + name + "/offsets").body(),
                        offset -> offset.findValues("position").stream()
                                        .mapToLong(JsonNode::asLong)
                                        .sum()
                                >= RECORDS);
    }

    private List<Emitted> records(String topic, int count) {
        return new Topic(broker.bootstrap(), offsets, topic)
                .records(count).lists().values().stream().flatMap(List::stream).toList();
    }

    private static List<Emitted> sorted(List<Emitted> records) {
        return records.stream().sorted(Comparator.comparing(Emitted::toString)).toList();
    }

    private static List<Emitted> all(ByDevice records) {
        return records.lists().values().stream().flatMap(List::stream).toList();
    }

    private static Emitted withoutReason(Emitted record) {
        List<String> headers = new ArrayList<>(record.headers());
        headers.removeIf(header -> header.startsWith("nrt.rejected."));
        return new Emitted(record.key(), record.value(), record.timestamp(), headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parse$Key",
                "Parse$Value",
                "Clean$Key",
                "Clean$Value",
                "Deduplicate$Key",
                "Deduplicate$Value",
                "FieldMatches$Key",
                "FieldMatches$Value"
            })
    void theWorkerFindsEachByTheServiceFile(String transform) {
        JsonNode plugins =
                connect.get("/connector-plugins?connectorsOnly=false").body();

        assertThat(StreamSupport.stream(plugins.spliterator(), false)
                        .filter(plugin -> plugin.path("class").asText().equals(CLEANING + transform)))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.path("version").asText()).isEqualTo("0.1.0"));
    }

    /** Rejected by mistake at first, then, with the mistake mended, taken back from the topic of rejects. */
    @Test
    void everyRecordIsCleanedOrSetAsideAsItCameAndCanBeReplayedAfterAFix() throws Exception {
        Map<String, String> config = energy("meters");
        Map<String, String> plain = Map.copyOf(config);
        config.putAll(cleaning("0..0.01"));
        config.put("transforms", "parse,clean,stamp");
        config.put("transforms.stamp.type", STOCK + "InsertField$Value");
        config.put("transforms.stamp.static.field", "source");
        config.put("transforms.stamp.static.value", "meters");
        config.put("transforms.stamp.predicate", "rejected");
        config.put("transforms.stamp.negate", "true");
        config.put("predicates", "rejected");
        config.put("predicates.rejected.type", STOCK + "predicates.HasHeaderKey");
        config.put("predicates.rejected.name", "nrt.rejected.transform");
        offsets.createTopic("meters", 2);
        offsets.createTopic("meters.rejected", 1);
        create(config);
        List<Emitted> given = all(new Recomputed(plain).records(complete("meters")));

        List<Emitted> rejected = records("meters.rejected", 1);
        List<Emitted> cleaned = records("meters", RECORDS - rejected.size());
        assertThat(given).hasSize(RECORDS);
        assertThat(rejected).hasSizeBetween(RECORDS / 4, RECORDS);
        assertThat(given)
                .as("the records that were set aside, as they came")
                .containsAll(rejected.stream()
                        .map(CleaningInAWorkerIT::withoutReason)
                        .toList());
        assertThat(cleaned).hasSize(RECORDS - rejected.size()).allSatisfy(record -> {
            JsonNode value = JSON.readTree(record.value());
            assertThat(value.path("usage").isDouble()).isTrue();
            assertThat(value.path("source").asText()).isEqualTo("meters");
        });
        assertThat(beans("meters"))
                .as("beans of Parse, Clean and its seven rules")
                .hasSizeGreaterThanOrEqualTo(9);

        offsets.createTopic("meters.rejected.again", 1);
        create(replay());
        Awaitility.await("every record in the topic or set aside again")
                .atMost(LONG)
                .until(() -> records("meters", 1).size()
                                + records("meters.rejected.again", 1).size()
                        == RECORDS);
        List<Emitted> again = records("meters.rejected.again", 1);
        List<Emitted> whole = records("meters", RECORDS - again.size());
        assertThat(again)
                .hasSizeBetween(RECORDS / 20, RECORDS / 8)
                .allSatisfy(record -> assertThat(record.headers())
                        .anyMatch(header -> header.startsWith("nrt.rejected.reason="))
                        .anyMatch(header -> header.startsWith("nrt.dirt=")));
        assertThat(whole).hasSize(RECORDS - again.size());
        assertThat(whole.stream()
                        .map(record -> record.timestamp() + "/" + record.key())
                        .sorted()
                        .toList())
                .isEqualTo(given.stream()
                        .filter(record -> record.headers().stream().noneMatch(header -> header.startsWith("nrt.dirt=")))
                        .map(record -> record.timestamp() + "/" + record.key())
                        .sorted()
                        .toList());
    }

    /** Takes what was set aside through the mended rules, and back into the topic. */
    private Map<String, String> replay() {
        Map<String, String> config = new HashMap<>(cleaning("0..0.15"));
        config.putAll(Map.ofEntries(
                Map.entry("name", "meters-replay"),
                Map.entry("connector.class", "org.apache.kafka.connect.mirror.MirrorSourceConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("source.cluster.alias", "rejects"),
                Map.entry("target.cluster.alias", "here"),
                Map.entry("source.cluster.bootstrap.servers", broker.bootstrap()),
                Map.entry("target.cluster.bootstrap.servers", broker.bootstrap()),
                Map.entry("topics", "meters.rejected"),
                Map.entry("emit.offset-syncs.enabled", "false"),
                Map.entry("sync.topic.configs.enabled", "false"),
                Map.entry("sync.topic.acls.enabled", "false"),
                Map.entry("replication.factor", "1"),
                Map.entry("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter"),
                Map.entry("value.converter", JSONS),
                Map.entry("value.converter.schemas.enable", "false"),
                Map.entry("header.converter", "org.apache.kafka.connect.converters.ByteArrayConverter"),
                Map.entry("transforms", "release,back,parse,clean"),
                Map.entry("transforms.release.type", STOCK + "DropHeaders"),
                Map.entry(
                        "transforms.release.headers",
                        "nrt.rejected.transform,nrt.rejected.field,nrt.rejected.rule,nrt.rejected.reason"),
                Map.entry("transforms.back.type", STOCK + "RegexRouter"),
                Map.entry("transforms.back.regex", "rejects\\.(.*)\\.rejected"),
                Map.entry("transforms.back.replacement", "$1"),
                Map.entry("transforms.parse.text.in", "json-string"),
                Map.entry("transforms.parse.headers.as", "bytes"),
                Map.entry("transforms.clean.headers.as", "bytes"),
                Map.entry("transforms.parse.rejected.topic.suffix", ".rejected.again"),
                Map.entry("transforms.clean.rejected.topic.suffix", ".rejected.again")));
        return config;
    }

    private static List<ObjectName> beans(String connector) throws Exception {
        return List.copyOf(ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("nrt.streams:type=cleaning,connector=" + connector + ",task=0,*"), null));
    }

    @Test
    void duplicatesAreTakenOutAndAKafkaTransformIsAppliedByTheValueOfAField() throws Exception {
        Map<String, String> config = energy("once");
        config.keySet().removeIf(key -> key.startsWith("dirt."));
        config.put("dirt.duplicate", "0.05");
        config.putAll(cleaning("0..0.15"));
        config.putAll(Map.of(
                "transforms", "parse,clean,once,route",
                "transforms.once.type", CLEANING + "Deduplicate$Value",
                "transforms.once.fields", "userId, time, usage",
                "transforms.route.type", STOCK + "RegexRouter",
                "transforms.route.regex", "(.*)",
                "transforms.route.replacement", "$1.high",
                "transforms.route.predicate", "high",
                "predicates", "high",
                "predicates.high.type", CLEANING + "FieldMatches$Value",
                "predicates.high.condition", "usage > 0.1 AND location IS NOT NULL"));
        offsets.createTopic("once", 1);
        offsets.createTopic("once.high", 1);
        create(config);
        complete("once");
        Awaitility.await("every record but the duplicates")
                .atMost(LONG)
                .until(() -> records("once", 1).size() + records("once.high", 1).size() > RECORDS * 9 / 10);

        List<Emitted> low = records("once", 1);
        List<Emitted> high = records("once.high", 1);
        assertThat(low.size() + high.size()).isBetween(RECORDS * 9 / 10, RECORDS - 20);
        assertThat(low).allSatisfy(record -> {
            assertThat(JSON.readTree(record.value()).path("usage").asDouble()).isLessThanOrEqualTo(0.1);
            assertThat(record.headers()).noneMatch(header -> header.equals("nrt.dirt=duplicate"));
        });
        assertThat(high)
                .allSatisfy(record -> assertThat(
                                JSON.readTree(record.value()).path("usage").asDouble())
                        .isGreaterThan(0.1));
    }

    @Test
    void underASinkTheDeadLetterQueueHasTheBytesThatWereReadAndTheReason() throws Exception {
        Map<String, String> raw = energy("raw");
        offsets.createTopic("raw", 1);
        create(raw);
        List<Emitted> given = all(new Recomputed(raw).records(complete("raw")));
        Map<String, String> sink = new HashMap<>(cleaning("0..0.15"));
        sink.putAll(Map.ofEntries(
                Map.entry("name", "raw-sink"),
                Map.entry("connector.class", "org.apache.kafka.connect.file.FileStreamSinkConnector"),
                Map.entry("topics", "raw"),
                Map.entry("file", folder.resolve("out.txt").toString()),
                Map.entry("key.converter", TEXTS),
                Map.entry("value.converter", JSONS),
                Map.entry("value.converter.schemas.enable", "false"),
                Map.entry("consumer.override.auto.offset.reset", "earliest"),
                Map.entry("errors.tolerance", "all"),
                Map.entry("errors.deadletterqueue.topic.name", "raw.dlq"),
                Map.entry("errors.deadletterqueue.topic.replication.factor", "1"),
                Map.entry("errors.deadletterqueue.context.headers.enable", "true"),
                Map.entry("transforms", "parse,clean")));
        create(sink);
        Awaitility.await("every record in the file or the queue").atMost(LONG).until(() -> {
            Path out = folder.resolve("out.txt");
            long stored = Files.exists(out) ? Files.readAllLines(out).size() : 0;
            return stored + new Topic(broker.bootstrap(), offsets, "raw.dlq").reach() >= RECORDS;
        });

        List<Emitted> letters = records("raw.dlq", 1);
        assertThat(letters).hasSizeBetween(RECORDS / 20, RECORDS / 8);
        assertThat(sorted(given.stream()
                        .filter(record -> record.headers().stream().anyMatch(header -> header.startsWith("nrt.dirt=")))
                        .map(record -> new Emitted(record.key(), record.value(), record.timestamp(), List.of()))
                        .toList()))
                .isEqualTo(sorted(letters.stream()
                        .map(letter -> new Emitted(letter.key(), letter.value(), letter.timestamp(), List.of()))
                        .toList()));
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.headers())
                        .anyMatch(header ->
                                header.matches("__connect\\.errors\\.exception\\.message=(Parse|Clean)\\$Value rejected"
                                        + " the record raw-0@\\d+: .*expected .*")));
    }

    @Test
    void aMistakeInTheRulesStopsTheTaskWithEveryMistakeNamed() throws Exception {
        Map<String, String> config = energy("mistaken");
        config.putAll(cleaning("0..x"));
        config.put("transforms", "parse,clean");
        config.put("transforms.clean.field.location", "trimm");
        offsets.createTopic("mistaken", 1);
        create(config);

        String trace = Awaitility.await()
                .atMost(LONG)
                .until(
                        () -> connect.get("/connectors/mistaken/status")
                                .body()
                                .at("/tasks/0/trace")
                                .asText(),
                        text -> !text.isEmpty());
        assertThat(trace)
                .contains("field.location: at column 1: expected an operation, found trimm; did you mean trim?")
                .contains("field.usage: at column 60: expected a number as bound");
    }
}
