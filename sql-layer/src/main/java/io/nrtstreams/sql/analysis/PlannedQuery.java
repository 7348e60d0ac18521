package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A planned query and the topic that it needs.
 *
 * @param topic of the sink; empty for push queries and for INSERT INTO, whose topic is there already
 */
public record PlannedQuery(QueryPlan plan, Optional<SinkTopic> topic) {

    /**
     * How a sink's topic is made when there is none.
     *
     * @param replicas the broker's own setting when absent
     * @param retention the broker's own setting when absent
     */
    public record SinkTopic(int partitions, Optional<Integer> replicas, Optional<Duration> retention) {}

    /** The names of the streams and tables that are read, from left to right. */
    public Set<String> reads() {
        Set<String> names = new LinkedHashSet<>();
        collect(plan.root(), names);
        return names;
    }

    private static void collect(PlanNode node, Set<String> names) {
        if (node instanceof PlanNode.Source source) {
            names.add(source.name());
        }
        node.inputs().forEach(input -> collect(input, names));
    }
}
