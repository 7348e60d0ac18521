package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.byForeignKey;
import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.table;
import static io.nrtstreams.sql.host.Plans.tables;
import static io.nrtstreams.sql.host.StreamJoinTest.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Query.JoinType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableJoinTest {

    private static final PlanNode LEFT = table("left", "ID STRING", "L STRING");
    private static final PlanNode RIGHT = table("right", "ID STRING", "R STRING");
    private static final String[] CHANGES = {
        "left a x 1",
        "right a 1 5",
        "left a y 2",
        "right a - 6",
        "left a - 7",
        "right a 2 8",
        "left a z 3",
        "left a - 9"
    };

    @Test
    void innerJoinOfTablesHasARowWhileBothSidesDo() {
        assertThat(join(JoinType.INNER, CHANGES))
                .containsExactly("a -> x,1 @5", "a -> y,1 @5", "a -> null @6", "a -> z,2 @8", "a -> null @9");
    }

    @Test
    void leftJoinOfTablesHasARowWhileTheLeftSideDoes() {
        assertThat(join(JoinType.LEFT, CHANGES))
                .containsExactly(
                        "a -> x,null @1",
                        "a -> x,1 @5",
                        "a -> y,1 @5",
                        "a -> y,null @6",
                        "a -> null @7",
                        "a -> z,2 @8",
                        "a -> null @9");
    }

    @Test
    void rightJoinOfTablesHasARowWhileTheRightSideDoes() {
        assertThat(join(JoinType.RIGHT, CHANGES))
                .containsExactly(
                        "a -> x,1 @5",
                        "a -> y,1 @5",
                        "a -> null @6",
                        "a -> null,2 @8",
                        "a -> z,2 @8",
                        "a -> null,2 @9");
    }

    @Test
    void fullJoinOfTablesHasARowWhileEitherSideDoes() {
        assertThat(join(JoinType.FULL, CHANGES))
                .containsExactly(
                        "a -> x,null @1",
                        "a -> x,1 @5",
                        "a -> y,1 @5",
                        "a -> y,null @6",
                        "a -> null @7",
                        "a -> null,2 @8",
                        "a -> z,2 @8",
                        "a -> null,2 @9");
    }

    @Test
    void deletionOfWhatWasNotThereGivesNothing() {
        for (JoinType type : JoinType.values()) {
            assertThat(join(type, "left a - 1", "right a - 2")).isEmpty();
        }
        assertThat(join(JoinType.INNER, "right a 1 1", "left a - 2")).isEmpty();
    }

    @Test
    void filterAfterAJoinDeletesWhatStopsPassing() {
        QueryRun run = QueryRun.of(filter(tables(LEFT, RIGHT, JoinType.INNER), "L = R"));
        feed(run, "left a 1 1", "right a 2 2", "right a 1 3", "left a 3 4", "left a 4 5", "left a - 6");

        assertThat(run.results()).containsExactly("a -> 1,1 @3", "a -> null @4");
    }

    @Test
    void foreignKeyChangesOfTheRightRowFanOutInTheOrderOfLeftKeys() {
        QueryRun run = QueryRun.of(byForeignKey(LEFT, RIGHT, JoinType.INNER, "L"));
        feed(run, "left c f 1", "left a f 2", "left b g 3", "right f 1 4", "right f 2 1", "right g 9 5");

        assertThat(run.results())
                .containsExactly("a -> f,1 @4", "c -> f,1 @4", "a -> f,2 @2", "c -> f,2 @1", "b -> g,9 @5");
    }

    @Test
    void rowThatChangesItsForeignKeyLeavesTheOldOne() {
        QueryRun run = QueryRun.of(byForeignKey(LEFT, RIGHT, JoinType.INNER, "L"));
        feed(run, "right f 1 1", "right g 2 2", "left a f 3", "left a g 4", "right f 7 5", "left a h 6", "left a f 7");

        assertThat(run.results()).containsExactly("a -> f,1 @3", "a -> g,2 @4", "a -> null @6", "a -> f,7 @7");
    }

    @Test
    void leftForeignKeyJoinGivesRowsThatNameNothing() {
        QueryRun run = QueryRun.of(byForeignKey(LEFT, RIGHT, JoinType.LEFT, "NULLIF(L, '0')"));
        feed(
                run,
                "left a f 1",
                "left b 0 2",
                "right f 1 3",
                "right f - 4",
                "left b f 5",
                "left b 0 6",
                "left b - 7",
                "left a - 8");

        assertThat(run.results())
                .containsExactly(
                        "a -> f,null @1",
                        "b -> 0,null @2",
                        "a -> f,1 @3",
                        "a -> f,null @4",
                        "b -> f,null @5",
                        "b -> 0,null @6",
                        "b -> null @7",
                        "a -> null @8");
    }

    @Test
    void innerForeignKeyJoinDeletesWhatNoLongerHasARightRow() {
        QueryRun run = QueryRun.of(byForeignKey(LEFT, RIGHT, JoinType.INNER, "NULLIF(L, '0')"));
        feed(run, "left a f 1", "right f 1 2", "left a 0 3", "left a - 4", "left a f 5", "right f - 6");

        assertThat(run.results()).containsExactly("a -> f,1 @2", "a -> null @3", "a -> f,1 @5", "a -> null @6");
    }

    private static List<String> join(JoinType type, String... changes) {
        QueryRun run = QueryRun.of(tables(LEFT, RIGHT, type));
        feed(run, changes);
        return run.results();
    }
}
