package io.nrtstreams.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.kit.docs.ConfigReference;
import io.nrtstreams.connect.kit.docs.GeneratedPage;
import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.delivery.DeliverySettings;
import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.delivery.ObjectNames;
import io.nrtstreams.connect.s3.delivery.RotationPolicy;
import io.nrtstreams.connect.s3.delivery.Schedule;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoreSettings.Addressing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SinkConfigurationTest {
    static Map<String, String> properties(String... more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("s3.bucket", "lake");
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    static List<String> problems(Map<String, String> properties) {
        Map<String, String> whole = new HashMap<>(properties);
        whole.put("name", "sink");
        whole.put("topics", "devices");
        return new S3SinkConnector()
                .validate(whole).configValues().stream()
                        .flatMap(value -> value.errorMessages().stream())
                        .toList();
    }

    @Test
    void onlyTheBucketIsRequired() {
        SinkSettings settings = SinkSettings.read(properties());

        assertThat(settings.store())
                .isEqualTo(new StoreSettings(
                        "lake",
                        Optional.empty(),
                        Optional.empty(),
                        Addressing.VIRTUAL_HOST,
                        Optional.empty(),
                        8 << 20,
                        4,
                        9));
        assertThat(settings.names()).isEqualTo(new ObjectNames("", ".json"));
        assertThat(settings.nullValues()).isEqualTo(NullValues.SKIP);
        assertThat(settings.delivery())
                .isEqualTo(new DeliverySettings(
                        Guarantee.EXACTLY_ONCE,
                        new RotationPolicy(
                                1_000_000,
                                64 << 20,
                                Duration.ofMinutes(10),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        5000,
                        128 << 20,
                        8,
                        Duration.ofMinutes(10)));
        assertThat(settings.flushTimeout()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void everyKeyIsRead() {
        SinkSettings settings = SinkSettings.read(properties(
                "s3.region", "eu-central-1",
                "s3.endpoint", "http://127.0.0.1:9000",
                "s3.path.style", "true",
                "s3.prefix", "lake/raw",
                "s3.access.key.id", "id",
                "s3.secret.access.key", "secret",
                "s3.part.size", "5MB",
                "s3.attempts", "2",
                "format", "CSV",
                "csv.columns", "a, b.c",
                "envelope", "key, Offset",
                "null.values", "write",
                "compression", "gzip",
                "compression.level", "1",
                "rotate.records", "5",
                "rotate.bytes", "6KB",
                "rotate.age", "7s",
                "rotate.idle", "3s",
                "rotate.schedule", "15m",
                "rotate.record.time", "1h",
                "timezone", "Europe/Berlin",
                "open.files", "12",
                "delivery", "at-least-once",
                "memory.budget", "8MB",
                "uploads.in.flight", "9",
                "retry.timeout", "10s",
                "flush.timeout", "11s"));

        assertThat(settings.store())
                .isEqualTo(new StoreSettings(
                        "lake",
                        Optional.of("eu-central-1"),
                        Optional.of(URI.create("http://127.0.0.1:9000")),
                        Addressing.PATH,
                        Optional.of(new StoreSettings.Credentials("id", "secret")),
                        5 << 20,
                        2,
                        10));
        assertThat(settings.names()).isEqualTo(new ObjectNames("lake/raw", ".csv.gz"));
        assertThat(settings.nullValues()).isEqualTo(NullValues.WRITE);
        assertThat(settings.delivery())
                .isEqualTo(new DeliverySettings(
                        Guarantee.AT_LEAST_ONCE,
                        new RotationPolicy(
                                5,
                                6 << 10,
                                Duration.ofSeconds(7),
                                Optional.of(Duration.ofSeconds(3)),
                                Optional.of(new Schedule(Duration.ofMinutes(15), ZoneId.of("Europe/Berlin"))),
                                Optional.of(Duration.ofHours(1))),
                        12,
                        8 << 20,
                        9,
                        Duration.ofSeconds(10)));
        assertThat(settings.flushTimeout()).isEqualTo(Duration.ofSeconds(11));
        assertThat(settings.store()).asString().doesNotContain("secret=").doesNotContain("secretAccessKey");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3.bucket          | My_Bucket            | a bucket name",
                "s3.region          | Frankfurt!           | a region such as eu-central-1",
                "s3.endpoint        | 127.0.0.1:9000       | expected an address such as http://127.0.0.1:9000",
                "s3.prefix          | /lake                | without a slash at either end",
                "s3.prefix          | a/../b               | without a slash at either end",
                "s3.part.size       | 1MB                  | at least 5242880 bytes",
                "s3.access.key.id   | id                   | s3.secret.access.key: expected, as s3.access.key.id is set",
                "s3.secret.access.key | secret             | s3.access.key.id: expected, as s3.secret.access.key is set",
                "format             | jsn                  | did you mean json?",
                "envelope           | key,ofset            | expected a list of key, headers",
                "envelope           | key,key              | each part of the envelope once",
                "csv.columns        | a..b                 | expected a field name at column 3",
                "csv.columns        | a                    | csv.columns: has a meaning only with format=csv",
                "csv.header         | true                 | csv.header: has a meaning only with format=csv",
                "csv.delimiter      | ;                    | csv.delimiter: has a meaning only with format=csv",
                "csv.null           | NULL                 | csv.null: has a meaning only with format=csv",
                "csv.line.end       | crlf                 | csv.line.end: has a meaning only with format=csv",
                "csv.line.end       | cr                   | expected one of: lf, crlf",
                "csv.delimiter      | tab                  | one character such as , or ;",
                "csv.delimiter      | x                    | no letter, digit, sign, point, quote or line break",
                "csv.delimiter      | §                    | no letter, digit, sign, point, quote or line break",
                "csv.delimiter      | \\n                  | no letter, digit, sign, point, quote or line break",
                "csv.delimiter      | \\q                  | at column 1: expected after a backslash",
                "csv.nul            | x                    | did you mean csv.null?",
                "bytes.separator    | \\u00zz              | at column 1: expected after a backslash",
                "bytes.separator    | ,                    | bytes.separator: has a meaning only with format=bytes",
                "bytes.extension    | .xml                 | bytes.extension: has a meaning only with format=bytes",
                "bytes.extension    | a/b                  | an extension such as .bin",
                "null.values        | write                | set envelope with key",
                "compression        | zip                  | expected one of: none, gzip, zstd, snappy",
                "compression.level  | 20                   | expected 1 to 9 for gzip, 1 to 19 for zstd",
                "compression.level  | 0                    | expected 1 to 9 for gzip, 1 to 19 for zstd",
                "format             | parquet              | unzip nrtstreams-connect-sink-s3-formats into the plugin folder",
                "partition.by       | a/{valu.x}           | at column 3",
                "timestamp.source   | wallclock            | use record, or field:<path>",
                "timezone           | Mars                 | expected a zone such as UTC",
                "locale             | ?                    | expected a language tag",
                "rotate.age         | soon                 | expected a duration",
                "rotate.bytes       | 1GB                  | does not fit memory.budget",
                "memory.budget      | 1KB                  | at least 1048576 bytes",
                "rotate.record      | 5                    | did you mean rotate.records?",
            })
    void aMistakeIsToldWithItsKeyAndTheRemedy(String key, String value, String message) {
        assertThat(problems(properties(key, value))).singleElement().asString().contains(message);
        assertThatThrownBy(() -> SinkSettings.read(properties(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Map<String, String> wrong = properties(
                "s3.bucket",
                "X",
                "format",
                "xml",
                "partition.by",
                "a//b",
                "rotat.age",
                "5s",
                "s3.access.key.id",
                "id",
                "null.values",
                "write",
                "rotate.bytes",
                "1GB");

        assertThat(problems(wrong)).hasSize(7);
        assertThatThrownBy(() -> SinkSettings.read(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s3.bucket")
                .hasMessageContaining("format")
                .hasMessageContaining("at column 3")
                .hasMessageContaining("did you mean rotate.age?")
                .hasMessageContaining("s3.secret.access.key");
    }

    static Stream<Path> demoConnectors() throws IOException {
        Path folder = Path.of(System.getProperty("nrt.home"), "connectors-config", "demo");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("-s3-")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("demoConnectors")
    void theDemoConnectorsAreValid(Path file) throws IOException {
        JsonNode config = new ObjectMapper().readTree(file.toFile()).get("config");
        Map<String, String> properties = new HashMap<>();
        config.fields()
                .forEachRemaining(entry -> properties.put(
                        entry.getKey(),
                        entry.getValue()
                                .asText()
                                .replace("${env:NRT_S3_BUCKET}", "lake")
                                .replace("${env:NRT_S3_ENDPOINT}", "http://127.0.0.1:9000")));

        assertThatCode(() -> SinkSettings.read(properties)).doesNotThrowAnyException();
    }

    @Test
    void theReferenceIsWhatTheKeysSay() {
        String introduction =
                "Keys of `io.nrtstreams.connect.s3.S3SinkConnector`, beside those that Connect defines for"
                        + " every sink. How they work together: [S3 sink](../sink.md).";
        GeneratedPage.at("docs/reference/sink.md")
                .check(ConfigReference.markdown("S3 sink: configuration", introduction, SinkKeys.definition()));
    }

    @Test
    void aPartIsNoLargerThanCanBeSent() {
        assertThat(problems(properties("s3.part.size", "2GB")))
                .containsExactly("s3.part.size: expected a size of less than 2GB");
    }

    @Test
    void aTimestampPatternThatCannotBeWrittenIsRefused() {
        assertThat(problems(properties("partition.by", "{timestamp:py}")))
                .singleElement()
                .asString()
                .startsWith("partition.by: at column 1: ");
    }
}
