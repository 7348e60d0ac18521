package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.analytics.host.Exclusion.Written;
import io.nrtstreams.analytics.host.NextBatch.Moves;
import io.nrtstreams.analytics.host.flow.HostedQuery;
import io.nrtstreams.analytics.host.output.DataLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

    private static final TopicPartition P0 = new TopicPartition("t", 0);
    private static final TopicPartition P1 = new TopicPartition("t", 1);
    private static final Moves NO_MOVES = new Moves(Set.of(), Map.of());
    private static final Function<TopicPartition, Optional<Long>> UNEQUAL =
            partition -> Optional.of(partition.equals(P0) ? 10_000L : 1L);

    private final Member one = member("ONE", 1, Map.of(P0, 0L, P1, 0L));
    private final Member two = member("TWO", 2, Map.of(P0, 0L, P1, 0L));
    private final Program program = Program.EMPTY.with(one, 2).with(two, 4);

    @Test
    void queriesAtTheSamePlaceShareAScan() {
        List<SourceTask> tasks =
                plan(JobOffset.START, offset(0, Map.of(P0, 10L, P1, 20L), Map.of(P0, 10L, P1, 20L)), List.of());
        assertThat(tasks).hasSize(2);
        assertThat(tasks).allSatisfy(task -> assertThat(task.scans()).hasSize(1));
        assertThat(tasks.get(0).scans().get(0).queries()).hasSize(2);
    }

    @Test
    void aQueryThatCatchesUpHasAScanOfItsOwn() {
        JobOffset start = offset(0, Map.of(P0, 10L), Map.of(P0, 4L));
        List<SourceTask> tasks = plan(start, offset(1, Map.of(P0, 12L), Map.of(P0, 12L)), List.of());
        assertThat(tasks.stream()
                        .flatMap(task -> task.scans().stream())
                        .map(scan -> scan.range().from()))
                .containsExactlyInAnyOrder(10L, 4L);
    }

    @Test
    void aBatchWithoutAQueryKeepsTheNumbersOfItsTasks() {
        JobOffset start = offset(0, Map.of(P0, 10L), Map.of(P0, 4L));
        JobOffset end = offset(1, Map.of(P0, 12L), Map.of(P0, 12L));
        List<SourceTask> all = plan(start, end, List.of());
        List<SourceTask> left = plan(start, end, List.of(exclusion(two, 1, 4, 12)));
        assertThat(left).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            List<ScanRange> expected = all.get(i).scans().stream()
                    .filter(scan -> scan.queries().get(0).key().equals(one.key()))
                    .toList();
            assertThat(left.get(i).scans()).isEqualTo(expected);
        }
    }

    @Test
    void aQueryThatWasTakenOutGoesBackAndThenDoesTheSameRangeAgain() {
        Exclusion exclusion = exclusion(two, 1, 4, 12);
        JobOffset failed = offset(1, Map.of(P0, 12L), Map.of(P0, 12L));
        NextBatch next = new NextBatch(partition -> Optional.of(50L), topic -> 1, 1000);
        JobOffset back = offset(
                2,
                next.reach(
                        failed, program, List.of(exclusion), new Moves(Set.of(), Map.of(two.key(), exclusion.from()))));
        assertThat(back.positions().get(two.key()).at(P0)).isEqualTo(4);
        JobOffset resumed = offset(3, next.reach(back, program, List.of(exclusion), NO_MOVES));
        assertThat(resumed.positions().get(two.key()).at(P0)).isEqualTo(12);
        assertThat(exclusion.isResumedBy(back, resumed)).isTrue();
        assertThat(exclusion.isMadeUpFor(failed)).isFalse();
        assertThat(exclusion.isMadeUpFor(back)).isFalse();
        assertThat(exclusion.isMadeUpFor(resumed)).isTrue();
    }

    @Test
    void aBatchReadsNoMoreThanItsLimitAndOfEachPlaceSome() {
        NextBatch next = new NextBatch(partition -> Optional.of(10_000L), topic -> 2, 100);
        SortedMap<QueryKey, Positions> positions =
                next.reach(JobOffset.START, program, List.of(), NO_MOVES).positions();
        assertThat(positions.get(one.key()).offsets()).containsEntry(P0, 50L).containsEntry(P1, 50L);
        assertThat(positions.get(two.key())).isEqualTo(positions.get(one.key()));
    }

    @Test
    void justThePartitionsThatAreNotReadToTheirEndsAreBehind() {
        NextBatch next = new NextBatch(UNEQUAL, topic -> 2, 100);
        JobOffset cut = offset(0, next.reach(JobOffset.START, program, List.of(), NO_MOVES));
        assertThat(behind(plan(JobOffset.START, cut, List.of()))).containsExactlyInAnyOrder("t-0 [ONE, TWO]");

        NextBatch whole = new NextBatch(UNEQUAL, topic -> 2, 10_001);
        JobOffset level = offset(0, whole.reach(JobOffset.START, program, List.of(), NO_MOVES));
        assertThat(behind(plan(JobOffset.START, level, List.of()))).isEmpty();
        assertThat(level.json()).doesNotContain("behind");
    }

    @Test
    void aQueryThatRestsIsNotBehindInTheBatchesOfOthers() {
        NextBatch next = new NextBatch(UNEQUAL, topic -> 2, 100);
        JobOffset cut =
                offset(0, next.reach(JobOffset.START, program, List.of(), new Moves(Set.of(one.key()), Map.of())));
        assertThat(cut.behind(one.key())).isEqualTo(Partitions.NONE);
        assertThat(cut.behind(two.key())).isEqualTo(Partitions.of(List.of(P0)));
    }

    @Test
    void whatWasBehindIsStoredWithTheBatchSoThatItIsAgainWhenThatIsRunAgain() {
        NextBatch next = new NextBatch(UNEQUAL, topic -> 2, 100);
        JobOffset cut = offset(0, next.reach(JobOffset.START, program, List.of(), NO_MOVES));
        JobOffset read = JobOffset.read(cut.json());
        assertThat(read).isEqualTo(cut);
        assertThat(plan(JobOffset.START, read, List.of())).isEqualTo(plan(JobOffset.START, cut, List.of()));
        assertThat(read.behind(one.key())).isEqualTo(Partitions.of(List.of(P0)));
    }

    @Test
    void anOffsetOfAnEarlierReleaseHasNothingBehind() {
        JobOffset read = JobOffset.read("{\"batch\":17,\"time\":1700000000000,\"program\":2,"
                + "\"positions\":{\"ONE/1\":{\"t\":{\"0\":1200}}}}");
        assertThat(read.behind(one.key())).isEqualTo(Partitions.NONE);
        assertThat(read.positions().get(one.key()).at(P0)).isEqualTo(1200);
        assertThat(JobOffset.read(read.json())).isEqualTo(read);
        assertThat(behind(plan(JobOffset.START, read, List.of()))).isEmpty();
    }

    @Test
    void whatAQueryDoesAgainIsBehindWhereItWasThen() {
        Exclusion cut = exclusion(two, 1, 4, 12, P0);
        Exclusion level = exclusion(two, 1, 4, 12);
        JobOffset start = offset(2, Map.of(P0, 12L), Map.of(P0, 4L));
        // The topic now ends where it did not then, and goes on where it did not then.
        NextBatch ended = new NextBatch(partition -> Optional.of(12L), topic -> 1, 1000);
        NextBatch grown = new NextBatch(partition -> Optional.of(10_000L), topic -> 1, 10);
        assertThat(offset(3, ended.reach(start, program, List.of(cut), NO_MOVES))
                        .behind(two.key()))
                .isEqualTo(Partitions.of(List.of(P0)));
        JobOffset again = offset(3, grown.reach(start, program, List.of(level), NO_MOVES));
        assertThat(again.behind(two.key())).isEqualTo(Partitions.NONE);
        assertThat(again.behind(one.key())).isEqualTo(Partitions.of(List.of(P0)));
    }

    @Test
    void anExclusionKeepsWhatWasBehindInTheBatchItIsOf() {
        NextBatch next = new NextBatch(UNEQUAL, topic -> 2, 100);
        JobOffset cut = offset(0, next.reach(JobOffset.START, program, List.of(), NO_MOVES));
        BatchBrain.Batch batch = new BatchBrain.Batch(JobOffset.START, cut, plan(JobOffset.START, cut, List.of()));
        Exclusion exclusion = Exclusions.of(batch, two.key(), Written.NOTHING);
        assertThat(exclusion.behind()).isEqualTo(Partitions.of(List.of(P0)));
        assertThat(exclusion.until()).isEqualTo(cut.positions().get(two.key()));
        assertThat(Exclusion.read(exclusion.write(program.json().objectNode()))).isEqualTo(exclusion);
    }

    @Test
    void anExclusionOfAnEarlierReleaseHasNothingBehind() {
        Exclusion exclusion = exclusion(two, 1, 4, 12);
        ObjectNode json = exclusion.write(program.json().objectNode());
        assertThat(Exclusion.read(json.without("behind"))).isEqualTo(exclusion);
    }

    @Test
    void queriesThatAreNotBehindAlikeDoNotShareAScan() {
        JobOffset end = new JobOffset(
                0,
                0,
                program.version(),
                new TreeMap<>(Map.of(one.key(), Positions.of(Map.of(P0, 9L)), two.key(), Positions.of(Map.of(P0, 9L)))),
                new TreeMap<>(Map.of(two.key(), Partitions.of(List.of(P0)))));
        List<SourceTask> tasks = plan(JobOffset.START, end, List.of());
        assertThat(tasks).hasSize(2);
        assertThat(behind(tasks)).containsExactly("t-0 [TWO]");
    }

    @Test
    void theSlotsOfAQueryThatEndedAreCleared() {
        Program fewer = program.without(two.key());
        JobOffset start = offset(0, Map.of(P0, 1L), Map.of(P0, 1L));
        JobOffset end = new JobOffset(1, 0, fewer.version(), start.positions(), new TreeMap<>());
        List<SourceTask> tasks = BatchPlan.of(start, end, program, fewer, List.of(), 2);
        assertThat(tasks.get(0).cleared()).isEqualTo(two.query().hosted().slots());
    }

    @Test
    void offsetsAndProgramsAreReadAsTheyWereWritten() {
        JobOffset offset = offset(3, Map.of(P0, 10L, P1, 7L), Map.of());
        assertThat(JobOffset.read(offset.json())).isEqualTo(offset);
        assertThat(Program.read(program.json())).isEqualTo(program);
        Exclusion exclusion = exclusion(two, 1, 4, 12);
        assertThat(Exclusion.read(exclusion.write(program.json().objectNode()))).isEqualTo(exclusion);
    }

    @Test
    void slotsComeToThePartitionOfTheirBucket() {
        for (int partitions = 1; partitions < 9; partitions++) {
            List<Integer> slots = SlotNumbers.next(partitions * 100, partitions);
            for (int bucket = 0; bucket < partitions; bucket++) {
                assertThat(SlotNumbers.partition(slots.get(bucket), partitions)).isEqualTo(bucket);
            }
        }
    }

    private List<SourceTask> plan(JobOffset start, JobOffset end, List<Exclusion> exclusions) {
        return BatchPlan.of(start, end, program, program, exclusions, 2);
    }

    private JobOffset offset(long batch, Map<TopicPartition, Long> ofOne, Map<TopicPartition, Long> ofTwo) {
        return new JobOffset(
                batch,
                0,
                program.version(),
                new TreeMap<>(Map.of(one.key(), Positions.of(ofOne), two.key(), Positions.of(ofTwo))),
                new TreeMap<>());
    }

    private JobOffset offset(long batch, NextBatch.Reach reach) {
        return new JobOffset(batch, 0, program.version(), reach.positions(), reach.behind());
    }

    private static List<String> behind(List<SourceTask> tasks) {
        return tasks.stream()
                .flatMap(task -> task.scans().stream())
                .filter(ScanRange::behind)
                .map(scan -> scan.range().topic() + "-" + scan.range().partition() + " "
                        + scan.queries().stream().map(query -> query.key().id()).toList())
                .toList();
    }

    private static Exclusion exclusion(Member member, long batch, long from, long until, TopicPartition... behind) {
        return new Exclusion(
                member.key(),
                batch,
                0,
                Positions.of(Map.of(P0, from)),
                Positions.of(Map.of(P0, until)),
                Partitions.of(List.of(behind)),
                new Written(Set.of(P0), Set.of(new Exclusion.LevelTask(1, 1))));
    }

    private static Member member(String id, long sequence, Map<TopicPartition, Long> start) {
        HostedQuery hosted = new HostedQuery(
                id, sequence, "{}", Map.of(), List.of((int) sequence * 2, (int) sequence * 2 + 1), Map.of());
        return new Member(new JobQuery(hosted, DataLoss.FAIL), Positions.of(start), new TreeMap<>(Map.of("t", "id")));
    }
}
