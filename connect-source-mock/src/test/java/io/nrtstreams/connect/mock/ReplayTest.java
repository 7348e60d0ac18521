package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final Path NORTHWEST =
            Path.of(System.getProperty("nrt.home"), "connectors-config/data/northwest-load-1992-01.csv");
    private static final Map<String, ?> PARTITION = Map.of("series", "replay/load/0");

    @TempDir
    Path folder;

    private final Rig rig = new Rig();

    private static Map<String, String> northwest(String... more) {
        Map<String, String> config = Rig.config(
                "replay",
                "topic",
                "load",
                "replay.file",
                NORTHWEST.toString(),
                "replay.columns",
                "time:int64, local_time:string, load_mw:float64",
                "replay.constants",
                "location=US Northwest",
                "replay.key",
                "location",
                "replay.time",
                "time");
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    private Map<String, String> file(byte[] content, String... more) throws IOException {
        Map<String, String> config = northwest(more);
        config.put(
                "replay.file", Files.write(folder.resolve("load.csv"), content).toString());
        return config;
    }

    private Map<String, String> file(String content, String... more) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8), more);
    }

    @Test
    void replaysTheNorthwestMonthAsStructsOnTheirOwnTimes() {
        List<SourceRecord> records = rig.start(northwest()).take(744);

        SourceRecord first = records.get(0);
        Struct value = (Struct) first.value();
        assertThat(value.schema().fields().stream().map(Field::name))
                .containsExactly("time", "local_time", "load_mw", "location");
        assertThat(value.schema().fields())
                .allSatisfy(field -> assertThat(field.schema().isOptional()).isTrue());
        assertThat(value.get("time")).isEqualTo(694252800L);
        assertThat(value.get("local_time")).isEqualTo("1992-01-01T00:00:00-0800");
        assertThat(value.get("load_mw")).isEqualTo(2054.0);
        assertThat(value.get("location")).isEqualTo("US Northwest");
        assertThat(first.topic()).isEqualTo("load");
        assertThat(first.key()).isEqualTo("US Northwest");
        assertThat(first.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(records)
                .extracting(SourceRecord::timestamp)
                .containsExactlyElementsOf(IntStream.range(0, 744)
                        .mapToObj(hour -> (694252800L + hour * 3600L) * 1000)
                        .toList());
    }

    @Test
    void idlesAtTheEndOfTheFileAndAfterARestart() {
        rig.start(northwest()).take(744);
        rig.pass(3600);
        assertThat(rig.poll()).isEmpty();
        rig.start(northwest()).pass(3600);
        assertThat(rig.poll()).isEmpty();
        assertThat(rig.committed(PARTITION)).containsEntry("position", 744L);
    }

    @Test
    void goesOnWhereItWasAtAnyCut() {
        List<Object> straight = new Rig()
                .start(northwest()).take(744).stream().map(SourceRecord::value).toList();
        Random cuts = new Random(5);
        for (int round = 0; round < 5; round++) {
            Rig other = new Rig();
            List<Object> values = new ArrayList<>();
            while (values.size() < 744) {
                other.start(northwest("batch.records", "13"));
                other.take(Math.min(1 + cuts.nextInt(100), 744 - values.size()))
                        .forEach(record -> values.add(record.value()));
                other.pass(cuts.nextInt(100));
            }
            assertThat(values).isEqualTo(straight);
        }
    }

    @Test
    void aRateSetsThePace() {
        rig.start(northwest("rate", "200")).take(744);
        assertThat(Duration.between(Rig.BEGIN, rig.instant()))
                .isBetween(Duration.ofMillis(3700), Duration.ofMillis(3800));
    }

    @Test
    void aSpeedFollowsTheRecordedClock() {
        rig.start(northwest("replay.speed", "3600")).take(25);
        assertThat(Duration.between(Rig.BEGIN, rig.instant()))
                .isBetween(Duration.ofMillis(24_000), Duration.ofMillis(24_010));
        rig.pass(100);
        rig.start(northwest("replay.speed", "3600")).take(2);
        assertThat(Duration.between(Rig.BEGIN, rig.instant()))
                .isBetween(Duration.ofMillis(125_000), Duration.ofMillis(125_020));
    }

    @Test
    void aStopDuringAWaitEndsThePollWithoutRecordsOrErrors() throws InterruptedException {
        Map<String, String> config = northwest("rate", "0.1", TaskShards.KEY, "0");
        AtomicReference<MockSourceTask> stopped = new AtomicReference<>();
        MockSourceTask task = new MockSourceTask(rig, () -> new Pause() {
            @Override
            public void upTo(long nanos) {
                rig.pass(3600);
                stopped.get().stop();
            }

            @Override
            public void end() {
                // The wait is over as soon as it began.
            }
        });
        stopped.set(task);
        task.initialize(rig);
        task.start(config);
        assertThat(task.poll()).hasSize(1);
        assertThat(task.poll()).isNull();
    }

    @Test
    void theLimitEndsItBeforeTheFileDoes() {
        rig.start(northwest("record.limit", "10")).take(10);
        assertThat(rig.poll()).isEmpty();
    }

    @Test
    void theSeriesIsRecomputedFromTheFile() {
        List<SourceRecord> emitted = rig.start(northwest("rate", "500")).take(744);
        RecordSeries series = RecordSeries.of(northwest("rate", "1"));
        try (Stream<SourceRecord> records = series.records(PARTITION, rig.committed(PARTITION), 100, 744)) {
            assertThat(records.map(SourceRecord::value).toList())
                    .isEqualTo(emitted.subList(100, 744).stream()
                            .map(SourceRecord::value)
                            .toList());
        }
    }

    @Test
    void readsQuotesByteOrderMarkEmptyCellsAndEveryType() throws IOException {
        Map<String, String> config = file(
                "\uFEFF\"time\",a,b,c,d\r\n1.5,\"x, \"\"y\"\"\nz\",-7,TRUE,2e-3\r\n\r\n2,,,,\r\n",
                "replay.columns",
                "a:string, time:float64, b:int32, c:boolean, d:float64",
                "replay.constants",
                "",
                "replay.key",
                "time");
        List<SourceRecord> records = rig.start(config).take(2);

        assertThat(fields(records.get(0))).containsExactly("x, \"y\"\nz", 1.5, -7, true, 0.002);
        assertThat(fields(records.get(1))).containsExactly(null, 2.0, null, null, null);
        assertThat(records).extracting(SourceRecord::timestamp).containsExactly(1500L, 2000L);
        assertThat(records).extracting(SourceRecord::key).containsExactly("1.5", "2.0");
    }

    private static List<Object> fields(SourceRecord record) {
        Struct struct = (Struct) record.value();
        return Arrays.asList(struct.schema().fields().stream().map(struct::get).toArray());
    }

    @ParameterizedTest
    @CsvSource({"s,1000000", "ms,1000", "us,1", "ns,0"})
    void readsATimeInItsUnit(String unit, long timestamp) throws IOException {
        Map<String, String> config = file("time\n1000\n", "replay.columns", "time:int64", "replay.time.unit", unit);
        assertThat(rig.start(config).take(1).get(0).timestamp()).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1669875330.001", "1669875330.123", "1669875330.499", "1669875330.999"})
    void readsTheMillisecondsOfSecondsWithAFraction(String seconds) throws IOException {
        Map<String, String> config = file("time\n" + seconds + "\n", "replay.columns", "time:float64");
        long millis = Long.parseLong(seconds.replace(".", ""));
        assertThat(rig.start(config).take(1).get(0).timestamp()).isEqualTo(millis);
    }

    @Test
    void withoutAKeyColumnKeysAreNull() {
        Map<String, String> config = northwest();
        config.remove("replay.key");
        SourceRecord record = rig.start(config).take(1).get(0);
        assertThat(record.key()).isNull();
        assertThat(record.keySchema()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "an empty file|''|is empty; name a file whose first line names columns",
                "a header alone|time,local_time,load_mw\\n|has no records after its header; name a file that has",
                "a missing column|time,local_time,load_mv\\n1,x,2\\n|line 1: there is no column load_mw, did you mean load_mv?; name columns of the file in replay.columns",
                "a column twice|time,local_time,load_mw,time\\n1,x,2,1\\n|line 1: the column time is there twice; rename one of the two",
                "a short line|time,local_time,load_mw\\n1,x,2\\n2,x\\n|line 3: has 2 columns where the header has 3; correct the line",
                "a long line|time,local_time,load_mw\\n1,x,2,SECRET\\n|line 2: has 4 columns where the header has 3; correct the line",
                "another type|time,local_time,load_mw\\n1,x,2\\n\\n2,x,SECRET\\n|line 4, column load_mw: expected float64; correct the file, or declare another type in replay.columns",
                "a Java number|time,local_time,load_mw\\n1,x,2d\\n|line 2, column load_mw: expected float64",
                "no time|time,local_time,load_mw\\n,x,2\\n|line 2, column time: is empty, but it is the time; fill it in, or remove the line",
                "a wrong unit|time,local_time,load_mw\\n1667260800000,x,2\\n|line 2, column time: not a time from 1970 to 2262; is replay.time.unit right?",
                "a time before 1970|time,local_time,load_mw\\n-1,x,2\\n|line 2, column time: not a time from 1970 to 2262",
                "an open quote|time,local_time,load_mw\\n1,\"SECRET,2\\n|, line 2: is no CSV, for a quote is not closed",
                "text behind a quote|time,local_time,load_mw\\n1,\"x\"Q,2\\n|, line 2: is no CSV, for a quote is not closed within 1048576 bytes, or text follows a closing quote; correct the line",
            })
    void aBrokenFileIsFoundByTheValidationWithItsLineAndNeverItsValue(String what, String content, String expected)
            throws IOException {
        Map<String, String> config = file(content.replace("\\n", "\n"));
        assertThat(fileErrors(config))
                .as(what)
                .singleElement()
                .asString()
                .startsWith("replay.file: ")
                .contains("load.csv")
                .contains(expected)
                .doesNotContain("SECRET");
    }

    @Test
    void aMissingFileIsFoundByTheValidation() {
        assertThat(fileErrors(
                        northwest("replay.file", folder.resolve("none.csv").toString())))
                .singleElement()
                .asString()
                .contains("none.csv: there is no such file; it has to be at this path on every worker");
    }

    @Test
    void bytesThatAreNotUtf8AreFoundByTheValidation() throws IOException {
        byte[] latin1 = "time,local_time,load_mw\n1,\u00fc,2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(fileErrors(file(latin1))).singleElement().asString().contains("cannot be read as UTF-8 text");
    }

    @Test
    void anEmptyKeyIsFoundByTheValidation() throws IOException {
        assertThat(fileErrors(file("time,local_time,load_mw\n1,,2\n", "replay.key", "local_time")))
                .singleElement()
                .asString()
                .contains("line 2, column local_time: is empty, but it is the key");
    }

    @Test
    void aMistakeFurtherDownStopsTheTaskWithItsLineAfterTheRecordsBeforeIt() throws IOException {
        String rows = IntStream.range(0, 1500).mapToObj(i -> i + ",x,1\n").collect(Collectors.joining());
        Map<String, String> config = file("time,local_time,load_mw\n" + rows + "1500,x,SECRET\n", "rate", "100");
        assertThat(fileErrors(config)).isEmpty();

        assertThatThrownBy(() -> rig.start(config).take(1501))
                .hasMessageContaining("load.csv, line 1502, column load_mw: expected float64")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void aFileThatHasShrunkStopsTheTask() throws IOException {
        Map<String, String> config = file("time,local_time,load_mw\n1,x,2\n2,x,2\n3,x,2\n");
        rig.start(config).take(3);
        Map<String, String> shrunk = file("time,local_time,load_mw\n1,x,2\n");
        assertThatThrownBy(() -> rig.start(shrunk))
                .hasMessageContaining("has 1 records, but 3 were emitted; put the whole file back, or reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "CSV"})
    void theFormatIsInAnyCase(String format) {
        assertThat(errors(northwest("replay.format", format))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay.file|a\0b|replay.file: Nul character not allowed",
                "replay.key|locaton|replay.key: expected a column of replay.columns or a constant of replay.constants (did you mean location?)",
                "replay.time|tine|replay.time: expected a column of replay.columns (did you mean time?)",
                "replay.columns|time:boolean|replay.time: expected a column of replay.columns with type int32, int64, float64, timestamp, date or string",
                "replay.constants|time=1|replay.constants: time is also a column of replay.columns; rename the constant",
                "replay.constants|a|expected name=text, parted by commas",
                "replay.columns|time:int64,,|expected name:type, parted by commas",
                "replay.columns|*, time|* stands for all other columns; put it at the end",
                "replay.columns|time:int64, local_time as time|the field time is named twice",
                "replay.columns|time:int64, load_mw:array<float64>|CSV has neither arrays nor objects",
                "replay.columns|time:int64, load_mw:decimal(4,5)|expected decimal(digits,digits behind the point)",
                "replay.columns|time:int65|(did you mean int64?)",
                "replay.columns|time:long|column time: expected one of the types string, int8, int16, int32, int64, float32, float64, boolean, timestamp, date, decimal",
                "replay.columns|time:int64,time:int64|the column time is named twice",
                "replay.format|json|expected one of: csv, jsonl (did you mean jsonl?)",
                "replay.delimiter|;;|expected one ASCII character that is no quote, or tab",
                "replay.time.format|dd.MM.yyyy foo|replay.time.format: ",
                "replay.time.format|HH:mm|a time of this pattern has no whole date; name year, month and day",
                "replay.time.format|dd.MM.yyyy|replay.time: expected a column with type string, timestamp or date",
                "replay.time.zone|Europe/Berlyn|expected a zone such as Europe/Berlin",
                "replay.loop|0|expected a number of passes from 1, or forever",
                "replay.rebase|tomorrow|expected off, now, or an instant from 1970 to 2100",
                "replay.on.bad.row|ignore|expected one of: fail, skip, reject",
                "replay.speed|fast|expected max, or how many times faster than recorded",
                "replay.time.unit|h|expected one of: s, ms, us, ns",
                "start.time|2022-11-01T00:00:00Z|the times of a replay are the recorded ones; remove the key (replay.rebase moves them",
                "speed|10|speed: the times of a replay are the recorded ones",
                "shards|2|shards: expected at most 1",
                "dirt.malformed|0.1|a replay is not spoilt; remove the key",
                "replay.colums|x|did you mean replay.columns?",
            })
    void aKeyThatDoesNotFitIsRefusedWithTheRemedy(String key, String value, String expected) {
        assertThat(errors(northwest(key, value)))
                .anySatisfy(error -> assertThat(error).contains(expected));
    }

    @Test
    void aRateBesideASpeedIsRefused() {
        assertThat(errors(northwest("rate", "5", "replay.speed", "10")))
                .containsExactly("rate: replay.speed sets the pace; remove one of the two or set replay.speed=max");
    }

    @Test
    void allThatAReplayNeedsIsAskedForAtOnce() {
        assertThat(errors(Rig.config("replay")))
                .containsExactlyInAnyOrder(
                        "topic: a replay needs it; name the topic of the replay",
                        "replay.file: a replay needs it; name the file to replay",
                        "replay.time: a replay needs it; name the column with the event time");
    }

    private static List<String> errors(Map<String, String> config) {
        return new MockSourceConnector()
                .validate(new LinkedHashMap<>(config)).configValues().stream()
                        .flatMap(value -> value.errorMessages().stream())
                        .toList();
    }

    private static List<String> fileErrors(Map<String, String> config) {
        return new MockSourceConnector()
                .validate(config).configValues().stream()
                        .filter(value -> value.name().equals("replay.file"))
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }
}
