package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.DEVICES;
import static io.nrtstreams.connect.s3.Records.log;
import static io.nrtstreams.connect.s3.Records.properties;
import static io.nrtstreams.connect.s3.Records.reading;
import static io.nrtstreams.connect.s3.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** When files are closed: each by itself, by what it holds, by the clock, or as there are too many. */
class RotationTest {
    private final MemoryStore store = new MemoryStore();
    private final FakeClock clock = new FakeClock();

    private FakeConnect connect(Map<TopicPartition, List<SinkRecord>> log, String... more) {
        List<String> options = new ArrayList<>(List.of("rotate.records", "1000"));
        options.addAll(List.of(more));
        return new FakeConnect(log, new HashMap<>(), store, clock).start(properties(options.toArray(String[]::new)));
    }

    private static Map<TopicPartition, List<SinkRecord>> at(SinkRecord... records) {
        return new HashMap<>(Map.of(DEVICES, List.of(records)));
    }

    private static SinkRecord timed(long offset, String time) {
        Map<String, Object> value = reading(offset, "a");
        value.put("at", time);
        return record(offset, value);
    }

    private void pass(FakeConnect connect, Duration time) {
        clock.advance(time);
        connect.drain(100);
    }

    @Test
    void aFileThatGetsNoRecordIsClosedWhileItsNeighbourGoesOn() {
        Map<TopicPartition, List<SinkRecord>> log = log(2, "a", "b");
        FakeConnect connect = connect(log, "rotate.idle", "30s");
        connect.drain(10);

        List<SinkRecord> more = new ArrayList<>(log.get(DEVICES));
        for (int second = 20; second <= 60; second += 20) {
            more.add(record(more.size(), reading(more.size(), "b")));
            log.put(DEVICES, List.copyOf(more));
            pass(connect, Duration.ofSeconds(20));
        }

        assertThat(store.keys()).containsExactly("lake/devices/site=a/devices+0+00000000000000000000.json");
        pass(connect, Duration.ofSeconds(30));
        assertThat(store.lines()).hasSize(5);
    }

    @Test
    void theTaskWakesWhenAFileIsDueByWhateverClock() {
        FakeConnect connect = connect(log(1, "a"), "rotate.idle", "30s", "rotate.age", "5m");
        connect.drain(10);

        assertThat(connect.context.timeouts).last().isEqualTo(30_000L);
    }

    @Test
    void aScheduleClosesWhatIsOpenAtItsBorders() {
        clock.advance(Duration.ofMinutes(55)); // 10:55
        FakeConnect connect = connect(log(1, "a"), "rotate.schedule", "1h", "rotate.age", "3h");
        connect.drain(10);

        pass(connect, Duration.ofSeconds(299));
        assertThat(store.keys()).isEmpty();
        pass(connect, Duration.ofSeconds(1));
        assertThat(store.keys()).hasSize(1);
    }

    @Test
    void recordTimeClosesAFileAndALateRecordDoesNot() {
        FakeConnect connect = connect(
                at(
                        timed(0, "2026-11-22T10:00:00Z"),
                        timed(1, "2026-11-22T10:59:59Z"),
                        timed(2, "2026-11-22T03:00:00Z"),
                        timed(3, "2026-11-22T11:00:00Z"),
                        timed(4, "2026-11-22T11:30:00Z")),
                "timestamp.source",
                "field:at",
                "rotate.record.time",
                "1h");

        connect.drain(10);

        assertThat(store.keys()).containsExactly("lake/devices/site=a/devices+0+00000000000000000000.json");
        assertThat(store.lines()).hasSize(3);
        connect.stop();
        assertThat(store.keys()).last().asString().endsWith("+00000000000000000003.json");
    }

    @Test
    void recordsWithoutATimeStayInTheFileTheyMeet() {
        FakeConnect connect = connect(
                at(record(0, reading(0, "a")), timed(1, "2026-11-22T10:00:00Z"), timed(2, "2027-11-22T10:00:00Z")),
                "timestamp.source",
                "field:at",
                "rotate.record.time",
                "1h");

        connect.drain(10);

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void whereThereAreTooManyOpenFilesThoseThatWaitedLongestAreClosed() {
        FakeConnect connect = connect(log(3, "a", "b", "c"), "open.files", "2");

        connect.poll(1);
        clock.advance(Duration.ofSeconds(1));
        connect.poll(1);
        clock.advance(Duration.ofSeconds(1));
        connect.drain(1);

        assertThat(store.keys()).containsExactly("lake/devices/site=a/devices+0+00000000000000000000.json");
    }

    @Test
    void aTimeOfDayThatJumpsChangesNoAge() {
        FakeConnect connect = connect(log(1, "a"), "rotate.age", "5m");
        connect.drain(10);

        clock.jump(Duration.ofDays(-3));
        pass(connect, Duration.ofSeconds(299));
        clock.jump(Duration.ofDays(30));
        pass(connect, Duration.ZERO);
        assertThat(store.keys()).isEmpty();

        pass(connect, Duration.ofSeconds(1));
        assertThat(store.keys()).hasSize(1);
    }

    @Test
    void everyClockAtOnceStillStoresEachRecordOnce() {
        String[] sites = Stream.of("a", "b", "c", "a", "a").toArray(String[]::new);
        FakeConnect connect = connect(
                log(500, sites),
                "rotate.records",
                "40",
                "rotate.age",
                "20s",
                "rotate.idle",
                "5s",
                "rotate.schedule",
                "1m",
                "rotate.record.time",
                "30s");

        for (int poll = 0; poll < 60; poll++) {
            connect.poll(9);
            clock.advance(Duration.ofSeconds(poll % 7));
        }
        connect.stop();

        assertThat(store.lines()).hasSize(500).doesNotHaveDuplicates();
    }
}
