package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.BEGIN;
import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockSourceTaskTest {
    private static final Map<String, String> ENERGY = Map.of("series", "energy/energy_consumption/0");
    private final Rig rig = new Rig();

    @ParameterizedTest
    @CsvSource({"tiktok,tiktok_category", "energy,energy_consumption", "weather,weather"})
    void aRecordGoesToTheTopicOfItsFeedWithTextKeyAndValue(String feed, String topic) {
        SourceRecord record = rig.start(config(feed, "shards", "1")).take(1).get(0);

        assertThat(record.topic()).isEqualTo(topic);
        assertThat(record.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(record.valueSchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(record.value()).isInstanceOf(String.class);
        assertThat(record.kafkaPartition()).isNull();
        assertThat(record.headers()).isEmpty();
        assertThat(record.timestamp()).isEqualTo(BEGIN.toEpochMilli());
        assertThat(record.sourcePartition()).isEqualTo(Map.of("series", feed + "/" + topic + "/0"));
        assertThat(record.sourceOffset())
                .isEqualTo(Map.of(
                        "position",
                        1L,
                        "schedule",
                        "1|0@1670030994123456000+"
                                + Map.of("tiktok", "3000000000", "energy", "454545455", "weather", "75000000000")
                                        .get(feed)));
    }

    @Test
    void headersSayWhatIsAskedForAndTheDirt() {
        List<SourceRecord> records = rig.start(config(
                        "energy",
                        "shards",
                        "1",
                        "rate",
                        "100",
                        "headers",
                        "feed, position,shard, site=Pune",
                        "dirt.late",
                        "1"))
                .take(2);
        assertThat(records.get(1).headers().toString())
                .isEqualTo(new ConnectHeaders()
                        .addString("nrt.feed", "energy")
                        .addString("site", "Pune")
                        .addInt("nrt.shard", 0)
                        .addLong("nrt.position", 1)
                        .addString("nrt.dirt", "late")
                        .toString());
    }

    @Test
    void tiktokComesEveryThreeSeconds() {
        assertThat(seconds(rig.start(config("tiktok")).take(4))).containsExactly(0.0, 3.0, 6.0, 9.0);
    }

    @Test
    void weatherComesInRoundsOfFourCitiesEveryFiveMinutes() {
        assertThat(seconds(rig.start(config("weather")).take(6))).containsExactly(0.0, 1.0, 2.0, 3.0, 300.0, 301.0);
    }

    @Test
    void aRecordIsEmittedOnceItsTimeHasComeAndNotBefore() {
        rig.start(config("tiktok"));
        for (int i = 0; i < 50; i++) {
            rig.poll()
                    .forEach(record -> assertThat(rig.instant().toEpochMilli())
                            .isBetween(record.timestamp(), record.timestamp() + 1));
        }
    }

    @Test
    void aPollWaitsBrieflyAndNeverSpins() {
        rig.start(config("weather")).take(5);
        assertThat(rig.waits).isBetween(600L, 620L);
        assertThat(Duration.ofNanos(rig.waitedNanos)).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(301));
    }

    @Test
    void whatIsDueComesInBatchesAndAWaitGathersMoreThanOneRecord() {
        rig.start(config("energy", "rate", "10000"));
        rig.poll();
        assertThat(rig.poll()).hasSizeBetween(40, 60);
        rig.pass(1);
        assertThat(rig.poll()).hasSize(2000);
        assertThat(rig.poll()).hasSize(2000);
        rig.start(config("energy", "rate", "10000", "batch.records", "7")).pass(1);
        assertThat(rig.poll()).hasSize(7);
    }

    @Test
    void theLimitCountsOverAllShardsAndTheTasksIdleAfterIt() {
        rig.start(config("energy", "rate", "1000", "record.limit", "100", "shards", "3"), 2);
        List<SourceRecord> records = rig.take(100);
        rig.pass(3600);

        for (int i = 0; i < 10; i++) {
            assertThat(rig.poll()).isEmpty();
        }
        assertThat(records).hasSize(100);
        rig.start(config("energy", "rate", "1000", "record.limit", "100", "shards", "3"), 3)
                .pass(3600);
        assertThat(rig.poll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiktok", "energy", "weather"})
    void aRestartAtAnyPlaceGoesOnWithTheIdenticalSeries(String feed) {
        Map<String, String> config = config(
                feed,
                "seed",
                "42",
                "rate",
                "50",
                "dirt.malformed",
                "0.05",
                "dirt.null.token",
                "0.05",
                "batch.records",
                "17");
        List<String> straight = texts(rig.start(config).take(1000)).subList(0, 1000);
        Random cuts = new Random(3);
        for (int round = 0; round < 20; round++) {
            Rig other = new Rig();
            List<SourceRecord> records = new ArrayList<>();
            while (records.size() < 1000) {
                records.addAll(other.start(config).take(1 + cuts.nextInt(200)));
            }
            assertThat(texts(records).subList(0, 1000)).isEqualTo(straight);
        }
    }

    @Test
    void aShortHaltIsCaughtUpOnAtOnce() {
        rig.start(config("tiktok")).take(2);
        rig.pass(29);
        assertThat(seconds(rig.start(config("tiktok")).poll()))
                .containsExactly(6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0, 27.0, 30.0);
    }

    @Test
    void aLongHaltIsNotFloodedButGoesOnNowAndThePastStaysKnown() {
        rig.start(config("energy", "shards", "1", "rate", "1")).take(10);
        rig.pass(86_400);
        List<SourceRecord> after =
                rig.start(config("energy", "shards", "1", "rate", "1")).take(2);

        assertThat(seconds(after)).containsExactly(86_409.0, 86_410.0);
        assertThat(rig.committed(ENERGY))
                .containsEntry("position", 12L)
                .containsEntry("schedule", "1|0@1670030994123456000+1000000000,10@1670117403123456000+1000000000");
    }

    @Test
    void aPausedTaskGoesOnNowAsWell() {
        rig.start(config("energy", "shards", "1", "rate", "1")).take(10);
        rig.pass(86_400);
        assertThat(seconds(rig.take(2))).containsExactly(86_409.0, 86_410.0);
    }

    @Test
    void howLateIsTooLateCanBeSaid() {
        rig.start(config("energy", "shards", "1", "rate", "1", "schedule.max.behind", "1h"))
                .take(10);
        rig.pass(3000);
        assertThat(rig.poll()).hasSize(2000);
    }

    @Test
    void howLateMayBeForEver() {
        rig.start(config("energy", "shards", "1", "rate", "1", "schedule.max.behind", "36500d"))
                .take(1);
        rig.pass(86_400);
        assertThat(rig.poll().get(0).sourceOffset().get("schedule")).isEqualTo("1|0@1670030994123456000+1000000000");
    }

    @Test
    void anotherRateBeginsASegmentWhereTheSeriesIs() {
        rig.start(config("energy", "shards", "1", "rate", "1")).take(10);
        List<SourceRecord> faster =
                rig.start(config("energy", "shards", "1", "rate", "4")).take(3);

        assertThat(seconds(faster)).containsExactly(9.0, 9.25, 9.5);
        assertThat(faster.get(0).sourceOffset().get("schedule"))
                .isEqualTo("1|0@1670030994123456000+1000000000,10@1670031003123456000+250000000");
    }

    @Test
    void aTimetableEmitsItsPastAtOnceAndNeverMoves() {
        Map<String, String> config =
                config("energy", "rate", "0.1", "start.time", "2022-12-03T00:00:00Z", "batch.records", "100");
        assertThat(rig.start(config).poll()).hasSize(100);
        rig.pass(86_400);
        List<SourceRecord> after = rig.start(config).take(1000);
        long first = Instant.parse("2022-12-03T00:00:00Z").toEpochMilli();
        assertThat(after)
                .extracting(SourceRecord::timestamp)
                .containsExactlyElementsOf(LongStream.range(100, 1100)
                        .mapToObj(position -> first + position * 10_000)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"energy,2,1", "energy,3,2", "weather,3,3"})
    void theSameRecordsComeWhateverTheShardsAndTasks(String feed, String shards, int tasks) {
        String[] limit = {"rate", "50", "record.limit", "200", "start.time", "2022-12-03T01:00:00Z"};
        List<String> whole = texts(rig.start(config(feed, limit)).take(200));

        Map<String, String> parted = config(feed, limit);
        parted.put("shards", shards);
        assertThat(texts(new Rig().start(parted, tasks).take(200))).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void aShardMovesToAnotherTaskWithoutRepeatingOrSkipping() {
        Map<String, String> config = config("tiktok", "rate", "100", "shards", "5", "record.limit", "3000");
        List<SourceRecord> records = new ArrayList<>();
        for (int tasks : new int[] {1, 3, 5, 2}) {
            records.addAll(rig.start(config, tasks).take(500));
        }
        rig.start(config, 4);
        records.addAll(rig.take(3000 - records.size()));

        assertThat(records)
                .hasSize(3000)
                .extracting(record -> record.sourcePartition().toString()
                        + record.sourceOffset().get("position"))
                .doesNotHaveDuplicates();
    }

    @Test
    void dirtIsLabelledAndLeavesTheOthersAsTheyWere() {
        List<SourceRecord> clean = rig.start(config("weather", "rate", "50")).take(2000);
        List<SourceRecord> dirty = new Rig()
                .start(config(
                        "weather",
                        "rate",
                        "50",
                        "dirt.malformed",
                        "0.1",
                        "dirt.null.token",
                        "0.1",
                        "dirt.missing.field",
                        "0.1",
                        "dirt.error.body",
                        "0.1"))
                .take(2000);
        int labelled = 0;
        for (int i = 0; i < 2000; i++) {
            boolean same = dirty.get(i).value().equals(clean.get(i).value());
            Header label = dirty.get(i).headers().lastWithName("nrt.dirt");
            assertThat(label == null).isEqualTo(same);
            labelled += same ? 0 : 1;
            if (label != null) {
                assertThat(label.value()).isIn("malformed", "null.token", "missing.field", "error.body");
            }
        }
        assertThat(labelled).isBetween(700, 900);
    }

    @Test
    void anotherNumberOfShardsIsRefusedForItWouldRepeatAndSkip() {
        rig.start(config("energy", "shards", "3")).take(5);
        assertThatThrownBy(() -> rig.start(config("energy", "shards", "2")))
                .hasMessageContaining("shards: the records of")
                .hasMessageContaining("were emitted with shards=3")
                .hasMessageContaining("put it back, or reset the connector's offsets");
    }

    @Test
    void anOffsetThatIsNoneStopsTheTaskWithItsKey() {
        rig.putOffset(ENERGY, Map.of("position", 5L, "schedule", "yesterday"));
        assertThatThrownBy(() -> rig.start(config("energy")))
                .hasMessageContaining("the source offset's schedule:")
                .hasMessageContaining("leave it out to begin a new schedule");
    }

    @Test
    void anOffsetWithoutAScheduleBeginsOneAtItsPosition() {
        rig.putOffset(ENERGY, Map.of("position", 5));
        assertThat(rig.start(config("energy", "shards", "1", "rate", "1"))
                        .take(1)
                        .get(0)
                        .sourceOffset())
                .isEqualTo(Map.of("position", 6L, "schedule", "1|5@1670030994123456000+1000000000"));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aStopEndsAWaitingPoll() throws InterruptedException {
        Pause pause = Pause.real();
        Thread waiting = new Thread(() -> {
            try {
                pause.upTo(TimeUnit.HOURS.toNanos(1));
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts this thread", e);
            }
        });
        waiting.start();
        pause.end();
        waiting.join();
        pause.upTo(TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void aTaskThatIsStoppedHasNoRecordsAndStopsTwice() throws InterruptedException {
        MockSourceTask task = new MockSourceTask();
        task.stop();
        task.stop();
        assertThat(task.poll()).isNull();
        assertThat(task.version()).isEqualTo("0.1.0");
    }

    private static List<Double> seconds(List<SourceRecord> records) {
        return records.stream()
                .map(record -> (record.timestamp() - BEGIN.toEpochMilli()) / 1000.0)
                .toList();
    }

    private static List<String> texts(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record.key() + "|" + record.value() + "|" + record.timestamp() + "|" + record.headers())
                .toList();
    }
}
