package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.model.Models;
import java.util.Optional;

/**
 * A query ready to run. Of a persistent query the root's rows are what is written. Of a push query the root's value columns
 * are what is shown, in order, key columns among them; a value column of the same name as a key column always has its value,
 * so that it is known of a deletion too, whose row has no value.
 *
 * @param queryId such as CSAS_OUTPUT_1
 * @param sink where rows go; absent for push queries
 * @param models that PREDICT asks, as they were when the query was planned: it keeps them, whatever becomes of their names
 */
public record QueryPlan(String queryId, PlanNode root, Optional<Sink> sink, Models models) {

    /** A plan that asks no model. */
    public QueryPlan(String queryId, PlanNode root, Optional<Sink> sink) {
        this(queryId, root, sink, Models.NONE);
    }

    /**
     * What a persistent query writes.
     *
     * @param name of the stream or table
     */
    public record Sink(String name, TopicLayout layout, boolean isTable) {}
}
