package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.sql.QueryRuntime.Start;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows of a query. Changed by the host's thread, read by any.
 */
final class QueryState {

    /** What others see. */
    record View(State state, Optional<String> reason, int restarts, Optional<Instant> nextAttempt) {}

    private final Start start;
    private final QueryKey key;
    private volatile View view = new View(State.STARTING, Optional.empty(), 0, Optional.empty());
    private volatile boolean paused;
    private volatile @Nullable Job job;
    private volatile @Nullable Member member;
    private int failures;

    QueryState(Start start) {
        this.start = start;
        this.key = new QueryKey(start.query().id(), start.sequence());
        this.paused = start.query().paused();
    }

    Start start() {
        return start;
    }

    QueryKey key() {
        return key;
    }

    View view() {
        return view;
    }

    boolean isPaused() {
        return paused;
    }

    void pause(boolean isPaused) {
        paused = isPaused;
    }

    @Nullable Job job() {
        return job;
    }

    @Nullable Member member() {
        return member;
    }

    /** Notes where the query runs. */
    void joined(Job itsJob, Member itself) {
        member = itself;
        job = itsJob;
    }

    /** It runs, or will as soon as its job does. */
    void running(State state) {
        view = new View(state, Optional.empty(), view.restarts(), Optional.empty());
    }

    /** It has failed and is started again. */
    void restarting(String reason, Instant at) {
        view = new View(State.RESTARTING, Optional.of(reason), view.restarts(), Optional.of(at));
    }

    /** Another attempt begins. */
    void restarted() {
        view = new View(State.STARTING, view.reason(), view.restarts() + 1, Optional.empty());
    }

    /** It has failed for good. */
    void failed(String reason) {
        view = new View(State.ERROR, Optional.of(reason), view.restarts(), Optional.empty());
    }

    boolean is(State state) {
        return view.state() == state;
    }

    int failedAgain() {
        return ++failures;
    }

    void recovered() {
        failures = 0;
    }
}
