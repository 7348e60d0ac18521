package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.DEVICES;
import static io.nrtstreams.connect.s3.Records.log;
import static io.nrtstreams.connect.s3.Records.properties;
import static io.nrtstreams.connect.s3.Records.reading;
import static io.nrtstreams.connect.s3.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.FaultyStore.Fate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens between sink and store, each record is stored once. */
class ExactlyOnceTest {
    private final TestStore store = TestStore.empty();
    private final FakeClock clock = new FakeClock();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    private static List<String> linesOf(Map<TopicPartition, List<SinkRecord>> log) {
        return LongStream.range(0, log.get(DEVICES).size())
                .mapToObj(n -> "{\"n\":" + n + ",\"site\":\""
                        + ((Map<?, ?>) log.get(DEVICES).get((int) n).value()).get("site") + "\"}")
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"IS_LOST", "ANSWER_IS_LOST"})
    void aProcessKilledAtAnyRequestLosesAndDoublesNothing(Fate fate) {
        boolean reached = true;
        for (int killedAt = 1; reached; killedAt++) {
            reached = survivesBeingKilledAt(killedAt, fate);
            assertThat(killedAt).as("the scenario ends").isLessThan(200);
        }
    }

    private boolean survivesBeingKilledAt(int killedAt, Fate fate) {
        TestStore fresh = TestStore.empty();
        Map<TopicPartition, List<SinkRecord>> log = log(30, "a", "b", "a", "a", "c");
        Map<TopicPartition, Long> offsets = new HashMap<>();
        FaultyStore faulty = FaultyStore.killedAt(killedAt, fate, fresh.objects());
        runs(new FakeConnect(log, offsets, faulty, clock), 7, Duration.ofSeconds(4));

        // The second run polls in other steps and its clock ticks otherwise, so its files would end elsewhere.
        FakeConnect second = new FakeConnect(log, offsets, fresh.objects(), clock);
        assertThat(runs(second, 11, Duration.ofSeconds(9))).isTrue();

        assertThat(fresh.lines())
                .as("killed at request %s", killedAt)
                .containsExactlyInAnyOrderElementsOf(linesOf(log));
        return faulty.requests() >= killedAt;
    }

    private boolean runs(FakeConnect connect, int batch, Duration tick) {
        try {
            connect.start(properties("rotate.records", "4", "rotate.age", "6s"));
            while (connect.poll(batch) > 0 || !connect.context.rewinds.isEmpty()) {
                clock.advance(tick);
                connect.poll(0);
                connect.commit();
            }
            connect.stop();
            return true;
        } catch (ConnectException e) {
            assertThat(e).hasMessageContaining("killed");
            return false;
        }
    }

    @Test
    void aZombieThatResumesFindsItsLinkTakenAndReadsOn() {
        Map<TopicPartition, List<SinkRecord>> log = log(30, "a");
        FakeConnect zombie = new FakeConnect(log, new HashMap<>(), store.objects(), clock);
        zombie.start(properties("rotate.records", "12"));
        zombie.poll(5);

        FakeConnect owner = new FakeConnect(log, committed, store.objects(), clock);
        owner.start(properties("rotate.records", "8"));
        owner.drain(30);

        zombie.drain(7);
        zombie.stop();
        owner.stop();

        assertThat(store.lines()).containsExactlyInAnyOrderElementsOf(linesOf(log));
    }

    @Test
    void theLoserOfARaceReadsAgainFromWhereTheWinnerEnded() {
        Map<TopicPartition, List<SinkRecord>> log = log(20, "a");
        FakeConnect loser = new FakeConnect(log, committed, store.objects(), clock);
        loser.start(properties("rotate.records", "10"));
        loser.poll(6);
        FakeConnect winner = new FakeConnect(log, new HashMap<>(), store.objects(), clock);
        winner.start(properties("rotate.records", "4"));
        winner.poll(4);
        winner.poll(0);

        loser.poll(14);
        loser.poll(0);

        assertThat(loser.context.rewinds).containsEntry(DEVICES, 4L);
        loser.commit();
        assertThat(committed).as("what is to be read again is not committed").containsEntry(DEVICES, 4L);
        loser.drain(20);
        loser.stop();
        assertThat(store.lines()).containsExactlyInAnyOrderElementsOf(linesOf(log));
    }

    @Test
    void aPathWhoseLinkAlreadyHoldsTheRecordsIsNotWrittenAgain() {
        Map<TopicPartition, List<SinkRecord>> log = log(20, "a", "b");
        FakeConnect first = new FakeConnect(log, new HashMap<>(), store.objects(), clock);
        first.start(properties("rotate.records", "5"));
        first.drain(20);
        List<String> before = store.keys();

        FakeConnect second = new FakeConnect(log, committed, store.objects(), clock);
        second.start(properties("rotate.records", "7"));
        second.drain(3);
        second.commit();

        assertThat(store.keys()).isEqualTo(before);
        assertThat(committed).containsEntry(DEVICES, 20L);
    }

    @Test
    void theCommittedOffsetIsTheLowestThatIsNotDurable() {
        Map<TopicPartition, List<SinkRecord>> log = log(4, "a", "b", "a", "a");
        FakeConnect connect = new FakeConnect(log, committed, store.objects(), clock);
        connect.start(properties("rotate.records", "3"));

        connect.drain(10);
        connect.commit();
        assertThat(committed).as("b's only record is in an open file").containsEntry(DEVICES, 1L);

        clock.advance(Duration.ofMinutes(10));
        connect.poll(0);
        connect.poll(0);
        connect.commit();
        assertThat(committed).containsEntry(DEVICES, 4L);
    }

    @Test
    void recordsThatAreSkippedLeaveNoLag() {
        Map<TopicPartition, List<SinkRecord>> log = log(1, "a");
        log.put(DEVICES, List.of(record(0, null), record(1, null)));
        FakeConnect connect = new FakeConnect(log, committed, store.objects(), clock);
        connect.start(properties());

        connect.drain(10);
        connect.commit();

        assertThat(committed).containsEntry(DEVICES, 2L);
    }

    @Test
    void aTopicThatWasDeletedAndCreatedAgainStopsTheTaskAndSkipsNothing() {
        FakeConnect before = new FakeConnect(log(10, "a"), new HashMap<>(), store.objects(), clock);
        before.start(properties());
        before.drain(10);
        before.stop();
        Map<TopicPartition, List<SinkRecord>> anew = log(1, "a");
        anew.put(
                DEVICES,
                List.of(record(0, reading(0, "a")).newRecord("devices", 0, null, "k", null, reading(0, "a"), 7L)));
        FakeConnect after = new FakeConnect(anew, committed, store.objects(), clock);
        after.start(properties());

        assertThatThrownBy(() -> after.drain(10))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("topic devices, partition 0, offset 0")
                .hasMessageContaining("deleted and created again")
                .hasMessageContaining("Use another s3.prefix");
    }

    @Test
    void aStoreThatIsBusyForAWhileDelaysRecordsOnly() {
        Map<TopicPartition, List<SinkRecord>> log = log(20, "a", "b");
        FaultyStore busy = new FaultyStore(
                store.objects(), request -> request > 2 && request < 9 ? Fate.IS_TURNED_AWAY : Fate.SUCCEEDS);
        FakeConnect connect = new FakeConnect(log, committed, busy, clock);
        connect.start(properties("rotate.records", "4"));

        connect.drain(5);
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(31));
            connect.poll(0);
        }
        connect.stop();

        assertThat(store.lines()).containsExactlyInAnyOrderElementsOf(linesOf(log));
    }

    @Test
    void aStoreThatStaysBusyStopsTheTaskAfterTheRetryTimeout() {
        FaultyStore busy = new FaultyStore(store.objects(), request -> Fate.IS_TURNED_AWAY);
        FakeConnect connect = new FakeConnect(log(20, "a"), committed, busy, clock);
        connect.start(properties("retry.timeout", "90s"));
        connect.drain(20);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        clock.advance(Duration.ofSeconds(31));
                        connect.poll(0);
                    }
                })
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("busy at request")
                .hasMessageContaining("retry.timeout=90s");
    }

    @Test
    void aFailureThatShowsWhileConnectCommitsIsNotForgotten() {
        FaultyStore refusing = FaultyStore.killedAt(4, Fate.IS_LOST, store.objects());
        FakeConnect connect = new FakeConnect(log(4, "a"), committed, refusing, clock);
        connect.start(properties("rotate.records", "4"));
        connect.poll(4);
        connect.commit();
        // Connect logs what a commit throws, and goes on.
        assertThatThrownBy(connect::commit).hasMessageContaining("killed before request 4");

        clock.advance(Duration.ofSeconds(2));

        assertThatThrownBy(() -> connect.poll(0))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("killed before request");
    }

    @Test
    void aFailureThatShowsWhileAnotherPartitionIsTakenAwayIsNotForgotten() {
        TopicPartition other = new TopicPartition("devices", 1);
        Map<TopicPartition, List<SinkRecord>> log = log(4, "a");
        log.put(other, List.of(record(other, 0, reading(0, "a"))));
        FaultyStore refusing = FaultyStore.killedAt(5, Fate.IS_LOST, store.objects());
        FakeConnect connect = new FakeConnect(log, committed, refusing, clock);
        connect.start(properties("rotate.records", "4"));
        connect.poll(10);
        connect.commit();
        connect.task.close(List.of(other));

        clock.advance(Duration.ofSeconds(2));

        assertThatThrownBy(() -> connect.poll(0))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("killed before request");
    }

    @Test
    void anotherRecordInTheWayThatShowsWhileConnectCommitsIsNotForgotten() {
        FakeConnect before = new FakeConnect(log(4, "a"), new HashMap<>(), store.objects(), clock);
        before.start(properties("rotate.records", "4")).drain(10);
        Map<TopicPartition, List<SinkRecord>> anew = log(1, "a");
        anew.put(
                DEVICES,
                List.of(record(0, reading(0, "a")).newRecord("devices", 0, null, "k", null, reading(0, "a"), 7L)));
        FakeConnect after = new FakeConnect(anew, committed, store.objects(), clock);
        after.start(properties());
        after.poll(1);
        assertThatThrownBy(after::commit).hasMessageContaining("deleted and created again");

        assertThatThrownBy(() -> after.poll(0))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("deleted and created again");
    }

    @Test
    void theTemplateMayChangeOnceTheCommittedOffsetHasCaughtUp() {
        Map<TopicPartition, List<SinkRecord>> log = log(10, "a", "b");
        FakeConnect before = new FakeConnect(log, committed, store.objects(), clock);
        before.start(properties("rotate.age", "5m")).drain(10);
        clock.advance(Duration.ofMinutes(5));
        before.drain(10);
        before.stop();
        assertThat(committed).containsEntry(DEVICES, 10L);

        FakeConnect after = new FakeConnect(log, committed, store.objects(), clock);
        after.start(properties("partition.by", "n={value.n}")).drain(10);
        after.stop();

        assertThat(store.lines()).containsExactlyInAnyOrderElementsOf(linesOf(log));
    }

    @Test
    void aSecondRewindNeverLeapsOverWhatTheFirstOneWentBackFor() {
        Map<TopicPartition, List<SinkRecord>> log = log(12, "a", "a", "a", "b", "a", "c", "d", "b", "d", "b", "a", "b");
        FakeConnect killed =
                new FakeConnect(log, committed, store.objects(), clock).start(properties("rotate.records", "3"));
        killed.poll(10);
        killed.poll(0);

        FakeExecutor late = FakeExecutor.late();
        FakeConnect second = new FakeConnect(log, committed, store.objects(), clock, count -> late)
                .start(properties("rotate.records", "100", "rotate.age", "9s"));
        late.runFirst(); // looks for unfinished uploads
        second.poll(12);
        late.runFirst(); // a is stored up to 2: its records from 4 on are wanted again
        second.poll(12);
        late.runFirst(); // b is stored up to 9: its records from 10 on are wanted again
        second.poll(12);
        second.poll(12);
        late.runAll();
        clock.advance(Duration.ofSeconds(10));
        for (int poll = 0; poll < 5; poll++) {
            second.poll(12);
            late.runAll();
        }

        assertThat(store.lines()).containsExactlyInAnyOrderElementsOf(linesOf(log));
    }

    /** The order of the answers decides which paths are found to be read again, from where, and in which polls. */
    @Test
    void answersThatComeLateAndInAnyOrderLoseAndDoubleNothing() {
        for (int seed = 0; seed < 60; seed++) {
            survivesLateAnswers(new Random(seed), seed);
        }
    }

    private void survivesLateAnswers(Random random, int seed) {
        TestStore fresh = TestStore.empty();
        String[] sites = random.ints(80, 0, 5).mapToObj(site -> "site" + site).toArray(String[]::new);
        Map<TopicPartition, List<SinkRecord>> log = log(80, sites);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        FakeConnect killed = new FakeConnect(log, offsets, fresh.objects(), clock)
                .start(properties("rotate.records", "5", "rotate.age", "6s"));
        for (int poll = 0; poll < 8; poll++) {
            killed.poll(random.nextInt(8));
            clock.advance(Duration.ofSeconds(random.nextInt(3)));
            killed.poll(0);
            if (random.nextInt(4) == 0) {
                killed.commit();
            }
        }

        FakeExecutor late = FakeExecutor.late();
        FakeConnect second = new FakeConnect(log, offsets, fresh.objects(), clock, count -> late)
                .start(properties("rotate.records", "7", "rotate.age", "9s"));
        for (int poll = 0; poll < 60; poll++) {
            second.poll(random.nextInt(9));
            late.runSome(random);
            second.commit();
        }
        for (int poll = 0; poll < 40; poll++) {
            clock.advance(Duration.ofSeconds(10));
            late.runAll();
            second.poll(100);
            second.commit();
        }

        assertThat(fresh.lines()).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(linesOf(log));
        assertThat(offsets).as("seed %s", seed).containsEntry(DEVICES, 80L);
    }
}
