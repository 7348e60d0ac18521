package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.properties;
import static io.nrtstreams.connect.s3.Records.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.FaultyStore.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sink is stopped, cut off or overtaken at every request of a run, for every way to part and to close files, while
 * the time of day jumps to and fro; in the end what is stored is what was produced.
 */
class FaultSweepTest {
    private static final int RECORDS = 40;
    private static final List<TopicPartition> PARTITIONS =
            List.of(new TopicPartition("devices", 0), new TopicPartition("devices", 1));

    private static int points;

    private final FakeClock clock = new FakeClock();

    @AfterAll
    static void sayHowManyPoints() {
        System.out.println("fault sweep of the sink: " + points + " points, each stored once");
    }

    private static void tried(int more) {
        assertThat(more).as("points of the run").isGreaterThan(5);
        points += more;
    }

    /**
     * A way to run the sink.
     *
     * @param first of the run that something happens to
     * @param second of the run that comes after it, whose files end elsewhere
     */
    record Way(String name, Map<String, String> first, Map<String, String> second) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Way way(String name, String partitionBy, List<String> first, List<String> second) {
        return new Way(name, with(partitionBy, first), with(partitionBy, second));
    }

    private static Map<String, String> with(String partitionBy, List<String> rotation) {
        Map<String, String> all = properties(rotation.toArray(String[]::new));
        all.put("partition.by", partitionBy);
        return all;
    }

    static Stream<Way> ways() {
        List<String> byRecords = List.of("rotate.records", "4");
        List<String> byClock = List.of("rotate.age", "6s", "rotate.idle", "2s", "rotate.schedule", "10s");
        List<String> byTime = List.of("rotate.record.time", "5s", "rotate.bytes", "150");
        return Stream.of(
                way("partition", "partition={partition}", byRecords, byClock),
                way("field", "site={value.site}", byRecords, byTime),
                way("field by clock", "site={value.site}", byClock, byRecords),
                way("time", "at={timestamp:HHmmss}/{partition}", byTime, byRecords),
                way("one folder", "", byTime, byClock),
                way("few open files", "n={value.n}", List.of("open.files", "3"), List.of("open.files", "7")),
                way(
                        "little memory",
                        "site={value.site}",
                        List.of("memory.budget", "1MB", "rotate.bytes", "1MB"),
                        byRecords));
    }

    /** Sites take turns, but not evenly; times go back now and then. */
    private static Map<TopicPartition, List<SinkRecord>> log() {
        Random random = new Random(7);
        Map<TopicPartition, List<SinkRecord>> log = new HashMap<>();
        for (TopicPartition partition : PARTITIONS) {
            List<SinkRecord> records = new ArrayList<>();
            for (long offset = 0; offset < RECORDS; offset++) {
                long late = random.nextInt(5) == 0 ? random.nextInt(9000) : 0;
                Map<String, Object> value = reading(offset, "site" + random.nextInt(3));
                value.put("partition", partition.partition());
                records.add(new SinkRecord(
                        partition.topic(),
                        partition.partition(),
                        null,
                        "k",
                        null,
                        value,
                        offset,
                        Records.TEN_O_CLOCK + 700 * offset - late,
                        TimestampType.CREATE_TIME));
            }
            log.put(partition, records);
        }
        return log;
    }

    private static void assertStoredOnce(MemoryStore store, String happened) {
        assertThat(store.lines())
                .as(happened)
                .hasSize(RECORDS * PARTITIONS.size())
                .doesNotHaveDuplicates();
    }

    /** Polls to the end, committing now and then; a failure is where the process ends. */
    private boolean run(FakeConnect connect, int batch, Duration tick) {
        try {
            for (int polls = 0; connect.poll(batch) > 0 || !connect.context.rewinds.isEmpty(); polls++) {
                assertThat(polls).as("polls until there is nothing more").isLessThan(1000);
                clock.advance(tick);
                clock.jump(Duration.ofMinutes(polls % 3 == 0 ? -95 : 61));
                connect.poll(0);
                if (polls % 2 == 0) {
                    connect.commit();
                }
            }
            connect.stop();
            return true;
        } catch (ConnectException e) {
            assertThat(e).hasMessageContaining("killed");
            return false;
        }
    }

    private void finish(Way way, MemoryStore store, Map<TopicPartition, Long> committed) {
        FakeConnect second = new FakeConnect(log(), committed, store, clock).start(way.second());
        assertThat(run(second, 11, Duration.ofSeconds(3))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void killedAtAnyRequest(Way way) {
        int tried = 0;
        for (Fate fate : List.of(Fate.IS_LOST, Fate.ANSWER_IS_LOST)) {
            boolean reached = true;
            for (int at = 1; reached; at++, tried++) {
                reached = survivesBeingKilled(way, at, fate);
            }
        }
        tried(tried);
    }

    private boolean survivesBeingKilled(Way way, int at, Fate fate) {
        MemoryStore store = new MemoryStore();
        Map<TopicPartition, Long> committed = new HashMap<>();
        FaultyStore faulty = FaultyStore.killedAt(at, fate, store);
        FakeConnect first = new FakeConnect(log(), committed, faulty, clock).start(way.first());
        run(first, 7, Duration.ofSeconds(2));
        finish(way, store, committed);
        assertStoredOnce(store, "killed at request " + at + ", which " + fate);
        return faulty.requests() >= at;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void turnedAwayForAWhileFromAnyRequestOn(Way way) {
        int tried = 0;
        boolean reached = true;
        for (int at = 1; reached; at++, tried++) {
            reached = survivesAStorm(way, at);
        }
        tried(tried);
    }

    private boolean survivesAStorm(Way way, int at) {
        MemoryStore store = new MemoryStore();
        FaultyStore busy = new FaultyStore(
                store, request -> request >= at && request < at + 5 ? Fate.IS_TURNED_AWAY : Fate.SUCCEEDS);
        FakeConnect connect = new FakeConnect(log(), new HashMap<>(), busy, clock).start(way.first());
        for (int poll = 0; poll < 60; poll++) {
            connect.poll(7);
            clock.advance(Duration.ofSeconds(31));
            connect.commit();
        }
        connect.stop();
        assertStoredOnce(store, "turned away from request " + at + " on");
        return busy.requests() >= at;
    }

    /** A task that stands still after its n-th request while another takes its partitions, and then goes on. */
    @ParameterizedTest
    @MethodSource("ways")
    void overtakenAtAnyRequest(Way way) {
        int tried = 0;
        boolean reached = true;
        for (int at = 0; reached; at++, tried++) {
            reached = survivesBeingOvertaken(way, at);
        }
        tried(tried);
    }

    private boolean survivesBeingOvertaken(Way way, int at) {
        MemoryStore store = new MemoryStore();
        Map<TopicPartition, Long> committed = new HashMap<>();
        FakeExecutor late = FakeExecutor.late();
        Map<String, String> impatient = new HashMap<>(way.first());
        impatient.put("flush.timeout", "0s");
        FakeConnect zombie = new FakeConnect(log(), committed, store, clock, count -> late).start(impatient);
        int done = 0;
        for (int poll = 0; poll < 30 && done < at; poll++) {
            zombie.poll(5);
            clock.advance(Duration.ofSeconds(2));
            for (; done < at && late.hasWork(); done++) {
                late.runFirst();
            }
            if (poll % 3 == 0) {
                zombie.commit();
            }
        }
        zombie.poll(5);

        // Part of the new owner's run comes before the zombie wakes up, part after.
        Map<TopicPartition, Long> owned = new HashMap<>(committed);
        FakeConnect owner = new FakeConnect(log(), owned, store, clock).start(way.second());
        for (int poll = 0; poll < 3; poll++) {
            owner.poll(9);
            clock.advance(Duration.ofSeconds(3));
        }
        for (int poll = 0; poll < 8; poll++) {
            late.runAll();
            zombie.poll(6);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(run(owner, 11, Duration.ofSeconds(3))).isTrue();
        late.runAll();
        assertThat(run(zombie, 11, Duration.ofSeconds(3))).isTrue();
        late.runAll();
        finish(way, store, owned);
        assertStoredOnce(store, "overtaken after request " + at);
        return done >= at && at < 60;
    }
}
