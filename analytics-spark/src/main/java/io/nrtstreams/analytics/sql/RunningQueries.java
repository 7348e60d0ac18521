package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.analytics.sql.command.Contents;
import io.nrtstreams.analytics.sql.command.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the runtime run what the command log says. A query that the runtime does not take is told of in its status, and
 * keeps neither the statement nor other queries back.
 */
final class RunningQueries {

    private static final Logger LOG = LoggerFactory.getLogger(RunningQueries.class);

    private final QueryRuntime runtime;
    private final Map<String, Stored.Query> started = new LinkedHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private boolean tookUp;
    private volatile @Nullable String stopReason;

    RunningQueries(QueryRuntime runtime) {
        this.runtime = runtime;
    }

    /** Starts, ends, holds and lets go on until what runs is what should. */
    synchronized void follow(Contents contents) {
        if (stopReason != null) {
            return;
        }
        for (Stored.Query running : List.copyOf(started.values())) {
            String id = running.query().id();
            boolean same = contents.query(id)
                    .filter(wanted ->
                            wanted.origin().first() == running.origin().first())
                    .isPresent();
            if (!same) {
                started.remove(id);
                refused.remove(id);
                attempt(id, () -> runtime.end(id));
            }
        }
        contents.queries().forEach(this::follow);
        if (!tookUp) {
            tookUp = true;
            runtime.allStarted();
        }
    }

    private void follow(Stored.Query wanted) {
        String id = wanted.query().id();
        Stored.Query running = started.put(id, wanted);
        boolean isNew = running == null;
        if (isNew || !running.query().plan().equals(wanted.query().plan())) {
            attempt(
                    id,
                    () -> runtime.start(new QueryRuntime.Start(
                            wanted.query(), wanted.origin().first(), wanted.types(), wanted.properties())));
        }
        boolean wasPaused = running != null && running.query().paused();
        if (wanted.query().paused() && !wasPaused) {
            attempt(id, () -> runtime.pause(id));
        } else if (!wanted.query().paused() && wasPaused) {
            attempt(id, () -> runtime.resume(id));
        }
    }

    private void attempt(String id, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("The query {} cannot be run as it should.", id, e);
            refused.put(id, String.valueOf(e.getMessage()));
        }
    }

    /** How a query fares; empty when it does not run here. */
    Optional<Status> status(String id) {
        Optional<Status> told = runtime.status(id);
        String reason = refused.get(id);
        if (reason == null) {
            return told;
        }
        return Optional.of(new Status(
                QueryRuntime.State.ERROR,
                Optional.of(reason),
                0,
                Optional.empty(),
                told.map(Status::recordsIn).orElse(0L),
                told.map(Status::recordsOut).orElse(0L),
                told.map(Status::errors).orElse(0L),
                told.map(Status::lag).orElse(0L)));
    }

    /** Why nothing runs here; empty while it does, or might. */
    Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /**
     * Lets all queries stop where they are, for good: another server runs them, or this one does when it is started again.
     *
     * @param reason for those who ask
     */
    synchronized void stop(String reason) {
        if (stopReason != null) {
            return;
        }
        stopReason = reason;
        started.clear();
        runtime.close();
    }
}
