package io.nrtstreams.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.it.stack.Cluster;
import io.nrtstreams.it.stack.ConnectClient;
import io.nrtstreams.it.stack.Project;
import io.nrtstreams.it.stack.StoredObjects;
import io.nrtstreams.it.stack.StoredObjects.Stored;
import io.nrtstreams.it.stack.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xerial.snappy.SnappyFramedInputStream;

/** The sink with the archive of formats in its plugin folder, in a worker of its own JVM, as its users meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkInAWorkerIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private Cluster cluster;
    private ObjectStore store;

    @BeforeAll
    void start() throws Exception {
        cluster = Cluster.start(
                folder, 1, Map.of("plugin.path", Project.pluginPathWithFormats(folder.resolve("plugins"))));
        store = cluster.endpoint().lake("").open();
        cluster.offsets().createTopic(Readings.TOPIC, 1);
        Readings.produce(cluster.bootstrap());
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
        cluster.close();
    }

    private StoredObjects stored(String name, String format, String compression) throws IOException {
        Map<String, String> settings = Map.of(
                "format", format,
                "compression", compression,
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "true",
                "partition.by", "dt={timestamp:yyyy-MM-dd}",
                "rotate.idle", "500ms",
                "envelope", "offset");
        cluster.createSink(name, Readings.TOPIC, settings);
        cluster.awaitCommitted(name, Readings.TOPIC);
        return StoredObjects.below(store, name);
    }

    @Test
    void parquetFilesComeFromTheArchive() throws Exception {
        StoredObjects stored = stored("parquet", "parquet", "zstd");

        assertThat(stored.records()).isEqualTo(Readings.COUNT);
        assertThat(stored.all())
                .allSatisfy(object -> assertThat(object.key()).endsWith(".parquet"))
                .allSatisfy(object -> {
                    String text = new String(object.content(), StandardCharsets.ISO_8859_1);
                    assertThat(text).startsWith("PAR1").endsWith("PAR1").contains("kafka_offset", "usage");
                });
        twoVersionsFilledFilesSideBySide(stored);
    }

    @Test
    void avroFilesComeFromTheArchive() throws Exception {
        StoredObjects stored = stored("avro", "avro", "zstd");

        assertThat(stored.records()).isEqualTo(Readings.COUNT);
        assertThat(stored.all())
                .allSatisfy(object -> assertThat(object.key()).endsWith(".avro"))
                .allSatisfy(object -> {
                    String text = new String(object.content(), StandardCharsets.ISO_8859_1);
                    assertThat(text).startsWith("Obj\u0001").contains("zstandard", "kafka_offset", "usage");
                });
        twoVersionsFilledFilesSideBySide(stored);
    }

    private static void twoVersionsFilledFilesSideBySide(StoredObjects stored) {
        Map<String, Long> recordsByLane = stored.all().stream()
                .collect(Collectors.groupingBy(
                        object -> object.key().replaceAll(".*\\+|\\..*", ""),
                        TreeMap::new,
                        Collectors.summingLong(Stored::records)));

        assertThat(recordsByLane.values()).containsExactly(Readings.COUNT / 2L, Readings.COUNT / 2L);
        assertThat(stored.all())
                .as("files of %s records that take turns", Readings.COUNT)
                .hasSizeLessThan(10);
    }

    @Test
    void recordsWithoutASchemaGoToTheDeadLetterQueueOfParquet() throws Exception {
        String letters = "readings.dlq";
        Map<String, String> settings = Map.of(
                "format", "parquet",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "false",
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", letters,
                "errors.deadletterqueue.topic.replication.factor", "1");
        cluster.createSink("schemaless", Readings.TOPIC, settings);
        cluster.awaitCommitted("schemaless", Readings.TOPIC);

        assertThat(StoredObjects.below(store, "schemaless").all()).isEmpty();
        assertThat(cluster.offsets().ends(letters).values()).containsExactly((long) Readings.COUNT);
        try (JMXConnector jmx = cluster.worker(0).jmx()) {
            assertThat(jmx.getMBeanServerConnection()
                            .getAttribute(
                                    new ObjectName("kafka.connect:type=plugins,connector=schemaless,task=0"),
                                    "dead-lettered-total"))
                    .isEqualTo((long) Readings.COUNT);
        }
    }

    @Test
    void zstdIsTheWorkersOwn() throws Exception {
        StoredObjects stored = stored("json-zstd", "json", "zstd");

        assertThat(stored.all()).allSatisfy(object -> assertThat(object.key()).endsWith(".json.zst"));
        assertThat(Readings.offsets(stored, ZstdInputStream::new)).containsExactlyElementsOf(Readings.offsets());
    }

    @Test
    void snappyIsTheWorkersOwn() throws Exception {
        StoredObjects stored = stored("json-snappy", "json", "snappy");

        assertThat(stored.all()).allSatisfy(object -> assertThat(object.key()).endsWith(".json.sz"));
        assertThat(Readings.offsets(stored, SnappyFramedInputStream::new))
                .containsExactlyElementsOf(Readings.offsets());
    }

    @Test
    void aConfigurationOfConfluentsSinkRunsAsItIs() throws Exception {
        Map<String, String> config = confluents();
        ConnectClient.Answer answer = cluster.connect(0)
                .post("/connectors", JSON.writeValueAsString(Map.of("name", "ported", "config", config)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        cluster.awaitRunning("ported", 0);
        cluster.awaitCommitted("ported", Readings.TOPIC);

        StoredObjects stored = StoredObjects.below(store, "raw/shop");

        assertThat(stored.records()).isEqualTo(Readings.COUNT);
        assertThat(stored.all())
                .allSatisfy(object -> assertThat(object.records()).isLessThanOrEqualTo(25))
                .extracting(Stored::key)
                .contains(
                        "raw/shop/readings/year=2020/month=01/day=01/hour=11/readings+0+00000000000000000000.json.gz",
                        "raw/shop/readings/year=2020/month=01/day=01/hour=11/readings+0+00000000000000000025.json.gz",
                        "raw/shop/readings/year=2020/month=01/day=01/hour=12/readings+0+00000000000000000060.json.gz");
    }

    @Test
    void validatingShowsHowKeysOfConfluentsSinkAreRead() {
        Validation answer = validation(confluents());

        assertThat(answer.value("rotate.records")).isEqualTo("25");
        assertThat(answer.value("rotate.schedule")).isEqualTo("1s");
        assertThat(answer.value("partition.by"))
                .isEqualTo("year={timestamp:yyyy}/month={timestamp:MM}/day={timestamp:dd}/hour={timestamp:HH}");
    }

    private Map<String, String> confluents() {
        return Map.ofEntries(
                Map.entry("name", "ported"),
                Map.entry("connector.class", "io.nrtstreams.connect.s3.S3SinkConnector"),
                Map.entry("topics", Readings.TOPIC),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("value.converter.schemas.enable", "true"),
                Map.entry("storage.class", "io.confluent.connect.s3.storage.S3Storage"),
                Map.entry("format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                Map.entry("schema.compatibility", "NONE"),
                Map.entry("flush.size", "25"),
                Map.entry("rotate.schedule.interval.ms", "1000"),
                Map.entry("s3.bucket.name", cluster.endpoint().bucket()),
                Map.entry("s3.region", "eu-central-1"),
                Map.entry("store.url", cluster.endpoint().address().toString()),
                Map.entry("s3.compression.type", "gzip"),
                Map.entry("topics.dir", "raw/shop"),
                Map.entry("partitioner.class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner"),
                Map.entry("path.format", "'year'=YYYY/'month'=MM/'day'=dd/'hour'=HH"),
                Map.entry("partition.duration.ms", "3600000"),
                Map.entry("timestamp.extractor", "Record"),
                Map.entry("locale", "en_US"),
                Map.entry("timezone", "Europe/Berlin"),
                Map.entry("aws.access.key.id", cluster.endpoint().accessKey()),
                Map.entry("aws.secret.access.key", cluster.endpoint().secretKey()));
    }

    private record Slip(String what, Map<String, String> config, List<String> errors) {}

    private List<Slip> slips() {
        return List.of(
                new Slip(
                        "near misses",
                        with(working(), Map.of("rotate.agee", "5s", "format", "parkuet", "compresion", "zstd")),
                        List.of(
                                "rotate.agee: there is no such key; did you mean rotate.age?",
                                "(did you mean parquet?)",
                                "compresion: there is no such key; did you mean compression?")),
                new Slip(
                        "keys of Confluent's sink that mean something else",
                        with(confluents(), Map.of("timestamp.extractor", "Wallclock", "store.kafka.keys", "true")),
                        List.of(
                                "timestamp.extractor: ",
                                "store.kafka.keys: keys are not stored in objects of their own but beside the value:"
                                        + " set envelope=key instead")),
                new Slip(
                        "a bucket that is not there",
                        with(working(), Map.of("validate.connection", "true", "s3.bucket", "lakee")),
                        List.of("s3.bucket: bucket lakee, listing .../: status 404 NoSuchBucket")),
                new Slip(
                        "a key pair that the store does not know",
                        with(working(), Map.of("validate.connection", "true", "s3.access.key.id", "nobody")),
                        List.of("s3.access.key.id: bucket nrt-demo, listing .../: status 403 InvalidAccessKeyId")),
                new Slip(
                        "a secret that does not belong to its key",
                        with(working(), Map.of("validate.connection", "true", "s3.secret.access.key", "guessed")),
                        List.of("correct s3.secret.access.key")));
    }

    @TestFactory
    Stream<DynamicTest> validatingTellsAllThatIsWrong() {
        return slips().stream()
                .map(slip -> DynamicTest.dynamicTest(slip.what(), () -> {
                    List<String> errors = validation(slip.config()).errors();

                    assertThat(errors).hasSameSizeAs(slip.errors()).noneMatch(error -> error.contains("guessed"));
                    assertThat(slip.errors())
                            .allSatisfy(expected -> assertThat(errors).anyMatch(error -> error.contains(expected)));
                }));
    }

    @Test
    void validatingFindsNothingWhereTheStoreAnswersWell() {
        assertThat(validation(with(working(), Map.of("validate.connection", "true")))
                        .errors())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheDocumentationIsValid() {
        List<DocumentedSettings> examples = DocumentedSettings.in(pages());
        assertThat(examples).filteredOn(DocumentedSettings::whole).hasSizeGreaterThanOrEqualTo(3);
        assertThat(examples).hasSizeGreaterThanOrEqualTo(12);
        // Only a class that the reader is to write may be missing.
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(),
                        () -> assertThat(validation(example.completed()).errors())
                                .as(example.toString())
                                .allMatch(error -> error.contains("com.example."))));
    }

    /** The pages about the sink. */
    private static List<Path> pages() {
        return Stream.of("sink", "s3", "formats", "formats-avro-parquet", "porting")
                .map(name -> Project.HOME.resolve("docs").resolve(name + ".md"))
                .toList();
    }

    private Validation validation(Map<String, String> config) {
        return Validation.of(cluster.connect(0), config);
    }

    private static Map<String, String> with(Map<String, String> config, Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(config);
        changed.putAll(changes);
        return changed;
    }

    private Map<String, String> working() {
        return Map.of(
                "name",
                "tried",
                "connector.class",
                "io.nrtstreams.connect.s3.S3SinkConnector",
                "topics",
                Readings.TOPIC,
                "s3.bucket",
                cluster.endpoint().bucket(),
                "s3.endpoint",
                cluster.endpoint().address().toString(),
                "s3.path.style",
                "true",
                "s3.access.key.id",
                cluster.endpoint().accessKey(),
                "s3.secret.access.key",
                cluster.endpoint().secretKey(),
                "s3.prefix",
                "tried");
    }

    @Test
    void theWorkerShowsTheTasksMetricsInJmx() throws Exception {
        StoredObjects stored = stored("measured-1", "json", "none");
        ObjectName task = new ObjectName("kafka.connect:type=plugins,connector=measured-1,task=0");
        ObjectName idle = new ObjectName("kafka.connect:type=plugins,connector=measured-1,task=0,reason=idle");
        try (JMXConnector jmx = cluster.worker(0).jmx()) {
            MBeanServerConnection beans = jmx.getMBeanServerConnection();

            assertThat(beans.getAttribute(task, "records-total")).isEqualTo((long) Readings.COUNT);
            assertThat(beans.getAttribute(task, "objects-total"))
                    .isEqualTo((long) stored.all().size());
            assertThat(beans.getAttribute(task, "frontier-lag")).isEqualTo(0L);
            assertThat(beans.getAttribute(idle, "rotations-total"))
                    .isEqualTo((long) stored.all().size());
            assertThat(attributes(beans, task)).containsAll(documented("rotations-total"));
        }
    }

    private static List<String> attributes(MBeanServerConnection beans, ObjectName name) throws Exception {
        return Stream.of(beans.getMBeanInfo(name).getAttributes())
                .map(MBeanFeatureInfo::getName)
                .toList();
    }

    /** The metrics that the reference lists, but for those that have tags of their own. */
    private static List<String> documented(String tagged) throws IOException {
        return Pattern.compile("(?m)^\\| `([a-z-]+)`")
                .matcher(Files.readString(Project.HOME.resolve("docs/reference/sink-metrics.md")))
                .results()
                .map(row -> row.group(1))
                .filter(metric -> !metric.equals(tagged))
                .toList();
    }
}
