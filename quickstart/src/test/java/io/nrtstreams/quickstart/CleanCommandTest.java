package io.nrtstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CleanCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENERGY = """
            {"name": "energy", "config": {
              "connector.class": "io.nrtstreams.connect.mock.MockSourceConnector",
              "rate": "${env:NRT_RATE}",
              "transforms": "parse,stamp,clean,once",
              "transforms.parse.type": "io.nrtstreams.connect.cleaning.Parse$Value",
              "transforms.parse.format": "csv",
              "transforms.parse.schema": "time:int64, userId:int64, usage:string, location:string",
              "transforms.stamp.type": "org.apache.kafka.connect.transforms.InsertField$Value",
              "transforms.stamp.static.field": "source",
              "transforms.stamp.static.value": "meters",
              "transforms.stamp.predicate": "fine",
              "transforms.clean.type": "io.nrtstreams.connect.cleaning.Clean$Value",
              "transforms.clean.field.usage": "null-if 'Null' | to float64 | require | range 0..0.15 else null flag",
              "transforms.once.type": "io.nrtstreams.connect.cleaning.Deduplicate$Value",
              "predicates": "fine",
              "predicates.fine.type": "io.nrtstreams.connect.cleaning.FieldMatches$Value",
              "predicates.fine.condition": "location = 'Pune'"
            }}""";
    private static final String ROWS = """
            1669875330,1,0.014,Pune
            1669875330,1,0.014,Pune
            1669875331,2,Null,Pune
            1669875332,3,7,Fullerton
            nonsense
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = new CommandLine(new CleanCommand(
                Map.of("NRT_RATE", "4"), new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8))));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof CommandFailure)) {
                throw failure;
            }
            command.getErr().println(failure.getMessage());
            return 1;
        });
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void eachRecordIsShownBeforeAndAfterAndWithTheReason() throws IOException {
        assertThat(run("--config", file("energy.json", ENERGY), "--input", file("rows.txt", ROWS)))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("""
                        1 cleaned
                          before  "1669875330,1,0.014,Pune"
                          after   {"time":1669875330,"userId":1,"usage":0.014,"location":"Pune","source":"meters"}
                        2 dropped
                          before  "1669875330,1,0.014,Pune"
                          by      once
                        3 rejected
                          before  "1669875331,2,Null,Pune"
                          by      clean, field usage, rule `require`: expected a value, found nothing
                        4 cleaned
                          before  "1669875332,3,7,Fullerton"
                          after   {"time":1669875332,"userId":3,"usage":null,"location":"Fullerton"}
                          header  nrt.flagged.usage: rule `range 0..0.15 else null flag`: expected a number from 0 to 0.15
                        5 rejected
                          before  "nonsense"
                          by      parse, rule `csv`: expected 4 columns, found 1
                        5 records: 2 cleaned, 0 unchanged, 2 rejected, 1 dropped, 0 failed
                        """).containsPattern("clean +usage +range 0..0.15 else null flag +3 +0 +1");
    }

    @Test
    void programsReadJson() throws IOException {
        assertThat(run("--config", file("energy.json", ENERGY), "--input", "-", "--output", "json", "--count", "1"))
                .as(err.toString())
                .isZero();

        List<String> lines = out.toString().lines().toList();
        JsonNode end = JSON.readTree(lines.get(1));
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)).path("after").path("usage").asDouble())
                .isEqualTo(0.014);
        assertThat(end.path("records").asInt()).isEqualTo(5);
        assertThat(end.path("rejected").asInt()).isEqualTo(2);
        assertThat(end.path("rules").get(0).path("rule").asText()).isEqualTo("null-if 'Null'");
    }

    @Test
    void recordsOfNrtFeedBringTheirKeysAndTimes() throws IOException {
        String config = file("sink.json", """
                {"connector.class": "io.nrtstreams.connect.s3.S3SinkConnector", "transforms": "clean",
                 "transforms.clean.type": "io.nrtstreams.connect.cleaning.Clean$Value",
                 "transforms.clean.field.v": "last-known within 1m | require"}""");
        String records = file("records.jsonl", """
                {"topic":"t","key":"a","value":{"v":1},"timestamp":1000}
                {"topic":"t","key":"a","value":{"v":null},"timestamp":2000}
                {"topic":"t","key":"b","value":{"v":null},"timestamp":2000}
                """);

        assertThat(run("--config", config, "--input", records, "--format", "records"))
                .isZero();
        assertThat(out.toString())
                .contains("1 unchanged")
                .contains("after   {\"v\":1}")
                .contains(
                        "3 rejected\n  before  {\"v\":null}\n  by      clean, field v, rule `require`: expected a value, found nothing");
    }

    @Test
    void whatElseARecordBecomesIsShownToo() throws IOException {
        String config = file("route.json", """
                {"transforms": "id,route,mark",
                 "transforms.id.type": "io.nrtstreams.connect.cleaning.Clean$Key", "transforms.id.field.id": "upper",
                 "transforms.route.type": "org.apache.kafka.connect.transforms.RegexRouter",
                 "transforms.route.regex": "(.*)", "transforms.route.replacement": "$1.hot",
                 "transforms.mark.type": "org.apache.kafka.connect.transforms.InsertHeader",
                 "transforms.mark.header": "from", "transforms.mark.value.literal": "here"}""");
        String records = file("records.jsonl", """
                {"topic":"t","key":{"id":"a"},"value":1,"timestamp":1000}
                """);

        assertThat(run("--config", config, "--input", records, "--format", "records"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("""
                1 cleaned
                  before  1
                  after   1
                  topic   "t" -> "t.hot"
                  key     {"id":"a"} -> {"id":"A"}
                  header  from: here
                """);

        assertThat(run("--config", config, "--input", records, "--format", "records", "--output", "json"))
                .isZero();
        assertThat(out.toString()).contains("""
                "changes":{"topic":{"before":"t","after":"t.hot"},"key":{"before":{"id":"a"},"after":{"id":"A"}}}""");
    }

    @Test
    void reasonsAreReadWhereTheyAreBytes() throws IOException {
        String config = file("bytes.json", """
                {"transforms": "clean", "transforms.clean.type": "io.nrtstreams.connect.cleaning.Clean$Value",
                 "transforms.clean.field.v": "require", "transforms.clean.headers.as": "bytes"}""");

        assertThat(run("--config", config, "--input", file("v.jsonl", "{}"), "--format", "json"))
                .isZero();
        assertThat(out.toString()).contains("by      clean, field v, rule `require`: expected a value, found nothing");
    }

    @Test
    void aTransformThatThrowsFailsTheRecordAndNotTheCommand() throws IOException {
        String config = file("throws.json", """
                {"transforms": "hoist", "transforms.hoist.type": "org.apache.kafka.connect.transforms.InsertField$Value",
                 "transforms.hoist.static.field": "a", "transforms.hoist.static.value": "b",
                 "transforms.hoist.predicate": "p", "predicates": "p",
                 "predicates.p.type": "io.nrtstreams.quickstart.CleanCommandTest$Throwing"}""");

        assertThat(run("--config", config, "--input", file("v.txt", "text\n")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("1 failed")
                .contains("by      hoist: java.lang.IllegalStateException: on purpose")
                .contains("0 dropped, 1 failed");
    }

    @Test
    void whatAConverterRefusesFailsTheRecord() throws IOException {
        String config = file("times.json", """
                {"transforms": "ours,stock", "transforms.ours.type": "io.nrtstreams.connect.cleaning.Clean$Value",
                 "transforms.ours.field.a": "timestamp",
                 "transforms.stock.type": "org.apache.kafka.connect.transforms.TimestampConverter$Value",
                 "transforms.stock.field": "b", "transforms.stock.target.type": "Timestamp"}""");
        String records = file("times.jsonl", """
                {"a": "2023-11-14T22:13:20Z", "b": null}
                {"a": "2023-11-14T22:13:20Z", "b": 1700000000000}
                """);

        assertThat(run("--config", config, "--input", records, "--format", "json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("after   {\"a\":1700000000000,\"b\":null}")
                .contains("2 failed")
                .contains("by      converter: Java class class java.util.Date does not have corresponding schema type");
    }

    /** A predicate of somebody else's. */
    public static final class Throwing implements Predicate<SourceRecord> {
        @Override
        public boolean test(SourceRecord record) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public ConfigDef config() {
            return new ConfigDef();
        }

        @Override
        public void configure(Map<String, ?> configs) {}

        @Override
        public void close() {}
    }

    @Test
    void allMistakesOfAConfigurationAreReportedTogether() throws IOException {
        String config = file("mistaken.json", """
                {"transforms": "a,b,c", "predicates": "p",
                 "transforms.a.type": "io.nrtstreams.connect.cleaning.Clean$Value", "transforms.a.field.x": "trimm",
                 "transforms.b.type": "org.example.Nothing",
                 "transforms.c.type": "io.nrtstreams.connect.cleaning.Parse$Value",
                 "transforms.c.format": "csv", "transforms.c.schema": "a:int46", "transforms.c.predicate": "q",
                 "predicates.p.type": "io.nrtstreams.connect.cleaning.FieldMatches$Value", "predicates.p.condition": "a >"}""");

        assertThat(run("--config", config, "--input", "-")).isEqualTo(1);
        assertThat(err.toString())
                .contains("transforms.a: field.x: at column 1: expected an operation, found trimm; did you mean trim?")
                .contains("transforms.b.type: there is no class org.example.Nothing here")
                .contains("transforms.c: schema: ")
                .contains("transforms.c.predicate: there is no predicate of that name in predicates")
                .contains("predicates.p: condition: at column 4: expected a field or a value, found the end");
    }

    @Test
    void referencesAreResolvedAsAWorkerDoes() throws IOException {
        Path secrets = folder.resolve("secrets.properties");
        Files.writeString(secrets, "hmac.key=0123456789abcdef\n");
        String config = """
                {"transforms": "clean", "transforms.clean.type": "io.nrtstreams.connect.cleaning.Clean$Value",
                 "transforms.clean.field.v": "hmac", "transforms.clean.hmac.key": "${%s}"}""";
        String input = file("v.jsonl", "{\"v\": \"abc\"}");
        String keyOfFile = "file:" + secrets + ":hmac.key";

        assertThat(run("--config", file("a.json", config.formatted(keyOfFile)), "--input", input, "--format", "json"))
                .isZero();
        String withKeyOfFile = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run(
                        "--config",
                        file("b.json", config.formatted("vault:somewhere:hmac.key")),
                        "--input",
                        input,
                        "--format",
                        "json",
                        "--set",
                        "transforms.clean.hmac.key=0123456789abcdef"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).isEqualTo(withKeyOfFile);
    }

    @Test
    void inputThatIsNoneIsNamed() throws IOException {
        String config = file("energy.json", ENERGY);

        assertThat(run("--config", config, "--input", folder.resolve("nothing").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nothing: there is no such file");
        assertThat(run("--config", config, "--input", "-", "--format", "json")).isEqualTo(1);
        assertThat(err.toString()).contains("-:1:11: not JSON: ");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});
        assertThat(run("--config", config, "--input", binary.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("binary: the input is no text in UTF-8");
        assertThat(run("--config", config, "--input", "-", "--as", "sikn")).isEqualTo(1);
        assertThat(err.toString()).contains("--as: expected source or sink, found sikn");
    }
}
