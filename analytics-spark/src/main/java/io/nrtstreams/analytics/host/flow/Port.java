package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/**
 * A side of a keyed stage, at which rows arrive as bytes.
 *
 * @param number unique in the plan
 * @param level of the stage
 * @param needsTime whether the stage's results depend on the time that this side has reached, rows or not
 */
record Port(int number, int stage, int side, int level, KeyCodec keys, RowBytes rows, boolean needsTime) {

    /** The ports of a plan, by their numbers. */
    static List<Port> of(StagePlan plan) {
        int[] levels = Levels.of(plan);
        List<Port> ports = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            Stage stage = plan.stages().get(i);
            if (stage.operator().isEmpty()) {
                continue;
            }
            boolean needsTime = needsTime(stage.operator().get());
            for (Input input : stage.inputs()) {
                int place = i;
                boolean isKnown = ports.stream().anyMatch(port -> port.stage == place && port.side == input.side());
                if (!isKnown) {
                    Columns columns = arriving(plan, input);
                    ports.add(new Port(
                            ports.size(),
                            i,
                            input.side(),
                            levels[i],
                            new KeyCodec(columns.key),
                            new RowBytes(columns.value),
                            needsTime));
                }
            }
        }
        return ports;
    }

    private static boolean needsTime(Keyed operator) {
        if (!(operator instanceof Keyed.Node keyed)) {
            return false;
        }
        PlanNode node = keyed.node();
        return node instanceof PlanNode.StreamStreamJoin
                || (node instanceof PlanNode.Aggregate aggregate
                        && aggregate.window().isPresent())
                || (node instanceof PlanNode.StreamTableJoin join && join.byEventTime());
    }

    /** The types of a row's columns. */
    private record Columns(List<SqlType> key, List<SqlType> value) {

        static Columns of(Schema schema) {
            return new Columns(types(schema.key()), types(schema.value()));
        }

        static List<SqlType> types(List<Column> columns) {
            return columns.stream().map(Column::type).toList();
        }
    }

    private static Columns arriving(StagePlan plan, Input input) {
        return input.steps().isEmpty()
                ? leaving(plan, input.from())
                : behind(input.steps().get(input.steps().size() - 1));
    }

    private static Columns behind(Step step) {
        if (step instanceof Step.Apply apply) {
            return Columns.of(apply.node().schema());
        }
        ForeignKeyJoin join = ((Step.Subscribe) step).join();
        List<SqlType> subscription = new ArrayList<>(List.of(SqlTypes.INTEGER, SqlTypes.BIGINT));
        subscription.addAll(Columns.types(join.left().schema().key()));
        return new Columns(Columns.types(join.right().schema().key()), subscription);
    }

    private static Columns leaving(StagePlan plan, From from) {
        if (from instanceof From.Topic topic) {
            return Columns.of(topic.source().schema());
        }
        String id = ((From.Earlier) from).stageId();
        Stage stage = plan.stages().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the plan has no stage " + id));
        if (!stage.after().isEmpty()) {
            return behind(stage.after().get(stage.after().size() - 1));
        }
        return stage.operator()
                .map(Port::leaving)
                .orElseGet(() -> arriving(plan, stage.inputs().get(0)));
    }

    private static Columns leaving(Keyed operator) {
        if (operator instanceof Keyed.Node keyed) {
            return Columns.of(keyed.node().schema());
        } else if (operator instanceof Keyed.Remember remember) {
            return Columns.of(remember.source().schema());
        } else if (operator instanceof Keyed.Responses responses) {
            return Columns.of(responses.join().schema());
        }
        ForeignKeyJoin join = ((Keyed.Subscriptions) operator).join();
        List<SqlType> answer = new ArrayList<>(List.of(SqlTypes.BIGINT, SqlTypes.BOOLEAN));
        answer.addAll(Columns.types(join.right().schema().value()));
        return new Columns(Columns.types(join.left().schema().key()), answer);
    }
}
