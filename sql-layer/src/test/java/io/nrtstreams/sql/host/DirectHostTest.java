package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.aggregate;
import static io.nrtstreams.sql.host.Plans.layout;
import static io.nrtstreams.sql.host.Plans.project;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectHostTest {

    private static final PlanNode INPUT = stream("in", "ID STRING", "V INT");

    private final List<ProcessingLog.Entry> log = new ArrayList<>();
    private final List<TopicRecord> written = new ArrayList<>();

    @Test
    void resultsAreRecordsOfTheSinkWithTheHeadersOfTheirRecord() {
        DirectHost host = start(project(INPUT, schema("ID STRING", "W INT"), "W = V * 2"), "out");
        TopicRecord.Header header = new TopicRecord.Header("trace", new byte[] {1});
        host.process(new TopicRecord("in", 3, 9, 5, bytes("\"a\""), bytes("{\"V\":4}"), List.of(header)), written::add);

        assertThat(host.topics()).containsExactly("in");
        assertThat(written).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("out");
            assertThat(record.key()).asString(UTF_8).isEqualTo("\"a\"");
            assertThat(record.value()).asString(UTF_8).isEqualTo("{\"W\":8}");
            assertThat(record.timestamp()).isEqualTo(5);
            assertThat(record.headers()).containsExactly(header);
        });
    }

    @Test
    void resultThatCannotBeWrittenIsLoggedAndTheQueryGoesOn() {
        PlanNode bigint = stream("in", "ID STRING", "V BIGINT");
        TopicLayout plain = layout("out", bigint.schema());
        TopicLayout layout = new TopicLayout(
                "out",
                plain.schema(),
                plain.keyFormat(),
                plain.valueFormat(),
                Optional.empty(),
                Optional.of(new TimestampColumn("V", Optional.empty())));
        DirectHost host = start(new QueryPlan("Q", bigint, Optional.of(new QueryPlan.Sink("OUT", layout, false))));
        host.process(record("in", "a", "{\"V\":-2}", 7), written::add);
        host.process(record("in", "a", "{\"V\":3}", 8), written::add);

        assertThat(written).extracting(TopicRecord::timestamp).containsExactly(3L);
        assertThat(log).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ENCODE);
            assertThat(entry.step()).isEqualTo("sink");
            assertThat(entry.origin()).hasToString("in-0@7");
        });
    }

    @Test
    void queryWithoutASinkGivesRowsOnly() {
        DirectHost host = start(new QueryPlan("Q", INPUT, Optional.empty()));

        assertThatThrownBy(() -> host.process(record("in", "a", "{}", 1), written::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gives rows, not records");
    }

    @Test
    void planThatCannotRunIsRefusedAtTheStart() {
        assertThatThrownBy(() -> start(project(INPUT, schema("ID STRING", "W INT"), "W = NO_SUCH(V)"), "out"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("NO_SUCH");
    }

    @Test
    void queriesFeedEachOther() {
        DirectQueries queries = new DirectQueries();
        queries.add(start(project(INPUT, schema("ID STRING", "W INT"), "W = V * 2"), "doubled"));
        PlanNode doubled = stream("doubled", "ID STRING", "W INT");
        queries.add(start(aggregate(doubled, schema("ID STRING", "T INT"), "T = SUM(W)"), "sums"));
        queries.process(record("in", "a", "{\"V\":1}", 1), written::add);
        queries.process(record("in", "a", "{\"V\":2}", 2), written::add);
        queries.process(record("others", "a", "{\"V\":2}", 3), written::add);

        assertThat(written)
                .map(record -> record.topic() + "@" + record.offset() + " " + new String(record.value(), UTF_8))
                .containsExactly("doubled@0 {\"W\":2}", "sums@0 {\"T\":2}", "doubled@1 {\"W\":4}", "sums@1 {\"T\":6}");
    }

    private DirectHost start(PlanNode root, String sink) {
        TopicLayout layout = layout(sink, root.schema());
        return start(new QueryPlan("Q", root, Optional.of(new QueryPlan.Sink(sink, layout, root.isTable()))));
    }

    private DirectHost start(QueryPlan plan) {
        return DirectHost.start(plan, FunctionRegistry.builtIn(), Formats.withoutRegistry(), Map.of(), log::add);
    }

    private static TopicRecord record(String topic, String key, String value, long time) {
        return new TopicRecord(topic, 0, time, time, bytes('"' + key + '"'), bytes(value), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
