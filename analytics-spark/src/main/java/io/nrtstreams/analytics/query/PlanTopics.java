package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import java.util.Set;
import java.util.TreeSet;

/** The topics, or locations of objects, that a plan reads. */
final class PlanTopics {

    private PlanTopics() {}

    static Set<String> of(QueryPlan plan) {
        Set<String> topics = new TreeSet<>();
        collect(plan.root(), topics);
        return topics;
    }

    private static void collect(PlanNode node, Set<String> topics) {
        if (node instanceof PlanNode.Source source) {
            topics.add(source.layout().topic());
        }
        node.inputs().forEach(input -> collect(input, topics));
    }
}
