package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.type.SqlType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Runs persistent queries until they are ended. Calls return at once; a query that cannot run says so in its
 * {@link #status}. Thread-safe.
 */
public interface QueryRuntime extends AutoCloseable {

    /**
     * Starts a query, or lets it go on where it stopped: what a runtime has stored of a query of this id and
     * {@link Start#sequence} is its own. A query of the same id that runs is replaced from its next batch on and leaves its
     * state to this one.
     */
    void start(Start query);

    /** Told when all queries there are have been started: what the runtime has stored of others goes. */
    default void allStarted() {}

    /** Ends a query for good: its positions and its state are deleted. */
    void end(String queryId);

    /** Holds a query where it is. */
    void pause(String queryId);

    void resume(String queryId);

    /** How a query fares; empty when it was never started. */
    Optional<Status> status(String queryId);

    /** Stops all queries in good order; they go on at the next start. Once is enough, more does no harm. */
    @Override
    void close();

    /**
     * A query to run.
     *
     * @param sequence of the command that first made the query: it tells a query from an earlier one of the same id
     * @param types made by CREATE TYPE, by name
     * @param properties of the session that started it: auto.offset.reset and others
     */
    record Start(PersistentQuery query, long sequence, Map<String, SqlType> types, Map<String, String> properties) {

        public Start {
            types = Map.copyOf(types);
            properties = Map.copyOf(properties);
        }
    }

    /**
     * How a query fares.
     *
     * @param reason why it is not running, with the remedy
     * @param restarts how often it was started again after a failure
     * @param recordsIn read since the runtime started
     * @param recordsOut written since the runtime started
     * @param errors entries of the processing log since the runtime started
     * @param lag records not yet read
     */
    record Status(
            State state,
            Optional<String> reason,
            int restarts,
            Optional<Instant> nextAttempt,
            long recordsIn,
            long recordsOut,
            long errors,
            long lag) {}

    enum State {
        STARTING,
        RUNNING,
        PAUSED,
        /** It failed and is started again after a while. */
        RESTARTING,
        /** It failed in a way that another start does not mend. */
        ERROR
    }
}
