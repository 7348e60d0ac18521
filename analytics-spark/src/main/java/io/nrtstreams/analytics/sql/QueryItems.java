package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.analytics.sql.entity.ListingEntity.QueryItem;
import io.nrtstreams.sql.engine.PersistentQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queries as SHOW and DESCRIBE tell them. */
final class QueryItems {

    private final RunningQueries running;

    QueryItems(RunningQueries running) {
        this.running = running;
    }

    QueryItem of(PersistentQuery query) {
        Optional<Status> status = running.status(query.id());
        String state = state(query, status);
        return new QueryItem(
                query.statement(),
                List.of(query.sink()),
                query.plan().sink().map(sink -> List.of(sink.layout().topic())).orElse(List.of()),
                query.id(),
                Map.of(state, 1),
                "PERSISTENT",
                state,
                status.map(told -> told.state().name()).orElse(null),
                status.flatMap(Status::reason).orElse(null),
                status.map(Status::restarts).orElse(null),
                status.map(Status::recordsIn).orElse(null),
                status.map(Status::recordsOut).orElse(null),
                status.map(Status::errors).orElse(null),
                status.map(Status::lag).orElse(null));
    }

    /** In the words that clients know: RUNNING, PAUSED, ERROR. A query that waits for its next attempt is in error. */
    private static String state(PersistentQuery query, Optional<Status> status) {
        if (query.paused()) {
            return State.PAUSED.name();
        }
        boolean failed = status.map(Status::state)
                .filter(state -> state == State.ERROR || state == State.RESTARTING)
                .isPresent();
        return failed ? State.ERROR.name() : State.RUNNING.name();
    }

    QueryItem of(PushRegistry.Open push) {
        String state = State.RUNNING.name();
        return new QueryItem(
                push.text(),
                List.of(),
                List.of(),
                push.id(),
                Map.of(state, 1),
                "PUSH",
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
