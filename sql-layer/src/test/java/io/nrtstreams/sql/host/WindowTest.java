package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.aggregate;
import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.groupBy;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.stream;
import static io.nrtstreams.sql.host.Plans.tumbling;
import static io.nrtstreams.sql.host.Plans.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Emit;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    private static final PlanNode CLICKS = stream("clicks", "ID STRING", "V INT");

    @Test
    void tumblingWindowsCountEachForItself() {
        QueryRun run = run(tumbling(10, 100), Emit.CHANGES, "a 0", "a 9", "a 10", "b 5", "a 3");

        assertThat(run.results())
                .containsExactly(
                        "a[0,10] -> 1 @0",
                        "a[0,10] -> 2 @9",
                        "a[10,20] -> 1 @10",
                        "b[0,10] -> 1 @5",
                        "a[0,10] -> 3 @9");
    }

    @Test
    void hoppingWindowsOverlapAndNoneBeginsBeforeTheEpoch() {
        Query.Window window = window(new WindowShape.Hopping(ms(10), ms(4)), 100);

        assertThat(run(window, Emit.CHANGES, "a 1", "a 9").results())
                .containsExactly("a[0,10] -> 1 @1", "a[0,10] -> 2 @9", "a[4,14] -> 1 @9", "a[8,18] -> 1 @9");
    }

    @Test
    void hoppingWindowsMayLeaveGaps() {
        Query.Window window = window(new WindowShape.Hopping(ms(4), ms(10)), 100);

        assertThat(run(window, Emit.CHANGES, "a 3", "a 4", "a 9", "a 10").results())
                .containsExactly("a[0,4] -> 1 @3", "a[10,14] -> 1 @10");
    }

    @Test
    void recordIsLateOnceItsWindowAndTheGraceAreOverByTheTimeOfAnyKey() {
        QueryRun run = run(tumbling(10, 5), Emit.CHANGES, "a 0", "b 14", "a 1", "b 15", "a 2", "b 10");

        assertThat(run.results())
                .containsExactly(
                        "a[0,10] -> 1 @0",
                        "b[10,20] -> 1 @14",
                        "a[0,10] -> 2 @1",
                        "b[10,20] -> 2 @15",
                        "b[10,20] -> 3 @15");
        assertThat(run.log()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.SKIPPED);
            assertThat(entry.origin()).hasToString("clicks-0@4");
        });
    }

    @Test
    void withoutAGraceWindowsStayOpenForADayFromTheirStart() {
        long day = Duration.ofDays(1).toMillis();

        assertThat(run(tumbling(10, -1), Emit.CHANGES, "a 0", "b " + (day - 1), "a 1", "b " + day, "a 2")
                        .results())
                .containsSubsequence("a[0,10] -> 1 @0", "a[0,10] -> 2 @1")
                .noneMatch(result -> result.contains("-> 3"));
    }

    @Test
    void closedWindowsAreForgotten() {
        QueryRun run = run(tumbling(10, 5), Emit.CHANGES, "a 0", "b 3", "c 14");
        assertThat(run.stateRows()).isEqualTo(3);

        run.feed("clicks", "\"c\"", "{}", 15);
        assertThat(run.stateRows()).isEqualTo(1);
    }

    @Test
    void finalResultsComeOnceInTheOrderOfTimeAndKeyWithTheRecordThatClosesThem() {
        QueryRun run = run(tumbling(10, 5), Emit.FINAL, "b 1", "a 2", "a 3", "a 12", "a 14");
        assertThat(run.results()).isEmpty();

        run.feed("clicks", "\"c\"", "{}", 15);
        assertThat(run.newResults()).containsExactly("a[0,10] -> 2 @3", "b[0,10] -> 1 @1");

        run.feed("clicks", "\"c\"", "{}", 60);
        assertThat(run.newResults()).containsExactly("a[10,20] -> 2 @14", "c[10,20] -> 1 @15");
    }

    @Test
    void sessionsGrowAndEachStepDeletesWhatItReplaces() {
        assertThat(sessions(Emit.CHANGES, "a 0", "a 10", "a 5", "a 21").results())
                .containsExactly(
                        "a[0,0] -> 1 @0",
                        "a[0,0] -> null @0",
                        "a[0,10] -> 2 @10",
                        "a[0,10] -> null @10",
                        "a[0,10] -> 3 @10",
                        "a[21,21] -> 1 @21");
    }

    @Test
    void recordBetweenSessionsConnectsThem() {
        assertThat(sessions(Emit.CHANGES, "a 0", "a 15", "b 3", "a 8").results())
                .containsExactly(
                        "a[0,0] -> 1 @0",
                        "a[15,15] -> 1 @15",
                        "b[3,3] -> 1 @3",
                        "a[0,0] -> null @0",
                        "a[15,15] -> null @15",
                        "a[0,15] -> 3 @15");
    }

    @Test
    void recordsOfOneTimeDeleteNothing() {
        assertThat(sessions(Emit.CHANGES, "a 7", "a 7").results()).containsExactly("a[7,7] -> 1 @7", "a[7,7] -> 2 @7");
    }

    @Test
    void sessionIsClosedWhenGapAndGraceArePastItsEnd() {
        QueryRun run = sessions(Emit.CHANGES, "a 0", "b 15", "a 0", "b 16", "a 0");

        assertThat(run.results())
                .containsExactly(
                        "a[0,0] -> 1 @0",
                        "b[15,15] -> 1 @15",
                        "a[0,0] -> 2 @0",
                        "b[15,15] -> null @15",
                        "b[15,16] -> 2 @16");
        assertThat(run.log()).extracting("kind").containsExactly(Kind.SKIPPED);
        assertThat(run.stateRows()).isEqualTo(1);
    }

    @Test
    void finalSessionsComeOnce() {
        QueryRun run = sessions(Emit.FINAL, "a 0", "a 10", "a 2", "a 25");
        assertThat(run.results()).isEmpty();

        run.feed("clicks", "\"a\"", "{}", 26);
        assertThat(run.results()).containsExactly("a[0,10] -> 3 @10");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sessionsAreTheSameInWhateverOrderRecordsCome(long seed) {
        Random random = new Random(seed);
        List<Integer> times = new ArrayList<>();
        for (int time = 0; time < 600; time += 1 + random.nextInt(20)) {
            times.add(time);
        }
        QueryRun inOrder = QueryRun.of(counted(wideSessions(), Emit.CHANGES));
        times.forEach(time -> inOrder.feed("clicks", "\"a\"", "{}", time));
        Collections.shuffle(times, random);
        QueryRun shuffled = QueryRun.of(counted(wideSessions(), Emit.CHANGES));
        times.forEach(time -> shuffled.feed("clicks", "\"a\"", "{}", time));

        assertThat(lastRows(shuffled)).isEqualTo(lastRows(inOrder)).isNotEmpty();
    }

    private static Query.Window wideSessions() {
        return window(new WindowShape.Session(ms(10)), 1000);
    }

    private static Map<Window, String> lastRows(QueryRun run) {
        Map<Window, String> rows = new HashMap<>();
        run.rows().forEach(row -> {
            if (row.value() == null) {
                rows.remove(row.window());
            } else {
                rows.put(row.window(), QueryRun.columns(row.value()) + " @" + row.timestamp());
            }
        });
        return rows;
    }

    @Test
    void filteredWindowsAreDeletedByWindow() {
        PlanNode plan = aggregate(CLICKS, tumbling(10, 100), Emit.CHANGES, schema("ID STRING", "T INT"), "T = SUM(V)");
        QueryRun run = QueryRun.of(filter(plan, "T > 1"))
                .feed("clicks", "\"a\"", "{\"V\":2}", 1)
                .feed("clicks", "\"a\"", "{\"V\":1}", 11)
                .feed("clicks", "\"a\"", "{\"V\":-2}", 2);

        assertThat(run.results()).containsExactly("a[0,10] -> 2 @1", "a[0,10] -> null @2");
    }

    @Test
    void eachPartitionHasItsOwnStreamTimeUntilRowsAreRekeyed() {
        PlanNode plan =
                aggregate(CLICKS, tumbling(10, 0), Emit.CHANGES, schema("ID STRING", "N BIGINT"), "N = COUNT(*)");
        QueryRun run = QueryRun.of(plan).feed("clicks", 0, "\"a\"", "{}", 1000).feed("clicks", 1, "\"b\"", "{}", 1);
        assertThat(run.results()).containsExactly("a[1000,1010] -> 1 @1000", "b[0,10] -> 1 @1");

        PlanNode rekeyed = aggregate(
                groupBy(CLICKS, schema("V INT"), "V = V"),
                tumbling(10, 0),
                Emit.CHANGES,
                schema("V INT", "N BIGINT"),
                "N = COUNT(*)");
        run = QueryRun.of(rekeyed)
                .feed("clicks", 0, "\"a\"", "{\"V\":1}", 1000)
                .feed("clicks", 1, "\"b\"", "{\"V\":1}", 1);
        assertThat(run.results()).containsExactly("1[1000,1010] -> 1 @1000");
    }

    private static QueryRun sessions(Emit emit, String... records) {
        return run(window(new WindowShape.Session(ms(10)), 5), emit, records);
    }

    /** Records are written {@code key time}. */
    private static QueryRun run(Query.Window window, Emit emit, String... records) {
        QueryRun run = QueryRun.of(counted(window, emit));
        for (String record : records) {
            String[] parts = record.split(" ", 2);
            run.feed("clicks", '"' + parts[0] + '"', "{}", Long.parseLong(parts[1]));
        }
        return run;
    }

    private static PlanNode counted(Query.Window window, Emit emit) {
        return aggregate(CLICKS, window, emit, schema("ID STRING", "N BIGINT"), "N = COUNT(*)");
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
