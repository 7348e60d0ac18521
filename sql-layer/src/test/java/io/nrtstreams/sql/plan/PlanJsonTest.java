package io.nrtstreams.sql.plan;

import static io.nrtstreams.sql.host.Plans.aggregate;
import static io.nrtstreams.sql.host.Plans.byForeignKey;
import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.groupBy;
import static io.nrtstreams.sql.host.Plans.named;
import static io.nrtstreams.sql.host.Plans.project;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.stream;
import static io.nrtstreams.sql.host.Plans.streamTable;
import static io.nrtstreams.sql.host.Plans.streams;
import static io.nrtstreams.sql.host.Plans.table;
import static io.nrtstreams.sql.host.Plans.tables;
import static io.nrtstreams.sql.host.Plans.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Emit;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.WindowShape;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanJsonTest {

    private static final PlanNode STREAM = stream("s", "ID STRING", "A ARRAY<INT>", "V INT");
    private static final PlanNode TABLE =
            table("t", "ID STRING", "`it''s` STRUCT<`x` DECIMAL(5, 2), M MAP<STRING, BYTES>>");

    @ParameterizedTest
    @MethodSource("plans")
    void planReadBackEqualsWhatWasWritten(PlanNode root) {
        QueryPlan plan = new QueryPlan("CSAS_OUT_1", root, Optional.empty());

        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    static List<PlanNode> plans() {
        PlanNode filtered = filter(STREAM, "V > 1 AND CASE WHEN V = 2 THEN 'it''s' ELSE NULL END LIKE '%s'");
        PlanNode other = table("u", "ID STRING", "X INT");
        return List.of(
                filtered,
                project(STREAM, schema("ID STRING", "W DOUBLE"), "W = CAST(V AS DOUBLE) * 1.5E0"),
                groupBy(STREAM, schema("V INT", "ID STRING"), "V = V + 1"),
                new PlanNode.Explode(
                        "e", STREAM, named("E = EXPLODE(A)"), schema("ID STRING", "A ARRAY<INT>", "V INT", "E INT")),
                new PlanNode.Aggregate(
                        "a",
                        filtered,
                        named("V = V"),
                        named("N = COUNT(*)", "T = TOPK(V, 3)"),
                        Optional.empty(),
                        Emit.CHANGES,
                        schema("ID STRING", "V INT", "N BIGINT", "T ARRAY<INT>")),
                counted(window(new WindowShape.Tumbling(Duration.ofDays(1)), -1)),
                counted(window(new WindowShape.Hopping(Duration.ofHours(2), Duration.ofHours(1)), 3)),
                counted(window(new WindowShape.Session(Duration.ofMinutes(3)), 0)),
                counted(new Query.Window(
                        Position.NONE,
                        new WindowShape.Tumbling(Duration.ofDays(1)),
                        Optional.of(Duration.ofDays(9)),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(Duration.ofHours(6)),
                        Optional.of("Europe/Berlin"))),
                new PlanNode.Distinct("d", STREAM),
                new PlanNode.UnionAll("u", List.of(STREAM, STREAM), STREAM.schema()),
                streams(STREAM, STREAM, JoinType.FULL, 1, 2, 3),
                streams(STREAM, STREAM, JoinType.INNER, 1, 2, -1),
                streamTable(STREAM, TABLE, JoinType.LEFT, true),
                tables(TABLE, other, JoinType.RIGHT),
                byForeignKey(TABLE, other, JoinType.LEFT, "`it''s`->M['a']"));
    }

    private static PlanNode counted(Query.Window window) {
        return aggregate(STREAM, window, Emit.FINAL, schema("ID STRING", "N BIGINT"), "N = COUNT(*)");
    }

    @Test
    void layoutsKeepAllTheySay() {
        Schema schema = new Schema(
                List.of(new Column("id", SqlTypes.BIGINT)),
                List.of(new Column("AT", SqlTypes.STRING)),
                List.of(
                        new Schema.HeaderColumn(new Column("H", SqlTypes.BYTES), Optional.of("trace")),
                        new Schema.HeaderColumn(new Column("ALL_OF_THEM", SqlTypes.BYTES), Optional.empty())),
                true);
        TopicLayout layout = new TopicLayout(
                "windowed",
                schema,
                FormatSpec.of("KAFKA"),
                new FormatSpec("DELIMITED", Map.of("DELIMITER", "TAB", "SCHEMA_ID", "4"), Optional.of(false)),
                Optional.of(new KeyWindow(KeyWindow.Kind.HOPPING, Optional.of(Duration.ofSeconds(5)))),
                Optional.of(new TimestampColumn("AT", Optional.of("yyyy-MM-dd"))));
        PlanNode source = new PlanNode.Source("source", "W", layout, true, true);
        QueryPlan plan = new QueryPlan("Q", source, Optional.of(new QueryPlan.Sink("OUT", layout, true)));

        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | The plan is no JSON",
                "[] | the plan is no JSON object",
                "{\"version\":2} | version 2, this release reads up to 1",
                "{\"version\":1,\"queryId\":\"Q\",\"root\":{\"node\":\"Filter\",\"id\":\"f\",\"inputs\":[]}}"
                        + " | the plan.root.inputs is not an array of 1 nodes or more",
                "{\"version\":1,\"queryId\":\"Q\",\"root\":{\"node\":\"Sieve\",\"id\":\"f\",\"inputs\":[]}}"
                        + " | the plan.root.node is not a node of this release"
            })
    void whatIsNoPlanIsRefusedByItsPath(String json, String message) {
        assertThatThrownBy(() -> PlanJson.read(json))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void versionStandsInTheText() {
        assertThat(PlanJson.write(new QueryPlan("Q", STREAM, Optional.empty())))
                .startsWith("{\"version\":1,\"queryId\":\"Q\",");
    }
}
