package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.aggregate;
import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.groupBy;
import static io.nrtstreams.sql.host.Plans.named;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.stream;
import static io.nrtstreams.sql.host.Plans.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Query;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private static final PlanNode ORDERS = stream("orders", "ID STRING", "CITY STRING", "AMOUNT INT");
    private static final PlanNode BY_ID =
            aggregate(ORDERS, schema("ID STRING", "N BIGINT", "TOTAL INT"), "N = COUNT(AMOUNT)", "TOTAL = SUM(AMOUNT)");

    @Test
    void everyRowGivesItsGroupsResultAtTheLatestTime() {
        QueryRun run = QueryRun.of(BY_ID)
                .feed("orders", "\"a\"", "{\"AMOUNT\":3}", 10)
                .feed("orders", "\"b\"", "{\"AMOUNT\":5}", 11)
                .feed("orders", "\"a\"", "{\"AMOUNT\":4}", 5);

        assertThat(run.results()).containsExactly("a -> 1,3 @10", "b -> 1,5 @11", "a -> 2,7 @10");
    }

    @Test
    void recordsWithoutKeyOrValueAreLeftOut() {
        QueryRun run = QueryRun.of(BY_ID)
                .feed("orders", null, "{\"AMOUNT\":3}", 1)
                .feed("orders", "\"a\"", null, 2)
                .feed("orders", "\"a\"", "{}", 3);

        assertThat(run.results()).containsExactly("a -> 0,0 @3");
        assertThat(run.log()).extracting("kind").containsExactly(Kind.SKIPPED);
    }

    @Test
    void carriedColumnsKeepTheLatestRowsValue() {
        PlanNode plan = new PlanNode.Aggregate(
                "aggregate",
                ORDERS,
                named("CITY = CITY"),
                named("N = COUNT(AMOUNT)"),
                Optional.empty(),
                Query.Emit.CHANGES,
                schema("ID STRING", "CITY STRING", "N BIGINT"));
        QueryRun run = QueryRun.of(plan)
                .feed("orders", "\"a\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":3}", 1)
                .feed("orders", "\"a\"", "{\"CITY\":\"Jena\",\"AMOUNT\":3}", 2);

        assertThat(run.results()).containsExactly("a -> Ulm,1 @1", "a -> Jena,2 @2");
    }

    @Test
    void havingHidesGroupsThatNeverPassedAndDeletesThoseThatStopPassing() {
        QueryRun run = QueryRun.of(filter(BY_ID, "TOTAL > 10"))
                .feed("orders", "\"a\"", "{\"AMOUNT\":5}", 1)
                .feed("orders", "\"a\"", "{\"AMOUNT\":6}", 2)
                .feed("orders", "\"a\"", "{\"AMOUNT\":-1}", 3)
                .feed("orders", "\"a\"", "{\"AMOUNT\":-1}", 4)
                .feed("orders", "\"a\"", "{\"AMOUNT\":9}", 5);

        assertThat(run.results()).containsExactly("a -> 2,11 @2", "a -> null @3", "a -> 5,18 @5");
    }

    @Test
    void rowThatMovesToAnotherGroupChangesTheOldOneThenTheNewOne() {
        QueryRun run = QueryRun.of(byCity())
                .feed("orders", "\"a\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":3}", 1)
                .feed("orders", "\"b\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":4}", 2)
                .feed("orders", "\"a\"", "{\"CITY\":\"Jena\",\"AMOUNT\":3}", 3);

        assertThat(run.results()).containsExactly("Ulm -> 1,3 @1", "Ulm -> 2,7 @2", "Ulm -> 1,4 @3", "Jena -> 1,3 @3");
    }

    @Test
    void rowThatChangesWithinItsGroupGivesOneResult() {
        QueryRun run = QueryRun.of(byCity())
                .feed("orders", "\"a\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":3}", 1)
                .feed("orders", "\"a\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":8}", 2);

        assertThat(run.results()).containsExactly("Ulm -> 1,3 @1", "Ulm -> 1,8 @2");
    }

    @Test
    void groupWithNothingLeftStaysWithWhatItsFunctionsComeTo() {
        QueryRun run = QueryRun.of(byCity())
                .feed("orders", "\"a\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":3}", 1)
                .feed("orders", "\"a\"", null, 2)
                .feed("orders", "\"a\"", null, 3);

        assertThat(run.results()).containsExactly("Ulm -> 1,3 @1", "Ulm -> 0,0 @2");
    }

    @Test
    void tableRowsWhoseGroupIsNullCountNowhere() {
        QueryRun run = QueryRun.of(byCity())
                .feed("orders", "\"a\"", "{\"AMOUNT\":3}", 1)
                .feed("orders", "\"a\"", "{\"CITY\":\"Ulm\",\"AMOUNT\":3}", 2)
                .feed("orders", "\"a\"", "{\"AMOUNT\":3}", 3)
                .feed("orders", "\"a\"", null, 4);

        assertThat(run.results()).containsExactly("Ulm -> 1,3 @2", "Ulm -> 0,0 @3");
    }

    @Test
    void functionThatCannotBeUndoneIsRefusedOverATable() {
        PlanNode plan =
                aggregate(table("levels", "ID STRING", "V INT"), schema("ID STRING", "TOP INT"), "TOP = MAX(V)");

        assertThatThrownBy(() -> QueryRun.of(plan))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("MAX cannot be undone, so it cannot aggregate a table");
    }

    @Test
    void failingArgumentCountsAsNull() {
        PlanNode plan = aggregate(ORDERS, schema("ID STRING", "TOTAL INT"), "TOTAL = SUM(10 / AMOUNT)");
        QueryRun run = QueryRun.of(plan)
                .feed("orders", "\"a\"", "{\"AMOUNT\":0}", 1)
                .feed("orders", "\"a\"", "{\"AMOUNT\":5}", 2);

        assertThat(run.results()).containsExactly("a -> 0 @1", "a -> 2 @2");
        assertThat(run.log())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).startsWith("argument 1 of TOTAL: "));
    }

    @Test
    void stateBeyondItsLimitEndsTheQueryWithTheRemedy() {
        QueryRun run = QueryRun.of(BY_ID, 2)
                .feed("orders", "\"a\"", "{\"AMOUNT\":1}", 1)
                .feed("orders", "\"b\"", "{\"AMOUNT\":1}", 1)
                .feed("orders", "\"a\"", "{\"AMOUNT\":1}", 1);

        assertThat(run.stateRows()).isEqualTo(2);
        assertThatThrownBy(() -> run.feed("orders", "\"c\"", "{\"AMOUNT\":1}", 1))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("more than 2 rows of state")
                .hasMessageContaining("Limit its windows or its keys");
    }

    private static PlanNode byCity() {
        PlanNode orders = table("orders", "ID STRING", "CITY STRING", "AMOUNT INT");
        return aggregate(
                groupBy(orders, schema("CITY STRING", "AMOUNT INT"), "CITY = CITY"),
                schema("CITY STRING", "N BIGINT", "TOTAL INT"),
                "N = COUNT(*)",
                "TOTAL = SUM(AMOUNT)");
    }
}
