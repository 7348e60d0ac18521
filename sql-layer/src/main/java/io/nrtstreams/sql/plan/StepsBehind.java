package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves steps that take a single stage's rows, and keep their key, behind that stage's operator. */
final class StepsBehind {

    private final List<Stage> stages;
    private final Map<String, List<Step>> after = new HashMap<>();

    private StepsBehind(List<Stage> stages) {
        this.stages = stages;
    }

    static List<Stage> moved(List<Stage> stages) {
        return new StepsBehind(stages).moved();
    }

    private List<Stage> moved() {
        List<Stage> shorter = new ArrayList<>();
        for (Stage stage : stages) {
            List<Input> inputs = stage.inputs().stream().map(this::moved).toList();
            shorter.add(new Stage(stage.id(), inputs, stage.operator(), stage.after()));
        }
        return shorter.stream()
                .filter(stage -> !isIdle(stage))
                .map(this::longer)
                .toList();
    }

    /** What remains of an input when its first steps have moved. */
    private Input moved(Input input) {
        if (!(input.from() instanceof From.Earlier from) || readers(from) > 1) {
            return input;
        }
        List<Step> steps = input.steps();
        int keyed = 0;
        while (keyed < steps.size() && keepsKey(steps.get(keyed))) {
            keyed++;
        }
        after.put(from.stageId(), steps.subList(0, keyed));
        return new Input(input.side(), from, steps.subList(keyed, steps.size()));
    }

    private Stage longer(Stage stage) {
        List<Step> all = new ArrayList<>(stage.after());
        all.addAll(after.getOrDefault(stage.id(), List.of()));
        return new Stage(stage.id(), stage.inputs(), stage.operator(), all);
    }

    /** Whether a stage only hands on an earlier one's rows. */
    private static boolean isIdle(Stage stage) {
        return stage.operator().isEmpty()
                && stage.inputs().size() == 1
                && stage.inputs().get(0).steps().isEmpty()
                && stage.inputs().get(0).from() instanceof From.Earlier;
    }

    private static boolean keepsKey(Step step) {
        return step instanceof Step.Apply apply && !(apply.node() instanceof PlanNode.Rekey);
    }

    private long readers(From.Earlier from) {
        return stages.stream()
                .flatMap(stage -> stage.inputs().stream())
                .filter(input -> input.from().equals(from))
                .count();
    }
}
