package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import java.util.HashMap;
import java.util.Map;

/** How many keyed stages lie on the way to a stage, itself included. */
public final class Levels {

    private Levels() {}

    /** The levels of a plan's stages, by their places; a stage that keeps nothing has that of what it reads. */
    static int[] of(StagePlan plan) {
        Map<String, Integer> known = new HashMap<>();
        int[] levels = new int[plan.stages().size()];
        for (int i = 0; i < levels.length; i++) {
            Stage stage = plan.stages().get(i);
            int before = 0;
            for (Input input : stage.inputs()) {
                if (input.from() instanceof From.Earlier earlier) {
                    before = Math.max(before, known.getOrDefault(earlier.stageId(), 0));
                }
            }
            levels[i] = before + (stage.operator().isPresent() ? 1 : 0);
            known.put(stage.id(), levels[i]);
        }
        return levels;
    }

    /** The highest level of a plan; 0 when it keeps nothing. */
    public static int depth(StagePlan plan) {
        int depth = 0;
        for (int level : of(plan)) {
            depth = Math.max(depth, level);
        }
        return depth;
    }
}
