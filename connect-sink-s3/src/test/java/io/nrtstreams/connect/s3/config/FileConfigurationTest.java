package io.nrtstreams.connect.s3.config;

import static io.nrtstreams.connect.s3.config.SinkConfigurationTest.problems;
import static io.nrtstreams.connect.s3.config.SinkConfigurationTest.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.format.RecordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys that say how a record is written. */
class FileConfigurationTest {
    @Test
    void aColumnThatTheEnvelopeWritesAsWellIsAMistake() {
        Map<String, String> wrong = properties("format", "csv", "csv.columns", "a,kafka_key", "envelope", "key");

        assertThat(problems(wrong))
                .containsExactly("csv.columns: expected different columns, but kafka_key comes twice");
    }

    record Contradiction(String problem, Map<String, String> properties) {}

    static List<Contradiction> contradictions() {
        return List.of(
                new Contradiction(
                        "compression.level: expected 1 to 9 for compression=gzip",
                        properties("compression", "gzip", "compression.level", "10")),
                new Contradiction(
                        "csv.header: without a header nothing says which column is which: name the columns in csv.columns",
                        properties("format", "csv", "csv.header", "false")),
                new Contradiction(
                        "csv.null: expected a text without the delimiter, a quote or a line break that is no number",
                        properties("format", "csv", "csv.delimiter", "|", "csv.null", "a|b")),
                new Contradiction(
                        "csv.null: expected a text without the delimiter, a quote or a line break that is no number",
                        properties("format", "csv", "csv.null", "NaN")),
                new Contradiction(
                        "csv.null: expected a text without delimiter, quote or line break that is no number",
                        properties("format", "csv", "csv.null", "a\"b")),
                new Contradiction(
                        "csv.delimiter: expected one character such as , or ; or | or \\t for a tab",
                        properties("format", "csv", "csv.delimiter", "")),
                new Contradiction("csv.header: has a meaning only with format=csv", properties("csv.header", "false")),
                new Contradiction(
                        "envelope: format=bytes has no place for it: use json, json-array, csv, avro or parquet",
                        properties("format", "bytes", "envelope", "key")),
                new Contradiction(
                        "envelope: format=text has no place for it: use json, json-array, csv, avro or parquet",
                        properties("format", "text", "envelope", "offset")),
                new Contradiction(
                        "null.values: format=text has nothing to write for a record without a value: use skip or fail",
                        properties("format", "text", "null.values", "write")));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void keysThatContradictEachOtherAreAMistake(Contradiction one) {
        assertThat(problems(one.properties())).containsExactly(one.problem());
        assertThatThrownBy(() -> SinkSettings.read(one.properties()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(one.problem());
    }

    @Test
    void allContradictionsAreToldAtOnce() {
        Map<String, String> wrong = properties(
                "format",
                "text",
                "envelope",
                "offset",
                "null.values",
                "write",
                "compression",
                "gzip",
                "compression.level",
                "19",
                "csv.header",
                "false",
                "bytes.separator",
                "");

        assertThat(problems(wrong))
                .containsExactlyInAnyOrder(
                        "bytes.separator: has a meaning only with format=bytes",
                        "compression.level: expected 1 to 9 for compression=gzip",
                        "csv.header: has a meaning only with format=csv",
                        "envelope: format=text has no place for it: use json, json-array, csv, avro or parquet",
                        "null.values: format=text has nothing to write for a record without a value: use skip or fail");
    }

    @ParameterizedTest
    @CsvSource({
        "json, none, .json, application/x-ndjson",
        "json-array, gzip, .json.gz, application/json",
        "csv, zstd, .csv.zst, text/csv; charset=utf-8",
        "text, snappy, .txt.sz, text/plain; charset=utf-8",
        "bytes, none, .bin, application/octet-stream",
        "bytes, zstd, .bin.zst, application/octet-stream",
        "JSON, GZIP, .json.gz, application/x-ndjson"
    })
    void formatAndCompressionMakeTheExtensionAndTheFormatTheContentType(
            String format, String compression, String extension, String contentType) {
        SinkSettings settings = SinkSettings.read(properties("format", format, "compression", compression));

        assertThat(settings.names().extension()).isEqualTo(extension);
        assertThat(settings.format().extension()).isEqualTo(extension);
        assertThat(settings.format().contentType()).isEqualTo(contentType);
    }

    /** The text of the one file that a value makes. */
    private static String file(Object value, String... more) throws IOException {
        RecordFile file =
                SinkSettings.read(properties(more)).format().firstShape().begin();
        file.append(new SinkRecord("devices", 0, null, null, null, value, 0));
        return new String(file.finish().stream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theKeysOfCsvAreFollowed() throws IOException {
        Map<String, Object> value = new HashMap<>();
        value.put("a", "x;y\tz");
        value.put("b", null);
        value.put("c", "-");

        String[] common = {"format", "csv", "csv.columns", "a,b,c", "csv.null", "-"};
        assertThat(file(value, with(common, "csv.delimiter", ";", "csv.line.end", "CRLF")))
                .isEqualTo("a;b;c\r\n\"x;y\tz\";-;\"-\"\r\n");
        assertThat(file(value, with(common, "csv.delimiter", "\\t", "csv.header", "false")))
                .isEqualTo("\"x;y\tz\"\t-\t\"-\"\n");
        assertThat(file(value, with(common, "csv.delimiter", "\t", "csv.header", "false")))
                .isEqualTo("\"x;y\tz\"\t-\t\"-\"\n");
        assertThat(file(value, "format", "csv", "csv.columns", "b", "csv.delimiter", ";", "csv.null", "not, known"))
                .isEqualTo("b\nnot, known\n");
        assertThat(file(value, with(common, "csv.delimiter", "\\u0001"))).startsWith("a\u0001b\u0001c\n");
    }

    private static String[] with(String[] common, String... more) {
        return Stream.of(common, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("separators")
    void theSeparatorOfBytesIsFollowed(Map.Entry<String, String> spelledAndMeant) throws IOException {
        assertThat(file("ab", "format", "bytes", "bytes.separator", spelledAndMeant.getKey()))
                .isEqualTo("ab" + spelledAndMeant.getValue());
    }

    /** A line feed can come as such as well, where JSON has turned its escape into one. */
    static List<Map.Entry<String, String>> separators() {
        return List.of(
                Map.entry("\\n", "\n"),
                Map.entry("\n", "\n"),
                Map.entry("", ""),
                Map.entry("\\u0000", "\u0000"),
                Map.entry("\\r\\n--\\t\\\\", "\r\n--\t\\"));
    }
}
