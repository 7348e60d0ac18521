package io.nrtstreams.sql.plan;

import static io.nrtstreams.sql.host.Plans.aggregate;
import static io.nrtstreams.sql.host.Plans.byForeignKey;
import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.groupBy;
import static io.nrtstreams.sql.host.Plans.layout;
import static io.nrtstreams.sql.host.Plans.project;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.stream;
import static io.nrtstreams.sql.host.Plans.streamTable;
import static io.nrtstreams.sql.host.Plans.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Reader;
import io.nrtstreams.sql.tree.Query.JoinType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StagesTest {

    private static final PlanNode ORDERS = stream("orders", "ID STRING", "CITY STRING", "V INT");
    private static final PlanNode CITIES = table("cities", "ID STRING", "LAND STRING");

    @Test
    void stepsWithoutKeysAreOneStage() {
        PlanNode plan = project(filter(ORDERS, "V > 1"), schema("ID STRING", "V INT"), "V = V");

        assertThat(text(plan)).isEqualTo("""
                stage project-filter-orders.result
                  from topic orders -> Filter(filter-orders) -> Project(project-filter-orders)
                """);
    }

    @Test
    void groupingIsOneStageWithItsRekeyingBeforeAndHavingBehind() {
        PlanNode groups = aggregate(
                groupBy(filter(ORDERS, "V > 1"), schema("CITY STRING", "V INT"), "CITY = CITY"),
                schema("CITY STRING", "N BIGINT"),
                "N = COUNT(*)");

        assertThat(text(filter(groups, "N > 1"))).isEqualTo("""
                stage aggregate-group-filter-orders
                  from topic orders -> Filter(filter-orders) -> Rekey(group-filter-orders) to side 0
                  by key: Aggregate(aggregate-group-filter-orders)
                  then -> Filter(filter-aggregate-group-filter-orders)
                """);
    }

    @Test
    void rekeyingBehindAJoinIsCutBeforeTheKeyChanges() {
        PlanNode joined = filter(streamTable(ORDERS, CITIES, JoinType.INNER, false), "V > 1");
        PlanNode groups = aggregate(
                groupBy(joined, schema("LAND STRING", "V INT"), "LAND = LAND"),
                schema("LAND STRING", "N BIGINT"),
                "N = COUNT(*)");

        assertThat(text(groups)).isEqualTo("""
                stage join
                  from topic cities to side 1
                  from topic orders to side 0
                  by key: StreamTableJoin(join)
                  then -> Filter(filter-join)
                stage aggregate-group-filter-join
                  from stage join -> Rekey(group-filter-join) to side 0
                  by key: Aggregate(aggregate-group-filter-join)
                """);
    }

    @Test
    void tableIsRememberedWhereTheRowBeforeIsNeeded() {
        assertThat(text(filter(CITIES, "LAND IS NULL"))).isEqualTo("""
                stage cities
                  from topic cities to side 0
                  by key: Remember(cities)
                  then -> Filter(filter-cities)
                """);
        assertThat(text(project(CITIES, schema("ID STRING", "LAND STRING"), "LAND = LAND")))
                .doesNotContain("Remember");
    }

    @Test
    void foreignKeyJoinGoesThereAndBackAndItsLeftRowsReachTheWayBackFirst() {
        PlanNode orders = table("orders", "ID STRING", "CITY STRING");
        StagePlan plan = stages(byForeignKey(orders, CITIES, JoinType.LEFT, "CITY"));

        assertThat(plan).hasToString("""
                stage orders
                  from topic orders to side 0
                  by key: Remember(orders)
                stage join.subscriptions
                  from stage orders -> Subscribe(join) to side 0
                  from topic cities to side 1
                  by key: Subscriptions(join)
                stage join
                  from stage orders to side 0
                  from stage join.subscriptions to side 1
                  by key: Responses(join)
                """);
        assertThat(plan.readers(new From.Earlier("orders")))
                .map(Reader::stage)
                .map(StagePlan.Stage::id)
                .containsExactly("join", "join.subscriptions");
    }

    @Test
    void unitedStreamsAreSeveralInputs() {
        PlanNode others = stream("others", "ID STRING", "CITY STRING", "V INT");
        PlanNode union = new PlanNode.UnionAll("union", List.of(ORDERS, others), ORDERS.schema());

        assertThat(text(filter(union, "V > 1"))).isEqualTo("""
                stage filter-union.result
                  from topic orders -> Filter(filter-union)
                  from topic others -> Filter(filter-union)
                """);
    }

    @Test
    void sinkIsNamed() {
        QueryPlan.Sink sink = new QueryPlan.Sink("OUT", layout("out", ORDERS.schema()), false);

        assertThat(Stages.of(new QueryPlan("Q", ORDERS, Optional.of(sink))).toString())
                .endsWith("into topic out\n");
    }

    private static String text(PlanNode root) {
        return stages(root).toString();
    }

    private static StagePlan stages(PlanNode root) {
        return Stages.of(new QueryPlan("Q", root, Optional.empty()));
    }
}
