package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.DEVICES;
import static io.nrtstreams.connect.s3.Records.log;
import static io.nrtstreams.connect.s3.Records.properties;
import static io.nrtstreams.connect.s3.Records.reading;
import static io.nrtstreams.connect.s3.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.NewObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** The task against an S3 endpoint: what it stores, when, and what it asks of Connect. */
class SinkTaskTest {
    private final TestStore store = TestStore.empty();
    private final FakeClock clock = new FakeClock();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    private FakeConnect connect(Map<TopicPartition, List<SinkRecord>> log) {
        return new FakeConnect(log, committed, store.objects(), clock);
    }

    private static Map<TopicPartition, List<SinkRecord>> logOf(SinkRecord... records) {
        return new HashMap<>(Map.of(DEVICES, List.of(records)));
    }

    @Test
    void anObjectIsNamedByPathAndFirstOffsetAndSaysWhatItHolds() {
        FakeConnect connect = connect(log(10, "a", "b")).start(properties("rotate.records", "5"));

        connect.drain(10);

        assertThat(store.keys())
                .containsExactly(
                        "lake/devices/site=a/devices+0+00000000000000000000.json",
                        "lake/devices/site=b/devices+0+00000000000000000001.json");
        assertThat(store.link(store.keys().get(1))).satisfies(link -> {
            assertThat(link.topic()).isEqualTo("devices");
            assertThat(link.partition()).isZero();
            assertThat(link.firstOffset()).isEqualTo(1);
            assertThat(link.lastOffset()).isEqualTo(9);
            assertThat(link.recordCount()).isEqualTo(5);
            assertThat(link.firstTimestamp()).isEqualTo(Records.TEN_O_CLOCK + 1000);
            assertThat(link.writerId()).isNotBlank();
        });
    }

    @Test
    void aFullFileDoesNotCloseItsNeighbours() {
        FakeConnect connect = connect(log(12, "a", "a", "b")).start(properties("rotate.records", "8"));

        connect.drain(12);

        assertThat(store.keys()).containsExactly("lake/devices/site=a/devices+0+00000000000000000000.json");
    }

    @Test
    void aFileGrowsOldWithoutNewRecords() {
        FakeConnect connect = connect(log(1, "a")).start(properties("rotate.age", "5m"));
        connect.drain(10);
        assertThat(connect.context.timeouts)
                .last()
                .as("wakes when the file is due")
                .isEqualTo(300_000L);

        clock.advance(Duration.ofSeconds(299));
        connect.poll(10);
        assertThat(store.keys()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        connect.poll(10);
        assertThat(store.lines()).hasSize(1);
    }

    @Test
    void aFileIsClosedWhenItIsLargeEnough() {
        FakeConnect connect = connect(log(100, "a")).start(properties("rotate.bytes", "1KB", "rotate.records", "1000"));

        connect.drain(100);

        assertThat(store.objects().list("lake/devices/"))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.size()).isBetween(1024L, 1100L));
    }

    @Test
    void anOrderlyStopPublishesOpenFiles() {
        FakeConnect connect = connect(log(7, "a", "b")).start(properties());
        connect.drain(10);

        connect.stop();

        assertThat(store.lines()).hasSize(7);
    }

    @Test
    void aPartitionThatIsTakenAwayIsFlushedAndTheOthersGoOn() {
        TopicPartition other = new TopicPartition("devices", 1);
        Map<TopicPartition, List<SinkRecord>> log = log(3, "a");
        log.put(other, List.of(record(other, 0, reading(0, "a"))));
        FakeConnect connect = connect(log).start(properties());
        connect.drain(10);

        connect.task.close(List.of(other));

        assertThat(store.keys()).containsExactly("lake/devices/site=a/devices+1+00000000000000000000.json");
    }

    @Test
    void aStopDoesNotWaitLongerThanItMay() {
        FakeConnect connect =
                new FakeConnect(log(3, "a"), committed, store.objects(), clock, count -> FakeExecutor.never());
        connect.start(properties("flush.timeout", "20ms"));
        connect.poll(10);

        connect.stop();

        assertThat(store.keys()).isEmpty();
        assertThat(committed).containsEntry(DEVICES, 0L);
    }

    @Test
    void memoryIsBoundedByUploadingLargeFilesEarlyAndPausing() {
        Map<TopicPartition, List<SinkRecord>> log = log(1, "a");
        log.put(
                DEVICES,
                LongStream.range(0, 120)
                        .mapToObj(n -> record(n, reading(n, "x".repeat(n % 3 == 0 ? 20_000 : 1000))))
                        .toList());
        FakeConnect stuck = new FakeConnect(log, committed, store.objects(), clock, count -> FakeExecutor.never());
        stuck.start(properties(
                "memory.budget",
                "1MB",
                "rotate.bytes",
                "1MB",
                "rotate.records",
                "1000",
                "partition.by",
                "n={value.n}"));

        int delivered = 0;
        for (int polled = stuck.poll(10); polled > 0; polled = stuck.poll(10)) {
            delivered += polled;
        }

        assertThat(delivered).isBetween(50, 110);
        assertThat(stuck.context.paused).containsExactly(DEVICES);
        stuck.commit();
        assertThat(committed).containsEntry(DEVICES, 0L);
    }

    @Test
    void underMemoryPressureFilesAreUploadedEarlyAndTheConsumerGoesOn() {
        Map<TopicPartition, List<SinkRecord>> log = log(1, "a");
        log.put(
                DEVICES,
                LongStream.range(0, 3000)
                        .mapToObj(n -> record(n, reading(n, "x".repeat(900) + n % 3)))
                        .toList());
        FakeConnect connect = connect(log)
                .start(properties("memory.budget", "1MB", "rotate.bytes", "1MB", "rotate.records", "100000"));

        connect.drain(100);
        connect.poll(0);

        assertThat(connect.context.paused).isEmpty();
        assertThat(store.keys()).hasSizeGreaterThan(2);
        connect.stop();
        assertThat(store.lines()).hasSize(3000);
    }

    @Test
    void aBadRecordStopsTheTaskWithItsCoordinatesAndTheRemedy() {
        FakeConnect connect = connect(logOf(record(0, reading(0, "a")), record(1, Map.of("site", List.of()))));
        connect.start(properties());

        assertThatThrownBy(() -> connect.drain(10))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(
                        "topic devices, partition 0, offset 1: {value.site} of partition.by is not a single")
                .hasMessageContaining("errors.deadletterqueue.topic.name");
    }

    @Test
    void aBadRecordGoesToTheReporterAndLeavesNoTrace() {
        Object unwritable = Map.of("site", "a", "n", new Object());
        FakeConnect connect = connect(logOf(record(0, unwritable), record(1, reading(1, "a"))));
        connect.context.hasReporter = true;
        connect.start(properties("rotate.records", "1"));

        connect.drain(10);
        connect.commit();

        assertThat(connect.context.reported.keySet())
                .extracting(SinkRecord::kafkaOffset)
                .containsExactly(0L);
        assertThat(connect.context.reported.values())
                .singleElement()
                .satisfies(
                        error -> assertThat(error).hasMessageContaining("offset 0: a value of type java.lang.Object"));
        assertThat(store.lines()).containsExactly("{\"n\":1,\"site\":\"a\"}");
        assertThat(committed).containsEntry(DEVICES, 2L);
    }

    @Test
    void aNullValueFailsWhereTheConfigurationSaysSo() {
        FakeConnect connect = connect(logOf(record(0, null)));
        connect.start(properties("null.values", "fail"));

        assertThatThrownBy(() -> connect.drain(10))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("offset 0: it has no value; set null.values");
    }

    @Test
    void aNullValueIsWrittenAsItsEnvelope() {
        FakeConnect connect = connect(logOf(record(0, null)));
        connect.start(properties("null.values", "write", "envelope", "key,offset", "rotate.records", "1"));

        connect.drain(10);

        assertThat(store.keys())
                .containsExactly("lake/devices/site=__HIVE_DEFAULT_PARTITION__/devices+0+00000000000000000000.json");
        assertThat(store.lines()).containsExactly("{\"kafka_key\":\"key-0\",\"kafka_offset\":0}");
    }

    @Test
    void aTopicThatATransformRenamedIsStoredUnderTheNewNameByItsOwnOffsets() {
        SinkRecord renamed = new SinkRecord(
                "new/name",
                0,
                null,
                "k",
                null,
                reading(5, "a"),
                5,
                Records.TEN_O_CLOCK,
                TimestampType.CREATE_TIME,
                List.of(),
                "devices",
                0,
                5);
        FakeConnect connect = connect(logOf(renamed)).start(properties("rotate.records", "1", "partition.by", ""));

        connect.drain(10);
        connect.commit();

        assertThat(store.keys()).containsExactly("lake/new%2Fname/devices+0+00000000000000000005.json");
        assertThat(committed).containsEntry(DEVICES, 6L);
    }

    @Test
    void aFileOfSeveralPartsIsUploadedInParts() {
        Map<TopicPartition, List<SinkRecord>> log = log(1, "a");
        log.put(
                DEVICES,
                LongStream.range(0, 12)
                        .mapToObj(n -> record(n, reading(n, n + "x".repeat(1 << 20))))
                        .toList());
        FakeConnect connect = connect(log);
        connect.start(properties("partition.by", "", "rotate.records", "12", "s3.part.size", "5MB"));

        connect.drain(10);

        assertThat(store.lines()).hasSize(12);
        assertThat(store.link(store.keys().get(0)).recordCount()).isEqualTo(12);
    }

    @Test
    void atLeastOnceOverwritesWhatABrokenRunLeftUnderTheSameName() {
        Map<TopicPartition, List<SinkRecord>> log = log(10, "a");
        Map<String, String> properties = properties("delivery", "at-least-once");
        FakeConnect broken = new FakeConnect(log, new HashMap<>(), store.objects(), clock);
        broken.start(properties).drain(10);

        FakeConnect again = connect(log).start(properties);
        again.drain(10);

        assertThat(store.lines()).hasSize(10);
        assertThat(store.objects().list("lake/_nrt")).isEmpty();
    }

    @Test
    void atLeastOnceTakesNothingAwayThatALaterTaskHasStoredAndCommitted() {
        Map<TopicPartition, List<SinkRecord>> log = log(10, "a");
        FakeExecutor late = FakeExecutor.late();
        FakeConnect overtaken = new FakeConnect(log, new HashMap<>(), store.objects(), clock, count -> late);
        overtaken.start(properties("delivery", "at-least-once", "rotate.records", "4"));
        overtaken.poll(4);
        FakeConnect owner = connect(log).start(properties("delivery", "at-least-once"));
        owner.drain(10);
        owner.commit();
        assertThat(committed).containsEntry(DEVICES, 10L);

        late.runAll();

        assertThat(store.lines()).hasSize(10);
    }

    @Test
    void requestsMayRunOnThreadsOfTheirOwn() throws InterruptedException {
        FakeConnect connect = new FakeConnect(
                log(500, "a", "b", "c", "d"), committed, store.objects(), clock, Executors::newFixedThreadPool);
        connect.start(properties());

        connect.drain(50);
        connect.stop();

        assertThat(store.lines()).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void hostileValuesStayInTheirFolder() {
        List<String> hostile = List.of(
                "..", ".", "a/b", "/", "//", "../../x", "", "a\u0000b", "100%", "x".repeat(10_000), "\ud800", "ü ~");
        List<SinkRecord> records = IntStream.range(0, hostile.size())
                .mapToObj(n -> record(n, reading(n, hostile.get(n))))
                .toList();
        FakeConnect connect = connect(new HashMap<>(Map.of(DEVICES, records)));
        connect.start(properties("partition.by", "{value.site}/x", "rotate.records", "1"));

        connect.drain(100);

        assertThat(store.keys()).hasSize(hostile.size()).allSatisfy(key -> {
            assertThat(key.split("/")).as(key).hasSize(5).doesNotContain("", ".", "..");
            assertThat(key).startsWith("lake/devices/");
        });
        assertThat(store.lines()).hasSize(hostile.size());
    }

    @Test
    void anObjectOfSomebodyElseUnderTheNameOfALinkStopsTheTaskWithoutShowingItsFolder() {
        Segments content = new Segments();
        store.objects()
                .put(new NewObject(
                        "lake/devices/site=a/devices+0+00000000000000000000.json", content, "text/plain", Map.of()));
        FakeConnect connect = connect(log(1, "a")).start(properties("rotate.records", "1"));

        assertThatThrownBy(() -> connect.drain(10))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("devices+0+00000000000000000000.json was not written by this sink")
                .hasMessageNotContaining("site=a");
    }
}
