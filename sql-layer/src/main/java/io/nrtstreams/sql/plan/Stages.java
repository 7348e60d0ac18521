package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.plan.PlanNode.Aggregate;
import io.nrtstreams.sql.plan.PlanNode.Distinct;
import io.nrtstreams.sql.plan.PlanNode.Explode;
import io.nrtstreams.sql.plan.PlanNode.Filter;
import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.plan.PlanNode.Join;
import io.nrtstreams.sql.plan.PlanNode.Project;
import io.nrtstreams.sql.plan.PlanNode.Rekey;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.PlanNode.StreamTableJoin;
import io.nrtstreams.sql.plan.PlanNode.UnionAll;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a plan into stages: before each node that remembers by key. Steps up to a re-keying stay with the stage whose rows
 * they take, the re-keying and what follows it go to the stage that needs the new key. A table whose changes must carry the
 * row before is remembered, whether its source says so or not.
 */
public final class Stages {

    /** Where a node's rows come from, before any stage is made of them: several when streams are united. */
    private record Flow(From from, List<Step> steps) {

        Flow then(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Flow(from, List.copyOf(longer));
        }
    }

    private final List<Stage> stages = new ArrayList<>();

    private Stages() {}

    /** The stages of a plan. */
    public static StagePlan of(QueryPlan plan) {
        Stages cut = new Stages();
        List<Flow> flows = cut.flows(plan.root(), false);
        String last = plan.root().id() + ".result";
        cut.stages.add(new Stage(last, inputs(0, flows), Optional.empty(), List.of()));
        return new StagePlan(plan.queryId(), StepsBehind.moved(cut.stages), plan.sink());
    }

    /** Where a node's rows come from; {@code before} tells whether changes of a table must carry the row before. */
    private List<Flow> flows(PlanNode node, boolean before) {
        if (node instanceof Source source) {
            return source(source, before);
        } else if (node instanceof UnionAll union) {
            return union.inputs().stream()
                    .flatMap(input -> flows(input, false).stream())
                    .toList();
        } else if (node instanceof Project || node instanceof Explode) {
            return then(flows(node.inputs().get(0), before), new Step.Apply(node));
        } else if (node instanceof Filter || node instanceof Rekey) {
            return then(flows(node.inputs().get(0), node.isTable()), new Step.Apply(node));
        } else if (node instanceof ForeignKeyJoin join) {
            return foreignKey(join);
        } else if (node instanceof Aggregate || node instanceof Distinct) {
            PlanNode input = node.inputs().get(0);
            return keyed(node.id(), new Keyed.Node(node), inputs(0, flows(input, input.isTable())));
        } else if (node instanceof StreamTableJoin join) {
            return keyed(join.id(), new Keyed.Node(join), tableFirst(join));
        } else if (node instanceof Join join) {
            List<Input> left = inputs(0, flows(join.left(), false));
            return keyed(join.id(), new Keyed.Node(join), both(left, inputs(1, flows(join.right(), false))));
        }
        throw new IllegalArgumentException(
                "no such node in a stage: " + node.getClass().getSimpleName());
    }

    private List<Flow> source(Source source, boolean before) {
        Flow records = new Flow(new From.Topic(source), List.of());
        return source.remembered() || (before && source.isTable())
                ? keyed(source.id(), new Keyed.Remember(source), inputs(0, List.of(records)))
                : List.of(records);
    }

    /** A record that both sides read changes the table before it is joined. */
    private List<Input> tableFirst(StreamTableJoin join) {
        List<Input> stream = inputs(0, flows(join.left(), false));
        return both(inputs(1, flows(join.right(), false)), stream);
    }

    /** The left rows reach the place where answers come back before they are sent to the foreign keys. */
    private List<Flow> foreignKey(ForeignKeyJoin join) {
        List<Flow> left = flows(join.left(), true);
        List<Flow> right = flows(join.right(), false);
        String subscriptions = join.id() + ".subscriptions";
        keyed(
                subscriptions,
                new Keyed.Subscriptions(join),
                both(inputs(0, then(left, new Step.Subscribe(join))), inputs(1, right)));
        Flow answers = new Flow(new From.Earlier(subscriptions), List.of());
        return keyed(join.id(), new Keyed.Responses(join), both(inputs(0, left), inputs(1, List.of(answers))));
    }

    private List<Flow> keyed(String id, Keyed operator, List<Input> inputs) {
        stages.add(new Stage(id, inputs, Optional.of(operator), List.of()));
        return List.of(new Flow(new From.Earlier(id), List.of()));
    }

    private static List<Flow> then(List<Flow> flows, Step step) {
        return flows.stream().map(flow -> flow.then(step)).toList();
    }

    private static List<Input> inputs(int side, List<Flow> flows) {
        return flows.stream()
                .map(flow -> new Input(side, flow.from(), flow.steps()))
                .toList();
    }

    private static List<Input> both(List<Input> some, List<Input> more) {
        List<Input> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
