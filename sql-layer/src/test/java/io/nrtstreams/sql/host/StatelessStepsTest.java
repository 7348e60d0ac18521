package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.groupBy;
import static io.nrtstreams.sql.host.Plans.named;
import static io.nrtstreams.sql.host.Plans.project;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.stream;
import static io.nrtstreams.sql.host.Plans.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.plan.PlanNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatelessStepsTest {

    private static final PlanNode READINGS = stream("readings", "ID STRING", "V INT", "D INT");

    @Test
    void projectionComputesColumnsAndKeepsKeyAndTime() {
        QueryRun run = QueryRun.of(
                        project(READINGS, schema("ID STRING", "W INT", "T BIGINT"), "W = V + 1", "T = ROWTIME"))
                .feed("readings", "\"a\"", "{\"V\":1}", 7);

        assertThat(run.results()).containsExactly("a -> 2,7 @7");
    }

    @Test
    void recordsOfOtherTopicsBringAboutNothing() {
        assertThat(QueryRun.of(READINGS).feed("others", "\"a\"", "{\"V\":1}", 7).results())
                .isEmpty();
    }

    @Test
    void streamKeepsRecordsWithoutKeyOrValue() {
        QueryRun run = QueryRun.of(project(READINGS, schema("ID STRING", "V INT"), "V = V"))
                .feed("readings", null, "{\"V\":1}", 1)
                .feed("readings", "\"a\"", null, 2);

        assertThat(run.results()).containsExactly("null -> 1 @1", "a -> null @2");
    }

    @Test
    void streamFilterLeavesOutRecordsWithoutValue() {
        QueryRun run = QueryRun.of(filter(READINGS, "V IS NULL"))
                .feed("readings", "\"a\"", null, 1)
                .feed("readings", "\"a\"", "{\"D\":1}", 2)
                .feed("readings", "\"a\"", "{\"V\":1}", 3);

        assertThat(run.results()).containsExactly("a -> null,1 @2");
    }

    @Test
    void failingExpressionGivesNullAndAnEntry() {
        QueryRun run = QueryRun.of(project(READINGS, schema("ID STRING", "Q INT", "V INT"), "Q = V / D", "V = V"))
                .feed("readings", "\"a\"", "{\"V\":1,\"D\":0}", 1);

        assertThat(run.results()).containsExactly("a -> null,1 @1");
        assertThat(run.log()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.EXPRESSION);
            assertThat(entry.queryId()).isEqualTo("QUERY_1");
            assertThat(entry.step()).isEqualTo("project-readings");
            assertThat(entry.origin()).hasToString("readings-0@0");
            assertThat(entry.reason()).startsWith("Q: ");
        });
    }

    @Test
    void failingConditionLeavesTheRecordOut() {
        QueryRun run = QueryRun.of(filter(READINGS, "V / D = 1")).feed("readings", "\"a\"", "{\"V\":1,\"D\":0}", 1);

        assertThat(run.results()).isEmpty();
        assertThat(run.log()).extracting("kind").containsExactly(Kind.EXPRESSION);
    }

    @Test
    void undecodableRecordIsLoggedAndTheQueryGoesOn() {
        QueryRun run =
                QueryRun.of(READINGS).feed("readings", "\"a\"", "{\"V\":", 1).feed("readings", "\"a\"", "{\"V\":2}", 2);

        assertThat(run.results()).containsExactly("a -> 2,null @2");
        assertThat(run.log()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.DECODE);
            assertThat(entry.origin()).hasToString("readings-0@0");
        });
    }

    @Test
    void rekeyedRecordTakesItsKeyFromTheValue() {
        PlanNode plan = new PlanNode.Rekey(
                "by", READINGS, named("V = V"), named("ID = ID"), false, schema("V INT", "ID STRING"));
        QueryRun run = QueryRun.of(plan)
                .feed("readings", "\"a\"", "{\"V\":1}", 1)
                .feed("readings", "\"b\"", "{}", 2)
                .feed("readings", "\"c\"", null, 3);

        assertThat(run.results()).containsExactly("1 -> a @1", "null -> b @2", "null -> null @3");
    }

    @Test
    void keyColumnsComputedFromTheOldKeyOutliveAMissingValue() {
        PlanNode plan = new PlanNode.Rekey(
                "by",
                READINGS,
                named("K = ID + '!'", "N = V IS NULL"),
                named("V = V"),
                false,
                schema("K STRING; N BOOLEAN", "V INT"));

        assertThat(QueryRun.of(plan).feed("readings", "\"a\"", null, 1).results())
                .containsExactly("a!,null -> null @1");
    }

    @Test
    void groupingLeavesOutNullKeysAndMissingValues() {
        PlanNode plan = groupBy(READINGS, schema("V INT; D INT", "ID STRING"), "V = V", "D = D");
        QueryRun run = QueryRun.of(plan)
                .feed("readings", "\"a\"", "{\"V\":1}", 1)
                .feed("readings", "\"a\"", "{\"V\":1,\"D\":2}", 2)
                .feed("readings", "\"a\"", null, 3);

        assertThat(run.results()).containsExactly("1,2 -> a @2");
    }

    @Test
    void tableFunctionsStandSideBySideFilledUpWithNull() {
        PlanNode input = stream("lists", "ID STRING", "A ARRAY<INT>", "B ARRAY<INT>");
        PlanNode plan = new PlanNode.Explode(
                "explode",
                input,
                named("X = EXPLODE(A)", "Y = EXPLODE(B)"),
                schema("ID STRING", "A ARRAY<INT>", "B ARRAY<INT>", "X INT", "Y INT"));
        QueryRun run = QueryRun.of(plan)
                .feed("lists", "\"a\"", "{\"A\":[1,2],\"B\":[3]}", 1)
                .feed("lists", "\"b\"", "{\"A\":[]}", 2)
                .feed("lists", "\"c\"", null, 3);

        assertThat(run.results()).containsExactly("a -> [1, 2],[3],1,3 @1", "a -> [1, 2],[3],2,null @1");
    }

    @Test
    void unionGivesTheRowsOfAllItsInputs() {
        PlanNode same = stream("readings", "ID STRING", "V INT", "D INT");
        QueryRun run = QueryRun.of(new PlanNode.UnionAll("union", List.of(READINGS, same), READINGS.schema()))
                .feed("readings", "\"a\"", "{\"V\":1}", 1);

        assertThat(run.results()).containsExactly("a -> 1,null @1", "a -> 1,null @1");
    }

    @Test
    void distinctKeepsTheFirstRowOfEachKeyAndNullIsAKey() {
        PlanNode keyed =
                new PlanNode.Rekey("by", READINGS, named("V = V"), named("D = D"), false, schema("V INT", "D INT"));
        QueryRun run = QueryRun.of(new PlanNode.Distinct("distinct", keyed))
                .feed("readings", "\"a\"", "{\"V\":1,\"D\":1}", 1)
                .feed("readings", "\"b\"", "{\"V\":1,\"D\":2}", 2)
                .feed("readings", "\"c\"", "{\"D\":3}", 3)
                .feed("readings", "\"d\"", "{\"D\":4}", 4);

        assertThat(run.results()).containsExactly("1 -> 1 @1", "null -> 3 @3");
    }

    @Test
    void tableLeavesOutRecordsWithoutAKey() {
        QueryRun run = QueryRun.of(table("cities", "ID STRING", "NAME STRING"))
                .feed("cities", null, "{\"NAME\":\"x\"}", 1)
                .feed("cities", "\"a\"", null, 2);

        assertThat(run.results()).containsExactly("a -> null @2");
        assertThat(run.log()).extracting("kind").containsExactly(Kind.SKIPPED);
    }

    @Test
    void tableFilterDeletesWhatStopsPassingAndHidesWhatNeverPassed() {
        QueryRun run = QueryRun.of(filter(table("levels", "ID STRING", "V INT"), "V > 10"))
                .feed("levels", "\"a\"", "{\"V\":1}", 1)
                .feed("levels", "\"a\"", "{\"V\":11}", 2)
                .feed("levels", "\"a\"", "{\"V\":12}", 3)
                .feed("levels", "\"a\"", "{\"V\":2}", 4)
                .feed("levels", "\"a\"", "{\"V\":3}", 5)
                .feed("levels", "\"a\"", null, 6)
                .feed("levels", "\"b\"", null, 7)
                .feed("levels", "\"c\"", "{\"V\":20}", 8)
                .feed("levels", "\"c\"", null, 9);

        assertThat(run.results())
                .containsExactly("a -> 11 @2", "a -> 12 @3", "a -> null @4", "c -> 20 @8", "c -> null @9");
    }
}
