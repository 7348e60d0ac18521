package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.BEGIN;
import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Event times and the clock: what the keys of time do together. */
class PaceTest {
    private static final Instant NOVEMBER = Instant.parse("2022-11-01T00:00:00Z");

    private final Rig rig = new Rig();

    /** Of a feed with three devices: seconds of event time and of waiting between two records. */
    @ParameterizedTest
    @CsvSource({
        "rate=2, 0.5, 0.5",
        "rate.per.device=2, 0.166666, 0.166666",
        "step=6s, 2, 2",
        "rate=2;speed=10, 5, 0.5",
        "step=6s;speed=10, 2, 0.2",
        "step=10m;rate=4, 200, 0.25",
        "step=10m;speed=max, 200, 0",
        "step=10m;rate.per.device=4, 200, 0.083333",
        "rate.per.device=2;speed=10, 1.666666, 0.166666",
        "step=7s, 2.333333, 2.333333",
        "rate=max, 0.454545, 0",
        "rate=max;step=10m, 200, 0",
        "rate=max;speed=max, 0.454545, 0",
        "speed=10, 0.454545, 0.045454",
        "speed=max, 0.454545, 0"
    })
    void eventTimeAndTheWallClockGoAsTheKeysSay(String keys, double eventSeconds, double wallSeconds) {
        Map<String, String> config = config("energy", "start.time", "2022-12-03T01:29:54.123456Z");
        for (String key : keys.split(";")) {
            config.put(key.split("=")[0], key.split("=")[1]);
        }
        rig.start(config);
        List<SourceRecord> records = new ArrayList<>();
        Instant first = rig.instant();
        while (records.size() < 301) {
            records.addAll(rig.poll());
        }
        double events = (records.get(300).timestamp() - records.get(0).timestamp()) / 1000.0;
        double waited = Duration.between(first, rig.instant()).toNanos() / 1e9;
        assertThat(events / 300).isCloseTo(eventSeconds, org.assertj.core.data.Offset.offset(0.0001));
        // A last wait may be for records beyond these.
        assertThat(waited).isBetween(300 * wallSeconds - 0.51, 300 * wallSeconds + 0.51);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate=1;rate.per.device=1|rate.per.device: rate is set already; remove one of the two",
                "rate=max;rate.per.device=1|rate.per.device: rate is set already; remove one of the two",
                "rate=max;speed=2|speed: with rate=max records come as fast as possible, at no speed",
                "rate.per.device=1;speed=max|speed: as fast as possible is no rate",
                "rate.per.device=1;step=1s;speed=2|speed: step and rate say already how fast event time goes",
                "rate.per.device=50000000|rate.per.device: over all 3 devices expected at most 100000000 records",
                "rate=0.000001;speed=1000000000|speed: two records would be less than 1 ns or more than 3650 days",
                "rate=100000000;speed=0.001|speed: two records would be less than 1 ns or more than 3650 days",
                "step=3651d|step: two records would be less than 1 ns or more than 3650 days",
                "rate=0.001;rate.burst.records=1000000|rate.burst.records: the bursts would be more than 3650 days apart",
                "start.time=2022-11-01T00:00:00Z;step=10d;record.limit=10000|record.limit: the last of them would be after 2100-01-01",
                "rate=fast|rate: expected a number of records per second from 0.000001 to 100000000, or max",
                "end.time=2100-01-01T00:00:00Z|end.time: expected an instant from 1970 to 2100",
                "rate=1;step=1s;speed=2|speed: step and rate say already how fast event time goes",
                "rate=1;speed=max|speed: as fast as possible is no rate",
                "start.time=2022-11-02T00:00:00Z;end.time=2022-11-01T00:00:00Z|end.time: expected an instant after start.time",
                "end.time=now|end.time: expected an instant from 1970 to 2100",
                "rate=-1|rate: expected a number of records per second from",
                "rate.per.device=0|rate.per.device: expected a number of records per second from",
                "step=0ms|step: expected a duration of at least",
                "speed=0|speed: expected max, or",
                "rate.jitter=1.5|rate.jitter",
                "rate.burst.records=0|rate.burst.records: expected a whole number from 1",
                "rate.burst.gap=5ms|rate.burst.gap: there are no bursts; set rate.burst.records",
                "rate.daily.curve=1,2,3|rate.daily.curve: expected 24 weights",
                "rate.daily.curve=a|rate.daily.curve: expected 24 weights"
            })
    void whatContradictsItselfIsRefused(String keys, String expected) {
        Map<String, String> config = config("energy");
        for (String key : keys.split(";")) {
            config.put(key.split("=")[0], key.split("=")[1]);
        }
        List<String> errors = new ArrayList<>();
        for (ConfigValue value : new MockSourceConnector().validate(config).configValues()) {
            errors.addAll(value.errorMessages());
        }
        assertThat(errors).singleElement().asString().contains(expected);
    }

    @Test
    void aBackfillIsTheWindowAndNothingElse() {
        Map<String, String> config = config(
                "energy",
                "start.time",
                "2022-11-01T00:00:00Z",
                "end.time",
                "2022-12-01T00:00:00Z",
                "step",
                "600s",
                "speed",
                "max");
        List<SourceRecord> records = rig.start(config, 2).take(3 * 4320);

        assertThat(rig.poll()).isEmpty();
        assertThat(records).hasSize(3 * 4320);
        assertThat(records.get(0).timestamp()).isEqualTo(NOVEMBER.toEpochMilli());
        assertThat(records)
                .allSatisfy(record -> assertThat(record.timestamp())
                        .isBetween(
                                NOVEMBER.toEpochMilli(),
                                Instant.parse("2022-12-01T00:00:00Z").toEpochMilli() - 1));
        Set<String> each = new HashSet<>();
        records.forEach(record -> each.add(record.key() + "@" + record.timestamp()));
        assertThat(each).hasSize(3 * 4320);
        assertThat(rig.waitedNanos).isLessThan(Duration.ofSeconds(10).toNanos());
    }

    @Test
    void aBatchIsInTheOrderOfEventTimesWhateverTheShardsAre() {
        List<SourceRecord> records = rig.start(config("energy", "shards", "3", "rate", "1000", "rate.jitter", "0.9"))
                .take(3000);
        for (int i = 1; i < records.size(); i++) {
            assertThat(records.get(i).timestamp())
                    .isGreaterThanOrEqualTo(records.get(i - 1).timestamp());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10,1", "1000,1", "100000,1", "1000,3", "100000,2"})
    void aSetRateIsHeldOverAMinute(int rate, int tasksMax) {
        rig.start(config("energy", "rate", Integer.toString(rate), "output", "struct"), tasksMax);
        rig.poll();
        Instant begin = rig.instant();
        long count = 0;
        while (rig.instant().isBefore(begin.plusSeconds(60))) {
            count += rig.poll().size();
        }
        double seconds = Duration.between(begin, rig.instant()).toNanos() / 1e9;
        assertThat(count).isBetween((long) (rate * seconds * 0.99) - 1, (long) (rate * seconds * 1.01) + 1);
        rig.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate=50",
                "rate=50;rate.jitter=0.8",
                "rate=50;rate.burst.records=10;rate.burst.gap=2ms",
                "rate=50;rate.daily.curve=1,1,1,1,1,2,4,6,5,4,4,4,5,4,4,4,5,6,8,9,9,6,3,2",
                "start.time=2022-11-01T00:00:00Z;step=10s;speed=100",
                "start.time=2022-11-01T00:00:00Z;step=10s;rate=40",
                "start.time=2022-11-01T00:00:00Z;step=10s;speed=max;record.limit=700",
                "rate=50;dirt.duplicate=0.2;dirt.late=0.1;dirt.out.of.order=0.1;dirt.tombstone=0.1"
            })
    void whateverTheClockEveryRecordIsRecomputedFromTheLastOffsetAlone(String keys) {
        Random chance = new Random(5);
        Map<String, String> config = config("energy");
        for (String key : keys.split(";")) {
            config.put(key.split("=", 2)[0], key.split("=", 2)[1]);
        }
        List<SourceRecord> emitted = new ArrayList<>();
        for (int run = 0; run < 12; run++) {
            rig.start(config, 1 + chance.nextInt(4));
            for (int polls = 0; polls < 1 + chance.nextInt(20); polls++) {
                emitted.addAll(rig.poll());
            }
            rig.pass(chance.nextInt(4) * 15L);
        }
        RecordSeries series = RecordSeries.of(config);
        for (Map<String, ?> partition : series.sourcePartitions()) {
            List<String> expected = emitted.stream()
                    .filter(record -> record.sourcePartition().equals(partition))
                    .map(PaceTest::text)
                    .toList();
            assertThat(expected).isNotEmpty();
            try (Stream<SourceRecord> records =
                    series.records(partition, rig.committed(partition), 0, expected.size())) {
                assertThat(records.map(PaceTest::text)).isEqualTo(expected);
            }
        }
    }

    static IntStream upToTwenty() {
        return IntStream.rangeClosed(1, 20);
    }

    private static String text(SourceRecord record) {
        return record.timestamp() + " " + record.key() + " " + record.value() + " " + record.headers();
    }

    @ParameterizedTest
    @MethodSource("upToTwenty")
    void anyNumberOfTasksSharesTheDevicesWithoutAGapOrAnOverlap(int tasksMax) {
        Map<String, String> config =
                config("energy", "profile", "realistic", "devices", "40", "rate", "4000", "record.limit", "4000");
        rig.start(config, tasksMax);
        Set<String> seen = new HashSet<>();
        List<SourceRecord> records = rig.take(4000);
        records.forEach(record ->
                seen.add(record.sourcePartition() + "#" + record.sourceOffset().get("position")));
        assertThat(rig.poll()).isEmpty();
        assertThat(seen).hasSize(4000);
        assertThat(records.stream().map(SourceRecord::key).distinct()).hasSize(40);
        rig.stop();
    }

    @Test
    void aFiniteRunEndsIdleAndSaysSoInItsLastOffsetsAndMetrics() {
        Map<String, String> config = config("energy", "record.limit", "7", "rate", "100");
        List<SourceRecord> records = rig.start(config).take(7);

        assertThat(rig.poll()).isEmpty();
        assertThat(records.stream()
                        .filter(record ->
                                Boolean.TRUE.equals(record.sourceOffset().get("complete"))))
                .hasSize(3);
        assertThat(records.get(0).sourceOffset()).doesNotContainKey("complete");
        assertThat(rig.metric("complete", "[0, 1, 2]")).isEqualTo(1L);

        long waits = rig.waits;
        rig.start(config);
        assertThat(rig.poll()).isEmpty();
        assertThat(rig.waits).isEqualTo(waits + 1);

        config.put("record.limit", "10");
        assertThat(rig.start(config).take(3)).hasSize(3);
        rig.stop();
    }

    @Test
    void theMetricsSayHowFarATaskIsAndWhatItPlanted() {
        rig.start(config("energy", "rate", "1000", "dirt.null.token", "0.5", "shards", "1"));
        List<SourceRecord> records = rig.take(2000);
        long planted =
                records.stream().filter(record -> !record.headers().isEmpty()).count();

        assertThat(rig.metric("records-total", "[0]")).isEqualTo((long) records.size());
        assertThat(rig.metric("position", "[0]")).isEqualTo((long) records.size());
        assertThat(rig.metric("event-time-ms", "[0]"))
                .isEqualTo(records.get(records.size() - 1).timestamp());
        assertThat(rig.metric("dirt-total", "[0]", ",kind=null.token")).isEqualTo(planted);
        assertThat(rig.metric("complete", "[0]")).isEqualTo(0L);
        assertThat(rig.metric("tombstones-total", "[0]")).isEqualTo(0L);
        assertThat((Long) rig.metric("event-lag-ms", "[0]")).isBetween(0L, 10L);
        rig.pass(20);
        rig.poll();
        assertThat((Long) rig.metric("behind-ms", "[0]")).isBetween(17_000L, 19_000L);
        rig.stop();
    }

    @Test
    void whereTheConnectorDefinesTransactionsEachBatchIsOne() {
        Commits commits = new Commits();
        rig.transactions = commits;
        rig.start(config("energy", "rate", "1000"));
        int batches = 0;
        for (int polls = 0; polls < 50; polls++) {
            batches += rig.poll().isEmpty() ? 0 : 1;
        }
        assertThat(batches).isPositive();
        assertThat(commits.count).isEqualTo(batches);
    }

    private static final class Commits implements TransactionContext {
        int count;

        @Override
        public void commitTransaction() {
            count++;
        }

        @Override
        public void commitTransaction(SourceRecord record) {
            throw new AssertionError("a batch is not parted");
        }

        @Override
        public void abortTransaction() {
            throw new AssertionError("nothing is taken back");
        }

        @Override
        public void abortTransaction(SourceRecord record) {
            throw new AssertionError("nothing is taken back");
        }
    }

    @Test
    void aClockOfItsOwnGoesOnWhereItWasAfterAHalt() {
        Map<String, String> config = config("energy", "step", "3s", "speed", "10", "shards", "1");
        long last = rig.start(config).take(50).get(49).timestamp();
        rig.pass(86_400);
        assertThat(rig.start(config).take(1).get(0).timestamp()).isEqualTo(last + 1000);
        assertThat(rig.instant()).isAfter(BEGIN.plusSeconds(86_400));
    }

    @Test
    void aClockOfItsOwnThatFellBehindGoesOnAtItsPaceAndDoesNotFlood() {
        Map<String, String> config = config("energy", "step", "3s", "speed", "10", "shards", "1");
        rig.start(config).take(50);
        rig.pass(3600);
        assertThat(rig.poll()).hasSizeLessThan(60);
    }

    @Test
    void whatIsTrueBehindARecordIsThereForTheAsking() {
        RecordSeries series = RecordSeries.of(config("energy", "profile", "realistic", "shards", "1"));
        Map<String, ?> partition = series.sourcePartitions().get(0);
        try (Stream<Map<String, Object>> truths = series.truths(partition, NOVEMBER, 3, 6)) {
            assertThat(truths).hasSize(3).allSatisfy(truth -> assertThat(truth).containsKeys("temperature_c"));
        }
    }
}
