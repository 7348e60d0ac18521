package io.nrtstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.RecordSeries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedCommandTest {
    private static final Instant NOVEMBER = Instant.parse("2022-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return run(out, args);
    }

    private int run(Writer target, String... args) {
        CommandLine line = new CommandLine(new FeedCommand(Map.of("NRT_RATE", "4")));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof CommandFailure)) {
                throw failure;
            }
            command.getErr().println(failure.getMessage());
            return 1;
        });
        return line.setOut(new PrintWriter(target, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private List<String> lines(String... args) {
        assertThat(run(args)).as(err.toString()).isZero();
        return out.toString().lines().toList();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<SourceRecord> expected(Map<String, String> config, long from, long to) {
        RecordSeries series = RecordSeries.of(config);
        try (Stream<SourceRecord> records =
                series.records(series.sourcePartitions().get(0), NOVEMBER, from, to)) {
            return records.toList();
        }
    }

    @Test
    void aLineHasKeyTimeHeadersAndValue() {
        assertThat(lines("--feed", "energy", "--count", "2"))
                .containsExactly(
                        "12345434  2022-11-01T00:00:00.000Z  1667260800,12345434,0.11438070241493845,Pune",
                        "30000045  2022-11-01T00:00:00.454Z  1667260800,30000045,0.07250128655686457,Fullerton");
    }

    @Test
    void theRecordsAreThoseThatTheConnectorEmits() {
        List<SourceRecord> records = expected(Map.of("feed", "weather", "seed", "7", "shards", "1"), 1000, 1003);

        assertThat(lines("--feed", "weather", "--seed", "7", "--set", "shards=1", "--from", "1000", "--count", "3"))
                .hasSize(3)
                .zipSatisfy(
                        records,
                        (line, record) -> assertThat(line)
                                .startsWith((String) record.key())
                                .endsWith((String) record.value()));
    }

    @Test
    void tenRecordsAreEnoughToSeeWhatAFeedIsLike() {
        assertThat(lines("--feed", "tiktok")).hasSize(10);
    }

    @Test
    void defectsAreNamed() {
        assertThat(lines("--feed", "energy", "--set", "dirt.null.token=1", "--count", "1"))
                .containsExactly(
                        "12345434  2022-11-01T00:00:00.000Z  nrt.dirt=null.token  1667260800,12345434,Null,Pune");
    }

    @Test
    void aTombstoneHasAKeyAndNoValue() {
        assertThat(lines("--feed", "energy", "--set", "dirt.tombstone=1", "--count", "1"))
                .containsExactly("12345434  2022-11-01T00:00:00.000Z  nrt.dirt=tombstone  null");
    }

    @Test
    void jsonHasAnObjectALine() {
        assertThat(lines(
                        "--feed",
                        "energy",
                        "--set",
                        "output=struct",
                        "--set",
                        "dirt.missing.field=0.5",
                        "--from",
                        "1",
                        "--count",
                        "1",
                        "--format",
                        "json"))
                .containsExactly(
                        "{\"topic\":\"energy_consumption\",\"key\":\"30000045\",\"value\":{\"time\":1667260800,"
                                + "\"usage\":0.07250128655686457,\"location\":\"Fullerton\"},\"timestamp\":1667260800454,"
                                + "\"headers\":{\"nrt.dirt\":\"missing.field\"},"
                                + "\"partition\":{\"series\":\"energy/energy_consumption/1\"},\"position\":0}");
    }

    @Test
    void csvHasAColumnAField() {
        assertThat(lines("--feed", "energy", "--set", "output=map", "--count", "2", "--format", "csv"))
                .containsExactly(
                        "partition,position,timestamp,key,headers,time,userId,usage,location,other",
                        "energy/energy_consumption/0,0,2022-11-01T00:00:00.000Z,12345434,,1667260800,12345434,"
                                + "0.11438070241493845,Pune,",
                        "energy/energy_consumption/1,0,2022-11-01T00:00:00.454Z,30000045,,1667260800,30000045,"
                                + "0.07250128655686457,Fullerton,");
    }

    @Test
    void csvQuotesTextsWithCommas() {
        assertThat(lines("--feed", "energy", "--count", "1", "--format", "csv"))
                .containsExactly(
                        "partition,position,timestamp,key,headers,value,other",
                        "energy/energy_consumption/0,0,2022-11-01T00:00:00.000Z,12345434,,"
                                + "\"1667260800,12345434,0.11438070241493845,Pune\",");
    }

    @Test
    void whatHasNoColumnStandsInTheLastOne() {
        assertThat(lines(
                        "--feed",
                        "energy",
                        "--set",
                        "output=struct",
                        "--set",
                        "dirt.schema.change=0.3",
                        "--format",
                        "csv"))
                .hasSize(11)
                .first()
                .asString()
                .endsWith(",time,userId,usage,location,other");
        assertThat(out.toString().lines().filter(line -> line.contains("schema.change")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(",\"{\"\"firmware\"\":\"\"2.0\"\"}\""));
    }

    @Test
    void theTruthStandsBesideEachRecord() {
        RecordSeries series = RecordSeries.of(Map.of("feed", "energy", "profile", "realistic"));
        Map<String, Object> truth = series.truths(series.sourcePartitions().get(0), NOVEMBER, 0, 1)
                .findFirst()
                .orElseThrow();
        String[] asked = {"--feed", "energy", "--profile", "realistic", "--count", "1", "--explain", "--format"};

        assertThat(truth).isNotEmpty();
        assertThat(lines(with(asked, "text"))).singleElement().asString().contains("  truth={\"");
        out.getBuffer().setLength(0);
        assertThat(lines(with(asked, "json")))
                .singleElement()
                .asString()
                .contains("\"position\":0,\"truth\":{")
                .contains(truth.keySet());
        out.getBuffer().setLength(0);
        assertThat(lines(with(asked, "csv"))).first().asString().endsWith(",value,other,truth");
    }

    private static String[] with(String[] args, String last) {
        return Stream.concat(Stream.of(args), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void theRecordsOfAllShardsComeInTheOrderOfTheirTimes() {
        List<String> one = lines("--feed", "energy", "--set", "shards=1", "--from", "5", "--count", "7");
        out.getBuffer().setLength(0);

        assertThat(lines("--feed", "energy", "--set", "shards=3", "--from", "5", "--count", "7"))
                .isEqualTo(one);
    }

    @Test
    void oneShardHasItsOwnDevicesOnly() {
        assertThat(lines("--feed", "energy", "--set", "shards=3", "--shard", "2", "--from", "3", "--count", "2"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("37648475").endsWith("Los Angeles"));
    }

    @Test
    void aConnectorsFileIsReadWithItsVariables() throws IOException {
        Path file = file("c.json", """
                {"name": "c", "config": {"connector.class": "MockSourceConnector", "feed": "energy",
                 "rate": "${env:NRT_RATE}", "start.time": "2023-01-01T00:00:00Z", "record.limit": 3, "tasks.max": 1}}""");

        assertThat(lines("--config", file.toString()))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("30000045  2023-01-01T00:00:00.250Z  ");
    }

    @Test
    void optionsOverrideTheFileAndTheStartOfAll() throws IOException {
        Path file = file("flat.json", "{\"feed\": \"energy\", \"start.time\": \"2023-01-01T00:00:00Z\"}");

        assertThat(lines(
                        "--config",
                        file.toString(),
                        "--feed",
                        "tiktok",
                        "--start",
                        "2024-02-29T12:00:00Z",
                        "--count",
                        "1"))
                .singleElement()
                .asString()
                .contains("  2024-02-29T12:00:00.000Z  1709208000.0,");
    }

    @Test
    void offsetsTellWhenRecordsWereEmitted() throws IOException {
        Path offsets = file("offsets.json", """
                {"offsets": [{"partition": {"series": "energy/energy_consumption/0"},
                  "offset": {"position": 3, "schedule": "1|0@1670030994000000000+1000000000,2@1670117403000000000+1000000000"}}]}""");

        assertThat(lines("--feed", "energy", "--set", "shards=1", "--offsets", offsets.toString(), "--from", "1"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("30000045  2022-12-03T01:29:55.000Z"),
                        second -> assertThat(second).startsWith("37648475  2022-12-04T01:30:03.000Z"));
    }

    @Test
    void aFileTakesTheOutput() throws IOException {
        Path file = folder.resolve("out.csv");

        assertThat(run("--feed", "energy", "--count", "2", "--out", file.toString()))
                .isZero();

        assertThat(out.toString()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(2).first().asString().startsWith("12345434");
    }

    @Test
    void whereNobodyReadsOnItEndsQuietly() {
        Writer closed = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {
                // Nothing is held.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };

        assertThat(run(closed, "--feed", "energy", "--count", Long.toString(Long.MAX_VALUE)))
                .isZero();
        assertThat(err.toString()).isEmpty();
    }

    private record Mistake(String args, String message) {}

    @TestFactory
    Stream<DynamicTest> everyMistakeIsTold() throws IOException {
        Path broken = file("broken.json", "{\"feed\": ");
        Path list = file("list.json", "{\"feed\": [1]}");
        Path sink = file("sink.json", "{\"connector.class\": \"io.example.Sink\", \"feed\": \"energy\"}");
        Path variable = file("variable.json", "{\"feed\": \"energy\", \"rate\": \"${env:NRT_SPEED}\"}");
        Path offsets = file(
                "other.json",
                "{\"offsets\": [{\"partition\": {\"series\": \"tiktok/t/0\"}, \"offset\": {\"position\": 1}}]}");
        Path ours = file("ours.json", "{\"offsets\": []}");
        return Stream.of(
                        new Mistake("", "--feed: name a feed"),
                        new Mistake("--feed enrgy", "(did you mean energy?)"),
                        new Mistake("--feed energy --seed x", "seed"),
                        new Mistake("--feed energy --seed 1 --set seed=2", "--seed and --set seed differ"),
                        new Mistake("--feed energy --set shards=4", "shards: expected at most 3"),
                        new Mistake("--feed energy --from -1", "--from: expected a whole number from 0, got -1"),
                        new Mistake("--feed energy --count -1", "--count: expected a whole number from 0, got -1"),
                        new Mistake("--feed energy --shard 3", "--shard: expected a number from 0 to 2"),
                        new Mistake("--feed energy --start noon", "--start: expected an instant from 1970 to 2100"),
                        new Mistake("--feed energy --format xml", "--format: expected one of text, json, csv, got xml"),
                        new Mistake("--config " + folder.resolve("none.json"), "none.json: there is no such file"),
                        new Mistake("--config " + broken, "broken.json:1:10: not JSON"),
                        new Mistake("--config " + list, "list.json: feed: expected a text"),
                        new Mistake("--config " + sink, "sink.json: connector.class: the connector is no mock source"),
                        new Mistake("--config " + variable, "rate: refers to the environment variable NRT_SPEED"),
                        new Mistake("--feed energy --offsets " + list, "list.json: expected {\"offsets\": [...]}"),
                        new Mistake("--feed energy --offsets " + offsets, "which the configuration does not have"),
                        new Mistake(
                                "--feed energy --start 2022-11-01T00:00:00Z --offsets " + offsets,
                                "--start: the offsets say when records were emitted"),
                        new Mistake(
                                "--feed energy --explain --offsets " + ours, "--explain: the truth is computed from"),
                        new Mistake("--feed energy --out " + folder, "--out: " + folder + " cannot be written"))
                .map(mistake -> DynamicTest.dynamicTest(mistake.message(), () -> {
                    err.getBuffer().setLength(0);

                    assertThat(run(
                                    mistake.args().isEmpty()
                                            ? new String[0]
                                            : mistake.args().split(" ", -1)))
                            .isEqualTo(1);

                    assertThat(err.toString()).contains(mistake.message());
                }));
    }

    @Test
    void anOptionThatIsNoNumberIsTheUsersMistakeToo() {
        assertThat(run("--feed", "energy", "--count", "many")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("--count", "many");
    }
}
