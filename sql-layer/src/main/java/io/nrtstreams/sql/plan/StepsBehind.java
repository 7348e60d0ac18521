package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves steps that take a single stage's rows, and keep their key, behind that stage's operator. */
final class StepsBehind {

    private StepsBehind() {}

    static List<Stage> moved(List<Stage> stages) {
        Map<String, Stage> byId = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Stage stage : stages) {
            order.add(stage.id());
            byId.put(stage.id(), stage);
        }
        for (Stage stage : stages) {
            List<Input> inputs = new ArrayList<>();
            for (Input input : stage.inputs()) {
                inputs.add(
                        input.from() instanceof From.Earlier from && readers(stages, from.stageId()) == 1
                                ? behind(byId, from.stageId(), input)
                                : input);
            }
            Stage current = byId.get(stage.id());
            byId.put(stage.id(), new Stage(current.id(), inputs, current.operator(), current.after()));
        }
        return order.stream()
                .map(byId::get)
                .flatMap(stage -> joined(byId, stage).stream())
                .toList();
    }

    /** Moves the input's first steps and gives what remains of it. */
    private static Input behind(Map<String, Stage> byId, String stageId, Input input) {
        Stage before = byId.get(stageId);
        int keyed = 0;
        while (keyed < input.steps().size() && keepsKey(input.steps().get(keyed))) {
            keyed++;
        }
        List<Step> after = new ArrayList<>(before.after());
        after.addAll(input.steps().subList(0, keyed));
        byId.put(stageId, new Stage(before.id(), before.inputs(), before.operator(), after));
        return new Input(
                input.side(),
                input.from(),
                input.steps().subList(keyed, input.steps().size()));
    }

    /** Leaves out a last stage that does nothing any more. */
    private static Optional<Stage> joined(Map<String, Stage> byId, Stage stage) {
        boolean nothing = stage.operator().isEmpty()
                && stage.after().isEmpty()
                && stage.inputs().size() == 1
                && stage.inputs().get(0).steps().isEmpty()
                && stage.inputs().get(0).from() instanceof From.Earlier from
                && byId.containsKey(from.stageId());
        return nothing ? Optional.empty() : Optional.of(stage);
    }

    private static boolean keepsKey(Step step) {
        return step instanceof Step.Apply apply && !(apply.node() instanceof PlanNode.Rekey);
    }

    private static long readers(List<Stage> stages, String stageId) {
        return stages.stream()
                .flatMap(stage -> stage.inputs().stream())
                .filter(input -> input.from().equals(new From.Earlier(stageId)))
                .count();
    }
}
