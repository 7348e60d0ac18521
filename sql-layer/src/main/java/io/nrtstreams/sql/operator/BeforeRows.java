package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import java.util.List;
import java.util.Optional;

/** Who reads the row before a change; where nobody does it is not computed. */
record BeforeRows(StagePlan plan) {

    /** Whether a step, or what follows it, reads the row before. */
    static boolean isReadBy(List<Step> steps, int from, boolean isReadAfter) {
        for (Step step : steps.subList(from, steps.size())) {
            if (step instanceof Step.Subscribe) {
                return true;
            } else if (step instanceof Step.Apply apply && !(apply.node() instanceof PlanNode.Project)) {
                return apply.node().isTable();
            }
        }
        return isReadAfter;
    }

    boolean isReadByOperator(Stage stage) {
        Optional<Keyed> operator = stage.operator();
        if (operator.isEmpty()) {
            return isReadAfterOperator(stage);
        }
        return operator.get() instanceof Keyed.Node keyed
                && keyed.node() instanceof PlanNode.Aggregate aggregate
                && aggregate.input().isTable();
    }

    /** Whether a stage's own last steps, or its readers, read what its operator gives as the row before. */
    boolean isReadAfterOperator(Stage stage) {
        return isReadBy(stage.after(), 0, isReadByOthers(stage));
    }

    boolean isReadByOthers(Stage stage) {
        return plan.readers(new From.Earlier(stage.id())).stream()
                .anyMatch(reader -> isReadBy(reader.input().steps(), 0, isReadByOperator(reader.stage())));
    }
}
