package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.plan.QueryPlan;
import java.util.Set;

/**
 * A query that runs until it is terminated.
 *
 * @param reads the streams and tables it reads
 * @param sink the stream or table it writes
 * @param ownsSink whether it made the sink, and not INSERT INTO
 * @param statement the text that started it
 */
public record PersistentQuery(
        String id, QueryPlan plan, Set<String> reads, String sink, boolean ownsSink, boolean paused, String statement) {

    public PersistentQuery {
        reads = Set.copyOf(reads);
    }

    PersistentQuery withPaused(boolean isPaused) {
        return new PersistentQuery(id, plan, reads, sink, ownsSink, isPaused, statement);
    }
}
