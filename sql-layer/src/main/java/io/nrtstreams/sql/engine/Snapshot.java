package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.catalog.Declarations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine knows at one moment, for those who keep it. Immutable.
 *
 * @param queries in the order of their start
 * @param nextNumber how many queries were started, which numbers the next one's id
 */
public record Snapshot(Declarations declarations, List<PersistentQuery> queries, int nextNumber) {

    public Snapshot {
        queries = List.copyOf(queries);
    }

    static Snapshot of(EngineState state) {
        return new Snapshot(state.declarations(), List.copyOf(state.queries().values()), state.nextNumber());
    }

    EngineState state() {
        Map<String, PersistentQuery> byId = new LinkedHashMap<>();
        queries.forEach(query -> byId.put(query.id(), query));
        return new EngineState(declarations, byId, nextNumber);
    }
}
