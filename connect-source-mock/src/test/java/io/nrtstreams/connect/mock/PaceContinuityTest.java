package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** Event times over long runs, halts and changes of the configuration. */
class PaceContinuityTest {
    private static final String EVENING = "1,1,1,1,1,2,4,6,5,4,4,4,5,4,4,4,5,6,8,9,9,6,3,2";
    private static final List<String> PACES = List.of(
            "rate=40",
            "rate=700;rate.jitter=0.8",
            "rate=50;rate.burst.records=10;rate.burst.gap=2ms",
            "rate=90;rate.daily.curve=" + EVENING,
            "rate=30;rate.jitter=1;rate.burst.records=4;rate.daily.curve=" + EVENING,
            "step=7s;rate=60",
            "step=600s;speed=max",
            "rate=max",
            "rate=200;speed=30");

    private final Rig rig = new Rig();

    @Test
    void aStepIsExactWhateverTheNumberOfDevices() {
        Map<String, String> config = config(
                "iot",
                "devices",
                "7",
                "start.time",
                "2022-11-01T00:00:00Z",
                "step",
                "600s",
                "speed",
                "max",
                "record.limit",
                "70000");
        List<SourceRecord> records = rig.start(config).take(70_000);
        long first = Instant.parse("2022-11-01T00:00:00Z").toEpochMilli();
        for (int round = 0; round < 10_000; round++) {
            assertThat(records.get(round * 7).timestamp()).isEqualTo(first + round * 600_000L);
        }
    }

    @Test
    void afterALongHaltTheSeriesGoesOnAtOnceHoweverManyDevicesThereAre() {
        Map<String, String> config = config("iot", "devices", "1000", "rate", "1");
        rig.start(config).take(700);
        rig.pass(86_400);
        Instant before = rig.instant();
        List<SourceRecord> records = rig.start(config).take(40);

        assertThat(Duration.between(before, rig.instant()).toSeconds()).isEqualTo(39);
        for (int i = 0; i < records.size(); i++) {
            assertThat(records.get(i).timestamp()).isEqualTo(before.toEpochMilli() + i * 1000L);
        }
    }

    /** As after tasks that failed and came back one by one. */
    @Test
    void afterALongHaltShardsThatAreFarApartDoNotWaitForEachOther() {
        Map<String, String> config = config("iot", "devices", "1000", "shards", "4", "rate", "1");
        long[] positions = {100, 99, 240, 3};
        for (int shard = 0; shard < 4; shard++) {
            rig.putOffset(
                    Map.of("series", "iot/iot_data/" + shard),
                    Map.of("position", positions[shard], "schedule", "4|0@166998000" + shard + "000000000+1000000000"));
        }
        Instant before = rig.instant();
        List<SourceRecord> records = rig.start(config).take(8);

        assertThat(Duration.between(before, rig.instant()).toSeconds()).isEqualTo(7);
        assertThat(records.stream().map(SourceRecord::sourcePartition).distinct())
                .hasSize(4);
    }

    @Test
    void anotherCurveTakesEffectWhereTheSeriesIs() {
        Map<String, String> config = config("energy", "rate", "10");
        rig.start(config).take(50);
        config.put("rate.daily.curve", EVENING);
        Instant before = rig.instant();
        List<SourceRecord> after = rig.start(config).take(5);

        assertThat(Duration.between(before, rig.instant())).isLessThan(Duration.ofSeconds(5));
        assertThat(after.get(0).timestamp() - before.toEpochMilli()).isBetween(-1000L, 5000L);
    }

    /** Halts, stoppages, other paces, other tasks: all of it is in the last offset, and no device goes back in time. */
    @Test
    void whateverWasChangedEveryRecordIsRecomputedFromTheLastOffsetAlone() {
        Random chance = new Random(11);
        List<SourceRecord> emitted = new ArrayList<>();
        Map<String, String> config = config("energy", "seed", "-7");
        for (int run = 0; run < 60; run++) {
            config = config("energy", "seed", "-7");
            for (String key : PACES.get(chance.nextInt(PACES.size())).split(";")) {
                config.put(key.split("=")[0], key.split("=")[1]);
            }
            config.put("batch.records", "100");
            rig.start(config, 1 + chance.nextInt(3));
            for (int polls = 0; polls < 1 + chance.nextInt(10); polls++) {
                emitted.addAll(rig.poll());
            }
            rig.pass(chance.nextInt(4) * 20L);
        }

        RecordSeries series = RecordSeries.of(config);
        for (Map<String, ?> partition : series.sourcePartitions()) {
            List<SourceRecord> expected = emitted.stream()
                    .filter(record -> record.sourcePartition().equals(partition))
                    .toList();
            assertThat(expected).hasSizeGreaterThan(500);
            Map<String, Object> offset = rig.committed(partition);
            try (Stream<SourceRecord> records = series.records(partition, offset, 0, expected.size())) {
                assertThat(records.map(PaceContinuityTest::text))
                        .isEqualTo(
                                expected.stream().map(PaceContinuityTest::text).toList());
            }
        }
    }

    @Test
    void aClockOfItsOwnNeverGoesBackWhateverIsChanged() {
        Random chance = new Random(12);
        long last = 0;
        for (int run = 0; run < 60; run++) {
            Map<String, String> config = config("energy", "shards", "1", "start.time", "2022-11-01T00:00:00Z");
            for (String key : PACES.get(chance.nextInt(PACES.size())).split(";")) {
                config.put(key.split("=")[0], key.split("=")[1]);
            }
            config.putIfAbsent(
                    "speed", config.containsKey("step") || config.get("rate").equals("max") ? "max" : "5");
            if (config.containsKey("step")) {
                config.remove("rate");
            }
            rig.start(config);
            for (int polls = 0; polls < 3; polls++) {
                for (SourceRecord record : rig.poll()) {
                    assertThat(record.timestamp()).isGreaterThanOrEqualTo(last);
                    last = record.timestamp();
                }
            }
        }
    }

    @Test
    void whatWasEmittedIsRecomputedEvenIfItWouldBeBeyondTheLimitNow() {
        Map<String, String> config = config("energy", "shards", "1", "rate", "100");
        List<SourceRecord> emitted = rig.start(config).take(100);
        config.put("record.limit", "10");
        config.put("end.time", "2022-11-01T00:00:00Z");
        RecordSeries series = RecordSeries.of(config);
        Map<String, ?> partition = series.sourcePartitions().get(0);
        assertThat(series.records(partition, rig.committed(partition), 0, 100).map(PaceContinuityTest::text))
                .isEqualTo(emitted.stream()
                        .map(PaceContinuityTest::text)
                        .limit(100)
                        .toList());
    }

    @Test
    void timesEndBeforeTheyOverflow() {
        Map<String, String> config =
                config("energy", "start.time", "2022-11-01T00:00:00Z", "step", "365d", "speed", "max");
        List<SourceRecord> records = rig.start(config).take(232);

        assertThat(records).allSatisfy(record -> assertThat(record.timestamp()).isBetween(0L, 4_102_444_799_999L));
        assertThat(records.get(records.size() - 1).sourceOffset().get("complete"))
                .isEqualTo(true);
        assertThat(rig.poll()).isEmpty();
    }

    @Test
    void aSlowClockDoesNotComeRoundToWhereItWas() {
        rig.start(config("energy", "step", "3650d", "speed", "0.001", "start.time", "1970-01-01T00:00:00Z"))
                .take(1);
        for (int polls = 0; polls < 100; polls++) {
            assertThat(rig.poll()).isEmpty();
        }
    }

    @Test
    void recordsOfOneInstantComeInTheOrderOfTheirDevices() {
        Map<String, String> config = config(
                "energy",
                "profile",
                "realistic",
                "devices",
                "40",
                "start.time",
                "2022-11-01T00:00:00Z",
                "step",
                "600s",
                "rate.burst.records",
                "40",
                "rate.burst.gap",
                "0ms",
                "speed",
                "max");
        List<SourceRecord> records = rig.start(config).take(4000);
        List<Object> round =
                records.subList(0, 40).stream().map(SourceRecord::key).toList();
        assertThat(round).doesNotHaveDuplicates();
        long first = Instant.parse("2022-11-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 4000; i++) {
            assertThat(records.get(i).key()).isEqualTo(round.get(i % 40));
            assertThat(records.get(i).timestamp()).isEqualTo(first + i / 40 * 600_000L);
        }
    }

    /** A day of 24 seconds. */
    @Test
    void theHoursOfACurveComeByTheClockAsTheirTimesDo() {
        Map<String, String> config = config(
                "energy",
                "start.time",
                "2022-11-01T00:00:00Z",
                "end.time",
                "2022-11-02T00:00:00Z",
                "rate",
                "1000",
                "speed",
                "3600",
                "rate.daily.curve",
                EVENING);
        Instant begin = rig.start(config).instant();
        int[] ofSecond = new int[25];
        for (int polls = 0; polls < 5000; polls++) {
            for (SourceRecord record : rig.poll()) {
                ofSecond[(int) Duration.between(begin, rig.instant()).toSeconds()]++;
                assertThat(record.timestamp()).isLessThan(1_667_347_200_000L);
            }
        }
        int sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            int weight = Integer.parseInt(EVENING.split(",")[hour]);
            assertThat(ofSecond[hour]).isCloseTo(24_000 * weight / 99, within(40));
            sum += ofSecond[hour];
        }
        assertThat(sum + ofSecond[24]).isEqualTo(24_000);
    }

    @Test
    void liveTimesEndAtTheirEnd() {
        Map<String, String> config = config("energy", "rate", "10", "end.time", "2022-12-03T01:30:00Z");
        List<SourceRecord> records = rig.start(config, 3).take(59);

        assertThat(records)
                .allSatisfy(record -> assertThat(record.timestamp())
                        .isLessThan(Instant.parse("2022-12-03T01:30:00Z").toEpochMilli()));
        assertThat(rig.poll()).isEmpty();
        config.put("end.time", "2022-12-03T01:30:01Z");
        assertThat(rig.start(config, 2).take(10)).hasSize(10);
        assertThat(rig.poll()).isEmpty();
    }

    private static String text(SourceRecord record) {
        return record.timestamp() + " " + record.key() + " " + record.value() + " "
                + record.sourceOffset().get("position");
    }
}
