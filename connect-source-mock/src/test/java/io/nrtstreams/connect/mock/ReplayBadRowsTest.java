package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayBadRowsTest {
    private static final String COLUMNS = "time:int64, v:float64";

    private static final String ROWS = "time,v\n1,1.5\n2,x\n3\n\"4\"y,1\n,5\n6,2.5\n7,\"open\n8,3.5\n9,z\n";

    @TempDir
    Path folder;

    private Rig rig = new Rig();

    private Map<String, String> config(String content, String policy) throws IOException {
        return Recorded.config(
                Recorded.write(folder.resolve("x.csv"), content),
                "replay.columns",
                COLUMNS,
                "replay.on.bad.row",
                policy);
    }

    private static String header(SourceRecord record, String name) {
        return String.valueOf(
                record.headers().lastWithName("nrt.rejected." + name).value());
    }

    @Test
    void skippedRowsAreMissingAndCountInPositions() throws IOException {
        assertThat(Recorded.all(rig.start(config(ROWS, "skip"))))
                .extracting(Recorded::shown)
                .containsExactly(
                        "1 t null 1000 Struct{time=1,v=1.5}",
                        "6 t null 6000 Struct{time=6,v=2.5}",
                        "8 t null 8000 Struct{time=8,v=3.5}");
    }

    @Test
    void rejectedRowsGoToATopicOfTheirOwnAsTheTextTheyWere() throws IOException {
        List<SourceRecord> records = Recorded.all(rig.start(config(ROWS, "reject")));
        assertThat(records).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        List<SourceRecord> rejected =
                records.stream().filter(record -> !record.topic().equals("t")).toList();
        assertThat(rejected).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("t.rejected");
            assertThat(record.valueSchema()).isEqualTo(Schema.STRING_SCHEMA);
            assertThat(record.key()).isNull();
            assertThat(record.timestamp()).as("its event time is not known").isNull();
        });
        assertThat(rejected)
                .extracting(SourceRecord::value)
                .containsExactly("2,x", "3", "\"4\"y,1", ",5", "7,\"open", "9,z");
        assertThat(rejected.stream()
                        .map(record -> header(record, "line") + " " + header(record, "field") + " "
                                + header(record, "rule") + ": " + header(record, "reason")))
                .containsExactly(
                        "3 v float64: expected float64",
                        "4  : has 1 columns where the header has 2",
                        "5  : is no CSV, for a quote is not closed within 1048576 bytes, or text follows a closing"
                                + " quote",
                        "6 time : is empty, but it is the time",
                        "8  : is no CSV, for a quote is not closed within 1048576 bytes, or text follows a closing"
                                + " quote",
                        "10 v float64: expected float64");
        assertThat(StreamSupport.stream(rejected.get(0).headers().spliterator(), false)
                        .map(Header::key))
                .containsExactly(
                        "nrt.rejected.transform",
                        "nrt.rejected.field",
                        "nrt.rejected.rule",
                        "nrt.rejected.reason",
                        "nrt.rejected.file",
                        "nrt.rejected.line");
        assertThat(header(rejected.get(0), "transform")).isEqualTo("replay");
        assertThat(header(rejected.get(0), "file")).isEqualTo("x.csv");
    }

    @Test
    void bytesThatAreNoUtf8CostTheirRow() throws IOException {
        Map<String, String> config = config("", "skip");
        Files.write(
                folder.resolve("x.csv"), "time,v,w\n1,1,a\n2,2,\u00fc\n3,3,c\n".getBytes(StandardCharsets.ISO_8859_1));
        config.put("replay.columns", COLUMNS + ", w:string");
        assertThat(Recorded.all(rig.start(config)))
                .extracting(SourceRecord::timestamp)
                .containsExactly(1000L, 3000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "reject"})
    void resumesExactlyAtAnyCut(String policy) throws IOException {
        Random random = new Random(9);
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> random.nextInt(3) == 0 ? "x,\"" + i + "\n" : i + "," + i + "\n")
                .collect(Collectors.joining("", "time,v\n", ""));
        Map<String, String> config = config(rows, policy);
        config.put("batch.records", "7");
        List<String> straight =
                Recorded.all(rig.start(config)).stream().map(Recorded::shown).toList();
        for (int round = 0; round < 5; round++) {
            rig = new Rig();
            List<String> seen = new ArrayList<>();
            while (seen.size() < straight.size()) {
                rig.start(config)
                        .take(Math.min(1 + random.nextInt(60), straight.size() - seen.size()))
                        .forEach(record -> seen.add(Recorded.shown(record)));
            }
            assertThat(seen).isEqualTo(straight);
        }
    }

    @Test
    void aRangeOfPositionsIsRecomputedWithItsSkippedRowsLeftOut() throws IOException {
        Map<String, String> config = config(ROWS, "skip");
        Recorded.all(rig.start(config));
        try (Stream<SourceRecord> records =
                RecordSeries.of(config).records(Recorded.PARTITION, rig.committed(Recorded.PARTITION), 1, 6)) {
            assertThat(records.map(SourceRecord::timestamp)).containsExactly(6000L);
        }
    }

    @Test
    void theValidationNamesTheFirstBadRowsWhereTheyAreFailures() throws IOException {
        assertThat(Recorded.errors(config(ROWS, "fail")))
                .hasSize(6)
                .allSatisfy(error -> assertThat(error).startsWith("replay.file: "))
                .anySatisfy(error -> assertThat(error).contains("line 3, column v: expected float64"))
                .anySatisfy(error -> assertThat(error).contains("line 8: is no CSV"))
                .anySatisfy(error ->
                        assertThat(error).contains("of the first 9 rows 6 are bad; the first of them are named"));
        assertThat(Recorded.errors(config(ROWS, "skip"))).isEmpty();
    }

    @Test
    void aRecordingWithoutAnyGoodRowIsRefusedWhateverThePolicy() throws IOException {
        assertThat(Recorded.errors(config("time,v\n1,x\n2,y\n", "skip")))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).contains("line 2, column v: expected float64"));
    }

    @Test
    void badRowsFurtherDownThanTheValidationLooksStopTheTask() throws IOException {
        String rows = "1,1\n".repeat(2_000);
        Map<String, String> config = config("time,v\n" + rows + "1,SECRET\n", "fail");
        assertThat(Recorded.errors(config)).isEmpty();
        assertThatThrownBy(() -> rig.start(config).take(2_001))
                .hasMessageContaining("x.csv, line 2002, column v: expected float64; correct the file, or declare")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void aTopicWhoseNameLeavesNoRoomForTheRejectsIsRefused() throws IOException {
        Map<String, String> config = config(ROWS, "reject");
        config.put("topic", "t".repeat(241));
        assertThat(Recorded.errors(config))
                .containsExactly("topic: with replay.on.bad.row=reject expected at most 240 characters, because"
                        + " .rejected is added for the topic of rejects");
    }

    @Test
    void theTapeCountsThem() throws IOException {
        Map<String, String> config = config(ROWS, "skip");
        SourceSettings settings = SourceSettings.of(config);
        var tape = settings.open(settings.shard(0), 0);
        var schedule =
                settings.pacing().begin(settings.shard(0), settings.content().cadence(), 0, 0);
        while (!tape.ended()) {
            tape.next(schedule);
        }
        assertThat(tape.badRows()).isEqualTo(6);
        tape.close();
    }
}
