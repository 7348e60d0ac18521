package io.nrtstreams.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.it.stack.Broker;
import io.nrtstreams.it.stack.ConnectClient;
import io.nrtstreams.it.stack.Project;
import io.nrtstreams.it.stack.Scene;
import io.nrtstreams.quickstart.audit.Audit;
import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.FeedAudit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the three plugins promise inside a real Connect worker, over whichever broker a subclass brings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConnectorsSuite {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEMO = Project.connectorsConfig().resolve("demo");
    private static final Path PROTOTYPE = Project.connectorsConfig().resolve("prototype");
    private static final Map<String, Set<String>> SINKS = Map.of(
            "demo-tiktok-s3-json", Set.of("tiktok_category"),
            "demo-energy-s3-csv", Set.of("energy_consumption"),
            "demo-weather-s3-json", Set.of("weather"),
            "demo-northwest-load-s3-csv", Set.of("northwest_load"),
            "demo-northwest-weather-s3-csv", Set.of("northwest_weather"));

    private Scene scene;

    abstract Broker startBroker() throws Exception;

    @BeforeAll
    void start() throws Exception {
        scene = new Scene(startBroker(), 500);
    }

    @AfterAll
    void stop() throws Exception {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void theWorkerFindsEveryPluginByItsServiceFileAndShowsItsVersion() {
        JsonNode plugins =
                scene.connect().get("/connector-plugins?connectorsOnly=false").body();
        List<String> ours = new ArrayList<>();
        plugins.forEach(plugin -> {
            if (plugin.path("class").asText().startsWith("io.nrtstreams.connect")) {
                ours.add(plugin.path("class").asText() + " "
                        + plugin.path("version").asText());
            }
        });

        assertThat(ours)
                .contains(
                        "io.nrtstreams.connect.mock.MockSourceConnector 0.1.0",
                        "io.nrtstreams.connect.s3.S3SinkConnector 0.1.0",
                        "io.nrtstreams.connect.cleaning.Parse$Key 0.1.0",
                        "io.nrtstreams.connect.cleaning.Parse$Value 0.1.0",
                        "io.nrtstreams.connect.cleaning.Clean$Key 0.1.0",
                        "io.nrtstreams.connect.cleaning.Clean$Value 0.1.0");
    }

    @Test
    void aSlipInAKeyIsReportedWithTheKeyThatWasMeant() {
        ObjectNode config = (ObjectNode)
                ConnectClient.read(DEMO.resolve("energy-s3-csv.json")).path("config");
        config.put("rotate.agee", "5s");
        config.put("format", "jsn");

        ConnectClient.Answer answer = scene.connect()
                .put(
                        "/connector-plugins/io.nrtstreams.connect.s3.S3SinkConnector/config/validate",
                        config.put("name", "slip").toString());

        List<String> errors = new ArrayList<>();
        answer.body()
                .path("configs")
                .forEach(value -> value.path("value").path("errors").forEach(error -> errors.add(error.asText())));
        assertThat(errors)
                .anyMatch(error -> error.contains("rotate.agee") && error.contains("did you mean rotate.age"))
                .anyMatch(error -> error.contains("format") && error.contains("did you mean json"));
    }

    @Test
    void theDemoConnectorsRunUnchangedAcrossARestartAndStoreEachRecordOnce() throws Exception {
        List<String> names = scene.apply(DEMO);
        List<String> sources =
                names.stream().filter(name -> name.endsWith("-source")).toList();
        try {
            scene.awaitRecords("energy_consumption", 1500);
            scene.restartWorker();
            scene.awaitRunning(names);
            scene.awaitRecords("energy_consumption", 4000);
            scene.awaitRecords("northwest_load", 744);
            scene.awaitRecords("northwest_weather", 744);
            scene.drain(sources, SINKS);

            AuditReport report = Audit.ofTheRunningSystem().run(scene.auditScope("lake"));

            assertThat(report.feeds())
                    .extracting(FeedAudit::name)
                    .containsExactly("energy", "northwest_load", "northwest_weather", "tiktok", "weather");
            assertThat(report.feeds()).flatExtracting(FeedAudit::findings).isEmpty();
            assertThat(report.feeds()).allSatisfy(feed -> {
                assertThat(feed.missing()).isZero();
                assertThat(feed.doubled()).isZero();
                assertThat(feed.produced()).isEqualTo(feed.cleaned() + feed.rejected());
                assertThat(feed.stored()).isEqualTo(feed.cleaned()).isPositive();
            });
            assertThat(report.feeds().stream().filter(feed -> !feed.name().startsWith("northwest")))
                    .allSatisfy(feed -> assertThat(feed.rejected()).isPositive());
            theCleanedTopicHoldsTypedJson();
            theRejectedRecordsCarryTheirReason();
            theAuditFindsWhatIsTamperedWith();
        } finally {
            scene.delete(names);
        }
    }

    private void theCleanedTopicHoldsTypedJson() throws Exception {
        for (ConsumerRecord<String, String> record : scene.read("energy_consumption", 100)) {
            JsonNode value = JSON.readTree(record.value());
            assertThat(value.path("usage").isDouble()).isTrue();
            assertThat(value.path("time").isIntegralNumber()).isTrue();
            assertThat(value.path("location").asText()).isIn("Pune", "Fullerton", "Los Angeles");
            assertThat(record.key()).isEqualTo(value.path("userId").asText());
        }
    }

    private void theRejectedRecordsCarryTheirReason() {
        assertThat(scene.read("energy_consumption.rejected", 1))
                .allSatisfy(record -> assertThat(text(record.headers().lastHeader("nrt.rejected.reason")))
                        .isNotBlank());
        assertThat(scene.read("weather.dlq", 1))
                .allSatisfy(
                        record -> assertThat(text(record.headers().lastHeader("__connect.errors.exception.message")))
                                .contains("weather"));
    }

    private void theAuditFindsWhatIsTamperedWith() throws Exception {
        List<StoredObject> energy = objects("lake/energy_consumption/");
        String removed = energy.get(0).key();
        String doubled = energy.get(1).key();
        long lost = records(removed);
        long twice = records(doubled);
        scene.endpoint().remove(removed);
        scene.endpoint().copy(doubled, doubled.replaceFirst("/location=[^/]+/", "/location=Elsewhere/"));
        scene.produce(
                "tiktok_category", "5000001", "{\"time\":1.0,\"category\":\"Dance\",\"watchTime\":1,\"liked\":1}");

        Map<String, FeedAudit> feeds = Audit.ofTheRunningSystem().run(scene.auditScope("lake")).feeds().stream()
                .collect(Collectors.toMap(FeedAudit::name, feed -> feed));

        assertThat(feeds.get("energy").missing()).isEqualTo(lost);
        assertThat(feeds.get("energy").doubled()).isEqualTo(twice);
        assertThat(feeds.get("energy").findings())
                .anyMatch(finding -> finding.contains("neither in S3 nor in a dead letter queue (offsets "))
                .anyMatch(finding -> finding.contains("in S3 more than once (offsets "));
        assertThat(feeds.get("tiktok").findings())
                .contains("tiktok_category: 1 records are in Kafka more often than they were produced");
        assertThat(feeds.get("weather").clean()).isTrue();
    }

    private List<StoredObject> objects(String prefix) {
        try (ObjectStore store = scene.endpoint().lake("").open();
                Stream<StoredObject> objects = store.list(prefix)) {
            return objects.toList();
        }
    }

    private long records(String key) {
        try (ObjectStore store = scene.endpoint().lake("").open()) {
            return store.head(key).orElseThrow().link().recordCount();
        }
    }

    private static String text(Header header) {
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void thePrototypeConnectorsProduceItsNativeFormats() throws Exception {
        List<String> names = applyPrototypeBesideTheDemo();
        try {
            assertThat(scene.read("prototype_energy_consumption", 3)).allSatisfy(record -> {
                assertThat(record.value())
                        .matches("\\d{10},\\d{8},(0\\.\\d+|\\d(\\.\\d+)?e-\\d\\d),(Pune|Fullerton|Los Angeles)");
                assertThat(record.value().split(",")[1]).isEqualTo(record.key());
            });
            assertThat(scene.read("prototype_tiktok_category", 1)).allSatisfy(record -> {
                assertThat(record.key()).matches("500000\\d");
                assertThat(record.value()).matches("\\d{10}\\.\\d{1,7},[^,]+,\\d{1,2},[01]");
            });
            assertThat(scene.read("prototype_weather", 4))
                    .allSatisfy(record -> assertThat(record.value())
                            .startsWith("{'location': {'name': '")
                            .contains("'current': {'temp_c': "));
        } finally {
            scene.delete(names);
        }
    }

    /** The topics have the names of the demo's; here both run on one broker. */
    private List<String> applyPrototypeBesideTheDemo() {
        List<String> names = new ArrayList<>();
        for (String feed : List.of("tiktok", "energy", "weather")) {
            ObjectNode connector = ConnectClient.read(PROTOTYPE.resolve(feed + ".json"));
            ObjectNode config = (ObjectNode) connector.path("config");
            config.put("topic", "prototype_" + config.path("topic").asText());
            assertThat(scene.connect().post("/connectors", connector.toString()).status())
                    .isEqualTo(201);
            names.add(connector.path("name").asText());
        }
        return names;
    }
}
