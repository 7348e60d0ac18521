package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.tree.Statement.ControlQuery;
import java.util.List;

/** TERMINATE, PAUSE and RESUME. */
final class QueryControl {

    private QueryControl() {}

    static Step carryOut(ControlQuery statement, EngineState state) {
        List<PersistentQuery> queries = chosen(statement, state);
        return switch (statement.action()) {
            case TERMINATE -> new Step(state.without(queries), new Outcome.Terminated(queries));
            case PAUSE -> new Step(paused(queries, state, true), new Outcome.Paused(queries));
            case RESUME -> new Step(paused(queries, state, false), new Outcome.Resumed(queries));
        };
    }

    private static List<PersistentQuery> chosen(ControlQuery statement, EngineState state) {
        if (statement.queryId().isEmpty()) {
            return List.copyOf(state.queries().values());
        }
        String id = statement.queryId().get();
        return List.of(state.query(id)
                .orElseThrow(() -> new SqlException(
                        statement.position(),
                        "There is no query " + id + "."
                                + Suggestions.didYouMean(id, state.queries().keySet())
                                + " SHOW QUERIES lists them.")));
    }

    private static EngineState paused(List<PersistentQuery> queries, EngineState state, boolean paused) {
        EngineState changed = state;
        for (PersistentQuery query : queries) {
            changed = changed.with(query.withPaused(paused));
        }
        return changed;
    }
}
