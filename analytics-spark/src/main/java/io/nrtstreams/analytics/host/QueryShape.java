package io.nrtstreams.analytics.host;

import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.Stages;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a host needs to know of a plan.
 *
 * @param depth how many keyed stages follow each other at most
 * @param topics that it reads, and whether all that read one do so as a table
 */
record QueryShape(int depth, Map<String, Boolean> topics) {

    static QueryShape of(QueryPlan plan) {
        StagePlan stages = Stages.of(plan);
        Map<String, Integer> levels = new HashMap<>();
        Map<String, Boolean> topics = new TreeMap<>();
        for (Stage stage : stages.stages()) {
            int above = 0;
            for (Input input : stage.inputs()) {
                if (input.from() instanceof From.Earlier earlier) {
                    above = Math.max(above, levels.getOrDefault(earlier.stageId(), 0));
                } else if (input.from() instanceof From.Topic topic) {
                    Source source = topic.source();
                    topics.merge(source.layout().topic(), source.isTable(), Boolean::logicalAnd);
                }
            }
            levels.put(stage.id(), above + (stage.operator().isPresent() ? 1 : 0));
        }
        int depth = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new QueryShape(depth, topics);
    }
}
