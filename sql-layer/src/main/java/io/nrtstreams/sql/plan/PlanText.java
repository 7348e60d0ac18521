package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import java.util.List;
import java.util.stream.Collectors;

/** A plan of stages for people. */
record PlanText(StagePlan plan) {

    String text() {
        StringBuilder text = new StringBuilder();
        for (Stage stage : plan.stages()) {
            text.append("stage ").append(stage.id()).append('\n');
            for (Input input : stage.inputs()) {
                text.append("  from ").append(input.from()).append(steps(input.steps()));
                text.append(stage.operator().isPresent() ? " to side " + input.side() : "")
                        .append('\n');
            }
            stage.operator()
                    .ifPresent(operator ->
                            text.append("  by key: ").append(name(operator)).append('\n'));
            if (!stage.after().isEmpty()) {
                text.append("  then").append(steps(stage.after())).append('\n');
            }
        }
        plan.sink()
                .ifPresent(sink ->
                        text.append("into topic ").append(sink.layout().topic()).append('\n'));
        return text.toString();
    }

    private static String steps(List<Step> steps) {
        return steps.stream().map(step -> " -> " + name(step)).collect(Collectors.joining());
    }

    private static String name(Step step) {
        if (step instanceof Step.Apply apply) {
            return name(apply.node());
        }
        return "Subscribe(" + ((Step.Subscribe) step).join().id() + ")";
    }

    private static String name(Keyed operator) {
        if (operator instanceof Keyed.Node keyed) {
            return name(keyed.node());
        } else if (operator instanceof Keyed.Remember remember) {
            return "Remember(" + remember.source().name() + ")";
        } else if (operator instanceof Keyed.Subscriptions subscriptions) {
            return "Subscriptions(" + subscriptions.join().id() + ")";
        }
        return "Responses(" + ((Keyed.Responses) operator).join().id() + ")";
    }

    private static String name(PlanNode node) {
        return node.getClass().getSimpleName() + "(" + node.id() + ")";
    }
}
