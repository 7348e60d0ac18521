package io.nrtstreams.sql.plan;

import java.util.Optional;

/**
 * A query ready to run.
 *
 * @param queryId such as CSAS_OUTPUT_1
 * @param sink where rows go; absent for push queries
 */
public record QueryPlan(String queryId, PlanNode root, Optional<Sink> sink) {

    /**
     * What a persistent query writes.
     *
     * @param name of the stream or table
     */
    public record Sink(String name, TopicLayout layout, boolean isTable) {}
}
