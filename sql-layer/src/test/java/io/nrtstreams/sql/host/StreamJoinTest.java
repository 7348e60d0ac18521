package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.stream;
import static io.nrtstreams.sql.host.Plans.streamTable;
import static io.nrtstreams.sql.host.Plans.streams;
import static io.nrtstreams.sql.host.Plans.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Query.Emit;
import io.nrtstreams.sql.tree.Query.JoinType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamJoinTest {

    private static final PlanNode LEFT = stream("left", "ID STRING", "L STRING");
    private static final PlanNode RIGHT = stream("right", "ID STRING", "R STRING");
    private static final PlanNode TABLE = table("right", "ID STRING", "R STRING");

    @Test
    void streamMeetsTheTableAsItIsAndOnlyTheStreamGivesRows() {
        QueryRun run = QueryRun.of(streamTable(LEFT, TABLE, JoinType.INNER, false));
        feed(run, "left a x 1", "right a 1 5", "left a y 2", "right a 2 6", "left a z 3", "left b z 4");

        assertThat(run.results()).containsExactly("a -> y,1 @2", "a -> z,2 @3");
    }

    @Test
    void leftJoinGivesRecordsWithoutATableRow() {
        QueryRun run = QueryRun.of(streamTable(LEFT, TABLE, JoinType.LEFT, false));
        feed(run, "left a x 1", "right a 1 5", "left a y 2", "right a - 6", "left a z 3");

        assertThat(run.results()).containsExactly("a -> x,null @1", "a -> y,1 @2", "a -> z,null @3");
    }

    @ParameterizedTest
    @EnumSource(
            value = JoinType.class,
            names = {"INNER", "LEFT"})
    void streamRecordsWithoutKeyOrValueMeetNothing(JoinType type) {
        QueryRun run = QueryRun.of(streamTable(LEFT, TABLE, type, false));
        feed(run, "right a 1 1", "left a - 2");
        run.feed("left", null, "{\"L\":\"x\"}", 3);

        assertThat(run.results()).isEmpty();
        assertThat(run.log()).extracting("kind").containsExactly(Kind.SKIPPED);
    }

    @Test
    void byEventTimeRecordsMeetTheRowThatWasValidThen() {
        QueryRun run = QueryRun.of(streamTable(LEFT, TABLE, JoinType.LEFT, true));
        feed(run, "right a 1 10", "right a 3 30", "right a - 40", "right a 2 20");
        feed(run, "left a v 9", "left a w 10", "left a x 25", "left a y 39", "left a z 40");

        assertThat(run.results())
                .containsExactly("a -> v,null @9", "a -> w,1 @10", "a -> x,2 @25", "a -> y,3 @39", "a -> z,null @40");
    }

    @Test
    void byEventTimeOldVersionsAreForgottenAfterADay() {
        long day = 24 * 60 * 60 * 1000L;
        QueryRun run = QueryRun.of(streamTable(LEFT, TABLE, JoinType.LEFT, true));
        feed(run, "right a 1 10", "right a 2 20", "right a 3 30");
        assertThat(run.stateRows()).isEqualTo(3);

        feed(run, "left b x " + (day + 25), "left a y 25", "left a z 15");
        assertThat(run.stateRows()).isEqualTo(2);
        assertThat(run.results().subList(1, 3)).containsExactly("a -> y,2 @25", "a -> z,null @15");
    }

    @Test
    void pairsAreAsFarApartAsBeforeAndAfterSayAndTakeTheLaterTime() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.INNER, 2, 5, 100));
        feed(
                run,
                "left a x 10",
                "right a 1 7",
                "right a 2 8",
                "right a 3 15",
                "right a 4 16",
                "left a y 9",
                "right b 5 9");

        assertThat(run.results()).containsExactly("a -> x,2 @10", "a -> x,3 @15", "a -> y,1 @9", "a -> y,2 @9");
    }

    @Test
    void rowsOfTheVeryEdgeAreStillThere() {
        QueryRun same = QueryRun.of(streams(LEFT, RIGHT, JoinType.INNER, 0, 0, 0));
        feed(same, "left a x 10", "right a 1 10", "right a 2 11");
        assertThat(same.results()).containsExactly("a -> x,1 @10");

        QueryRun later = QueryRun.of(streams(LEFT, RIGHT, JoinType.INNER, 0, 5, 0));
        feed(later, "left a x 0", "left a y 5", "right a 1 5");
        assertThat(later.results()).containsExactly("a -> x,1 @5", "a -> y,1 @5");
    }

    @Test
    void withoutAGraceUnmatchedRowsAreGivenAtOnceAndPairsLater() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.FULL, 5, 5, -1));
        feed(run, "left a x 10", "right a 1 12", "right b 2 13", "left b y 14");

        assertThat(run.results()).containsExactly("a -> x,null @10", "a -> x,1 @12", "b -> null,2 @13", "b -> y,2 @14");
    }

    @Test
    void withAGraceUnmatchedRowsWaitUntilNoPartnerCanCome() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.LEFT, 5, 5, 3));
        feed(run, "left a x 10", "left b y 10", "right a 1 12", "left c z 18");
        assertThat(run.newResults()).containsExactly("a -> x,1 @12");

        feed(run, "left c z 19");
        assertThat(run.newResults()).containsExactly("b -> y,null @10");
    }

    @Test
    void rightAndFullJoinsWaitForEitherSide() {
        for (JoinType type : List.of(JoinType.RIGHT, JoinType.FULL)) {
            QueryRun run = QueryRun.of(streams(LEFT, RIGHT, type, 5, 5, 0));
            feed(run, "right a 1 10", "left b y 11", "left z z 40");

            List<String> expected =
                    type == JoinType.FULL ? List.of("a -> null,1 @10", "b -> y,null @11") : List.of("a -> null,1 @10");
            assertThat(run.results()).isEqualTo(expected);
        }
    }

    @Test
    void lateRowWhosePartnersTimesArePastIsGivenAtOnce() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.LEFT, 5, 5, 3));
        feed(run, "right z 0 100", "left a x 20", "right a 1 20");

        assertThat(run.results()).startsWith("a -> x,null @20");
    }

    @Test
    void rowsOfASideThatLagsStillFindPartnersOfTheOther() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.INNER, 5, 5, 0));
        feed(run, "left z x 1000", "right a 1 10", "left a y 12");

        assertThat(run.results()).containsExactly("a -> y,1 @12");
    }

    @Test
    void rowsWithoutKeyOrValueJoinNothing() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.FULL, 5, 5, -1));
        feed(run, "left a - 1");
        run.feed("right", null, "{\"R\":\"1\"}", 1);

        assertThat(run.results()).isEmpty();
    }

    @Test
    void keyWithNullInOneOfItsColumnsMeetsNothing() {
        PlanNode left = stream("left", "A STRING; B STRING", "L STRING");
        PlanNode right = table("right", "A STRING; B STRING", "R STRING");
        QueryRun run = QueryRun.of(streamTable(left, right, JoinType.INNER, false))
                .feed("right", "{\"A\":\"a\"}", "{\"R\":\"1\"}", 1)
                .feed("left", "{\"A\":\"a\"}", "{\"L\":\"x\"}", 2);

        assertThat(run.results()).isEmpty();
        assertThat(run.log()).extracting("kind").containsExactly(Kind.SKIPPED, Kind.SKIPPED);
    }

    @Test
    void joinsFollowOneAnother() {
        PlanNode other = table("other", "ID STRING", "R STRING");
        PlanNode first = streamTable(LEFT, TABLE, JoinType.INNER, false);
        PlanNode second = new PlanNode.StreamTableJoin(
                "second",
                first,
                other,
                JoinType.LEFT,
                false,
                PlanNode.joined(first.schema().key(), first.schema(), other.schema(), false));
        QueryRun run = QueryRun.of(second);
        feed(run, "right a 1 1", "left a x 2", "other a 2 3", "left a y 4", "left b z 5");

        assertThat(run.results()).containsExactly("a -> x,1,null @2", "a -> y,1,2 @4");
    }

    @Test
    void windowIsPartOfTheKeyThatIsJoined() {
        PlanNode left = counted("left", 10);
        PlanNode right = counted("right", 10);
        QueryRun run = QueryRun.of(Plans.tables(left, right, JoinType.INNER));
        feed(run, "left a x 1", "right a 1 11", "right a 1 9", "left a y 12");

        assertThat(run.results()).containsExactly("a[0,10] -> 1,1 @9", "a[10,20] -> 1,1 @12");
    }

    @Test
    void timeWindowsThatBeginTogetherAreEqualAndTheResultHasTheLeftOne() {
        QueryRun run = QueryRun.of(Plans.tables(counted("left", 10), counted("right", 20), JoinType.INNER));
        feed(run, "left a x 21", "right a 1 35", "left a y 31");

        assertThat(run.results()).containsExactly("a[20,30] -> 1,1 @35");
    }

    private static PlanNode counted(String topic, long size) {
        PlanNode input = stream(topic, "ID STRING", "V STRING");
        return Plans.aggregate(
                input, Plans.tumbling(size, 100), Emit.CHANGES, Plans.schema("ID STRING", "N BIGINT"), "N = COUNT(*)");
    }

    @Test
    void rowsAreForgottenWhenNoPartnerCanCome() {
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.FULL, 5, 5, 2));
        for (int time = 0; time < 10_000; time += 10) {
            feed(run, "left k" + time + " x " + time, "right j" + time + " y " + time);
            assertThat(run.stateRows()).isLessThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void innerJoinEqualsTheNestedLoop(long seed) {
        Random random = new Random(seed);
        int before = random.nextInt(20);
        int after = random.nextInt(20);
        QueryRun run = QueryRun.of(streams(LEFT, RIGHT, JoinType.INNER, before, after, 40));
        List<String> expected = new ArrayList<>();
        List<String[]> lefts = new ArrayList<>();
        List<String[]> rights = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long time = 3L * i + random.nextInt(40);
            String[] row = {"k" + random.nextInt(4), "v" + i, String.valueOf(time)};
            boolean left = random.nextBoolean();
            (left ? lefts : rights).add(row);
            feed(run, (left ? "left " : "right ") + String.join(" ", row));
        }
        for (String[] left : lefts) {
            for (String[] right : rights) {
                long apart = Long.parseLong(right[2]) - Long.parseLong(left[2]);
                if (left[0].equals(right[0]) && apart >= -before && apart <= after) {
                    long later = Math.max(Long.parseLong(left[2]), Long.parseLong(right[2]));
                    expected.add(left[0] + " -> " + left[1] + "," + right[1] + " @" + later);
                }
            }
        }

        assertThat(expected).isNotEmpty();
        assertThat(run.results()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Records are written {@code topic key value time}; the value {@code -} is none. */
    static void feed(QueryRun run, String... records) {
        for (String record : records) {
            String[] parts = record.split(" ", 4);
            String column = parts[0].equals("left") ? "L" : "R";
            String value = parts[2].equals("-") ? null : "{\"" + column + "\":\"" + parts[2] + "\"}";
            run.feed(parts[0], '"' + parts[1] + '"', value, Long.parseLong(parts[3]));
        }
    }
}
