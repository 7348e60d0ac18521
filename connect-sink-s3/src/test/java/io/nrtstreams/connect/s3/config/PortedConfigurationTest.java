package io.nrtstreams.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.config.porting.Porting;
import io.nrtstreams.connect.s3.delivery.ObjectNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole configurations of other sinks, as Connect gives them to the connector. */
class PortedConfigurationTest {
    /** 2025-12-31T23:30:00Z, the next year in Berlin and Helsinki */
    private static final long NEW_YEAR = 1_767_223_800_000L;

    private static Map<String, String> resource(String name) throws IOException {
        try (InputStream in = PortedConfigurationTest.class.getResourceAsStream("/porting/" + name)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        }
    }

    private static Map<String, String> confluent(String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "name", "sink",
                "topics", "devices",
                "s3.bucket.name", "lake",
                "storage.class", "io.confluent.connect.s3.storage.S3Storage",
                "format.class", "io.confluent.connect.s3.format.json.JsonFormat",
                "flush.size", "1000"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    private static List<String> problems(Map<String, String> properties) {
        return new S3SinkConnector()
                .validate(properties).configValues().stream()
                        .flatMap(value -> value.errorMessages().stream())
                        .toList();
    }

    private static SinkRecord record(Object value) {
        return new SinkRecord("orders", 7, null, "k", null, value, 0, NEW_YEAR, TimestampType.CREATE_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confluent-quickstart.json", "confluent-hourly.json", "aiven-daily.json"})
    void aWholeConfigurationIsValid(String name) throws IOException {
        assertThat(problems(resource(name))).isEmpty();
    }

    @Test
    void theAnswerToAValidationHasTheValuesAsTheyAreRead() throws IOException {
        assertThat(new S3SinkConnector()
                        .validate(resource("confluent-hourly.json"))
                        .configValues())
                .anyMatch(value -> value.name().equals("rotate.records")
                        && Long.valueOf(100_000).equals(value.value()))
                .anyMatch(value -> value.name().equals("s3.prefix") && "raw/shop".equals(value.value()));
    }

    @Test
    void theGuideShowsAConfigurationThatIsReadHere() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("nrt.home"), "docs", "porting.md"));
        String json = guide.substring(guide.indexOf("```json") + 7, guide.indexOf("```\n\nis what"));

        assertThat(new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {}))
                .isEqualTo(resource("confluent-hourly.json"));
    }

    @Test
    void aQuickstartOfConfluentWritesWhereItDid() throws IOException {
        SinkSettings settings = SinkSettings.read(resource("confluent-quickstart.json"));

        assertThat(settings.store().bucket()).isEqualTo("confluent-quickstart");
        assertThat(settings.store().region()).contains("us-west-2");
        assertThat(settings.names()).isEqualTo(new ObjectNames("topics", ".json"));
        assertThat(settings.path().render(record("x"))).isEqualTo("partition=7");
        assertThat(settings.nullValues()).isEqualTo(NullValues.FAIL);
        assertThat(settings.delivery().rotation().records()).isEqualTo(3);
    }

    @Test
    void anHourlyConfigurationOfConfluentWritesWhereItDid() throws IOException {
        SinkSettings settings = SinkSettings.read(resource("confluent-hourly.json"));

        assertThat(settings.store().bucket()).isEqualTo("shop-lake");
        assertThat(settings.store().region()).contains("eu-central-1");
        assertThat(settings.names()).isEqualTo(new ObjectNames("raw/shop", ".json.gz"));
        assertThat(settings.path().render(record(Map.of("order", Map.of("placed", NEW_YEAR)))))
                .isEqualTo("year=2026/month=01/day=01/hour=00");
        assertThat(settings.nullValues()).isEqualTo(NullValues.SKIP);
        assertThat(settings.delivery().rotation().records()).isEqualTo(100_000);
        assertThat(settings.delivery().rotation().age()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aDailyConfigurationOfAivenWritesToItsFolders() throws IOException {
        SinkSettings settings = SinkSettings.read(resource("aiven-daily.json"));

        assertThat(settings.store().bucket()).isEqualTo("plant-archive");
        assertThat(settings.store().region()).contains("eu-north-1");
        assertThat(settings.names()).isEqualTo(new ObjectNames("kafka", ".json.gz"));
        assertThat(settings.path().render(record("x"))).isEqualTo("dt=2026-01-01");
        assertThat(settings.nullValues()).isEqualTo(NullValues.WRITE);
        assertThat(settings.delivery().rotation().records()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flush.size            | many  | rotate.records        | flush.size: read as rotate.records=many: ",
                "flush.size            | 0     | rotate.records        | flush.size: read as rotate.records=0: Invalid value 0 for configuration rotate.records: Value must be at least 1",
                "topics.dir            | /raw  | s3.prefix             | without a slash at either end",
                "s3.part.retries       | 50    | s3.attempts           | s3.part.retries: read as s3.attempts=50: ",
                "s3.compression.type   | rar   | compression           | s3.compression.type: read as compression=rar: expected one of",
                "store.url             | ftp:x | s3.endpoint           | store.url: read as s3.endpoint: expected an address",
                "aws.access.key.id     | id    | s3.secret.access.key  | s3.secret.access.key: expected, as s3.access.key.id is set",
            })
    void aMistakeIsToldAtTheKeyThatWasWrittenAsWell(String key, String value, String here, String message) {
        Map<String, String> wrong = confluent(key, value);

        List<ConfigValue> values = new S3SinkConnector().validate(wrong).configValues();
        List<String> keys = values.stream()
                .filter(found -> !found.errorMessages().isEmpty())
                .map(ConfigValue::name)
                .toList();
        assertThat(keys).contains(here);
        assertThat(problems(wrong)).anyMatch(problem -> problem.contains(message));
        assertThatThrownBy(() -> SinkSettings.read(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Map<String, String> wrong = confluent(
                "flush.size", "many",
                "rotate.records", "5",
                "store.kafka.keys", "true",
                "partitioner.class", "com.acme.Mine",
                "timezone", "Mars",
                "topics.dri", "raw",
                "rotate.age", "soon");

        List<String> keys = new S3SinkConnector()
                .validate(wrong).configValues().stream()
                        .filter(value -> !value.errorMessages().isEmpty())
                        .map(ConfigValue::name)
                        .toList();
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "flush.size", "store.kafka.keys", "partitioner.class", "timezone", "topics.dri", "rotate.age");
    }

    @Test
    void aSecretIsInNoMessage() {
        Map<String, String> wrong = confluent(
                "aws.secret.access.key", "hush-hush",
                "s3.secret.access.key", "hush",
                "store.url", "ftp://user:hush-hush@store");

        assertThat(problems(wrong)).isNotEmpty().noneMatch(problem -> problem.contains("hush"));
    }

    static Stream<String> keysOfOthers() {
        return Porting.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("keysOfOthers")
    void whateverAKeySaysIsAnsweredAndNeverThrown(String key) {
        List<String> values = List.of(
                " ",
                "x",
                "-1",
                "0",
                "99999999999999999999",
                "true",
                "null",
                "a,,b",
                "a=b,c:d",
                "'",
                "YYYY'",
                "{}",
                "a//b",
                "{{",
                "{{topic}}/{{",
                "{{key}}",
                "io.confluent.connect.storage.partitioner.",
                "\u0000");
        for (String value : values) {
            for (String mark : List.of("s3.bucket", "s3.bucket.name", "aws.s3.bucket.name")) {
                Map<String, String> odd = new HashMap<>(Map.of("name", "sink", "topics", "t", mark, "lake"));
                odd.put(key, value);

                assertThatCode(() -> problems(odd))
                        .as("%s=%s with %s", key, value, mark)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aKeyWithoutAValueIsAsGoodAsNone() {
        Map<String, String> properties = confluent("topics.dir", null, "s3.prefix", null);

        assertThat(problems(properties)).isEmpty();
        assertThat(SinkSettings.read(properties).names().prefix()).isEqualTo("topics");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3.bukcet              | s3.bucket",
                "s3.regoin              | s3.region",
                "s3.endpont             | s3.endpoint",
                "s3.pathstyle           | s3.path.style",
                "s3_prefix              | s3.prefix",
                "s3.access.keyid        | s3.access.key.id",
                "fromat                 | format",
                "compresion             | compression",
                "compression.levl       | compression.level",
                "partitionby            | partition.by",
                "timestamp.sorce        | timestamp.source",
                "rotate.record          | rotate.records",
                "rotate.byte            | rotate.bytes",
                "memory.bugdet          | memory.budget",
                "uploads.inflight       | uploads.in.flight",
                "nul.values             | null.values",
                "flushsize              | flush.size",
                "flush.sizes            | flush.size",
                "s3.bucket.nam          | s3.bucket.name",
                "topics.dri             | topics.dir",
                "storage.clas           | storage.class",
                "rotate.intervall.ms    | rotate.interval.ms",
                "rotate.shedule.interval.ms | rotate.schedule.interval.ms",
                "partitoner.class       | partitioner.class",
                "path.fromat            | path.format",
                "partition.duration     | partition.duration.ms",
                "timestamp.extracter    | timestamp.extractor",
                "behaviour.on.null.values | behavior.on.null.values",
                "store_url              | store.url",
                "aws.s3.bucketname      | aws.s3.bucket.name",
                "aws.s3.sse.algoritm    | aws.s3.sse.algorithm",
                "file.name.templete     | file.name.template",
                "file.compresion.type   | file.compression.type",
                "format.output.typ      | format.output.type",
                "format.output.field    | format.output.fields",
                "aws_s3_buckett         | aws_s3_bucket",
                "aws.access.keyid       | aws.access.key.id",
            })
    void aSlipOfTheKeyboardIsToldWithWhatWasMeant(String slip, String meant) {
        Map<String, String> properties =
                new HashMap<>(Map.of("name", "sink", "topics", "devices", "s3.bucket", "lake"));
        properties.put(slip, "x");

        assertThat(problems(properties)).containsExactly(slip + ": there is no such key; did you mean " + meant + "?");
    }

    @Test
    void keysOfConnectAreNobodysSlips() {
        Map<String, String> properties = confluent(
                "connector.class", "io.nrtstreams.connect.s3.S3SinkConnector",
                "tasks.max", "3",
                "tasks.max.enforce", "true",
                "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                "value.converter.schema.registry.url", "http://registry:8081",
                "header.converter", "org.apache.kafka.connect.storage.SimpleHeaderConverter",
                "transforms", "t",
                "transforms.t.type", "org.apache.kafka.connect.transforms.RegexRouter",
                "predicates", "p",
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", "dlq",
                "consumer.override.max.poll.records", "100",
                "config.action.reload", "none");

        assertThat(problems(properties)).isEmpty();
    }
}
