package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("JavaUtilDate") // Connect's own type of times.
class ReplayLoopTest {
    /** Two hours in three records, so that the mean gap is one hour and a pass three hours later than the last. */
    private static final String HOURS = "time,v\n1000000,a\n1003600,b\n1007200,c\n";

    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;

    private Rig rig = new Rig();

    private Map<String, String> config(String content, String... more) throws IOException {
        return Recorded.config(Recorded.write(folder.resolve("x.csv"), content), more);
    }

    @Test
    void eachPassIsLaterByTheLengthOfTheRecordingAndOneMeanGap() throws IOException {
        List<SourceRecord> records = Recorded.all(rig.start(config(HOURS, "replay.loop", "3")));
        assertThat(records)
                .extracting(SourceRecord::timestamp)
                .containsExactlyElementsOf(IntStream.range(0, 9)
                        .mapToObj(i -> 1_000_000_000 + i * HOUR)
                        .toList());
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(((Struct) record.value()).getInt64("time")).isEqualTo(record.timestamp() / 1000));
        assertThat(records).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void resumesInAnyPassWithTheIdenticalSeries() throws IOException {
        Map<String, String> config = config(HOURS, "replay.loop", "7", "batch.records", "2");
        List<String> straight =
                Recorded.all(rig.start(config)).stream().map(Recorded::shown).toList();
        assertThat(straight).hasSize(21);
        Random cuts = new Random(5);
        for (int round = 0; round < 10; round++) {
            rig = new Rig();
            List<String> seen = new ArrayList<>();
            while (seen.size() < 21) {
                rig.start(config);
                rig.take(Math.min(1 + cuts.nextInt(6), 21 - seen.size()))
                        .forEach(record -> seen.add(Recorded.shown(record)));
                rig.pass(cuts.nextInt(100));
            }
            assertThat(seen).isEqualTo(straight);
        }
        rig.start(config);
        assertThat(rig.poll()).isEmpty();
    }

    @Test
    void foreverEndsWithTheLimit() throws IOException {
        Map<String, String> config = config(HOURS, "replay.loop", "forever", "record.limit", "1000");
        List<SourceRecord> records = Recorded.all(rig.start(config));
        assertThat(records).hasSize(1000);
        assertThat(records.get(999).timestamp()).isEqualTo(1_000_000_000 + 999 * HOUR);
    }

    @Test
    void aPassFollowsTheRecordedClockIntoTheNext() throws IOException {
        rig.start(config(HOURS, "replay.loop", "2", "replay.speed", "3600")).take(6);
        assertThat(Duration.between(Rig.BEGIN, rig.instant()))
                .isBetween(Duration.ofMillis(5_000), Duration.ofMillis(5_010));
    }

    @Test
    void timesThatAreDaysMoveByWholeDays() throws IOException {
        Map<String, String> config = config(
                "time,seen\n2012-01-01,2012-01-01T10:00:00Z\n2012-01-02,2012-01-02T09:00:00Z\n2012-01-04,\n",
                "replay.loop",
                "2");
        List<SourceRecord> records = Recorded.all(rig.start(config));
        // Three days and a gap of one and a half, rounded up.
        assertThat(Recorded.fields(records.get(3)))
                .containsExactly(
                        Date.from(Instant.parse("2012-01-06T00:00:00Z")),
                        Date.from(Instant.parse("2012-01-06T10:00:00Z")));
        assertThat(records.get(3).timestamp())
                .isEqualTo(Instant.parse("2012-01-06T00:00:00Z").toEpochMilli());
    }

    @Test
    void aPassIsNeverBeforeTheOneBeforeIt() throws IOException {
        assertThat(Recorded.all(rig.start(config("time\n9\n5\n7\n", "replay.loop", "2"))))
                .extracting(SourceRecord::timestamp)
                .containsExactly(9000L, 5000L, 7000L, 15000L, 11000L, 13000L);
        rig = new Rig();
        assertThat(Recorded.all(rig.start(config("time\n9\n", "replay.loop", "3"))))
                .extracting(SourceRecord::timestamp)
                .containsExactly(9000L, 10000L, 11000L);
    }

    @Test
    void rowsThatAreSkippedCountInEveryPass() throws IOException {
        Map<String, String> config = config(
                "time\n1\nx\n2\n", "replay.columns", "time:int64", "replay.loop", "2", "replay.on.bad.row", "skip");
        List<SourceRecord> records = Recorded.all(rig.start(config));
        assertThat(records).extracting(Recorded::position).containsExactly(1L, 3L, 4L, 6L);
        assertThat(records).extracting(SourceRecord::timestamp).containsExactly(1000L, 2000L, 3000L, 4000L);
    }

    @Test
    void aRecordingThatChangesWhileItLoopsStopsTheTask() throws IOException {
        Map<String, String> config = config(HOURS, "replay.loop", "3", "batch.records", "1", "rate", "1");
        rig.start(config).take(4);
        Recorded.write(folder.resolve("x.csv"), HOURS + "1010800,d\n");
        assertThatThrownBy(() -> rig.take(9)).hasMessageContaining("has no longer the 3 rows that it had at the start");
    }

    @Test
    void aNumberThatOutgrowsItsColumnStopsTheTaskWithTheRemedy() throws IOException {
        Map<String, String> config =
                config("time\n0\n2147483000\n", "replay.columns", "time:int32", "replay.loop", "2");
        assertThatThrownBy(() -> rig.start(config).take(3))
                .hasMessageContaining("line 2: its time, moved by replay.rebase or replay.loop, is too large")
                .hasMessageContaining("declare int64 or timestamp");
    }

    @Test
    void theFirstRecordIsMovedToAnInstant() throws IOException {
        List<SourceRecord> records =
                Recorded.all(rig.start(config(HOURS, "replay.rebase", "2022-11-01T00:00:00Z", "replay.loop", "2")));
        long start = Instant.parse("2022-11-01T00:00:00Z").toEpochMilli();
        assertThat(records)
                .extracting(SourceRecord::timestamp)
                .containsExactlyElementsOf(
                        IntStream.range(0, 6).mapToObj(i -> start + i * HOUR).toList());
        assertThat(((Struct) records.get(0).value()).get("time")).isEqualTo(start / 1000);
    }

    @Test
    void theFirstRecordIsMovedToTheFirstStartHoweverOftenTheTaskStartsAgain() throws IOException {
        String rows =
                IntStream.range(0, 50).mapToObj(i -> i * 10 + ",x\n").collect(Collectors.joining("", "time,v\n", ""));
        Map<String, String> config = config(rows, "replay.rebase", "now", "replay.speed", "10", "batch.records", "3");
        List<Long> timestamps = new ArrayList<>();
        Random cuts = new Random(11);
        while (timestamps.size() < 50) {
            rig.start(config);
            rig.take(Math.min(1 + cuts.nextInt(7), 50 - timestamps.size()))
                    .forEach(record -> timestamps.add(record.timestamp()));
            rig.pass(cuts.nextInt(3_000));
        }
        // The column has whole seconds, so the start is rounded down to one.
        long start = Rig.BEGIN.getEpochSecond() * 1000;
        assertThat(timestamps)
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(i -> start + i * 10_000L)
                        .toList());
    }

    @Test
    void aMovedReplayIsRecomputedFromItsLastOffset() throws IOException {
        Map<String, String> config = config(HOURS, "replay.rebase", "now", "replay.loop", "forever", "rate", "10");
        List<SourceRecord> emitted = new ArrayList<>(rig.start(config).take(40));
        rig.pass(5_000);
        emitted.addAll(rig.start(config).take(40));
        try (Stream<SourceRecord> records = RecordSeries.of(config)
                .records(Recorded.PARTITION, rig.committed(Recorded.PARTITION), 0, emitted.size())) {
            assertThat(records.map(Recorded::shown).toList())
                    .isEqualTo(emitted.stream().map(Recorded::shown).toList());
        }
        assertThat(Arrays.asList(rig.committed(Recorded.PARTITION)
                        .get("schedule")
                        .toString()
                        .split(",")))
                .as("the first segment, which is the origin, and the last")
                .hasSize(2);
    }
}
