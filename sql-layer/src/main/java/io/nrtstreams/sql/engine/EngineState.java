package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.catalog.Declarations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine knows at one moment. Immutable.
 *
 * @param queries by id, in the order of their start
 * @param nextNumber how many queries were started, which numbers the next one's id
 */
record EngineState(Declarations declarations, Map<String, PersistentQuery> queries, int nextNumber) {

    EngineState {
        queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
    }

    static EngineState empty() {
        return new EngineState(Declarations.none(), Map.of(), 0);
    }

    Optional<PersistentQuery> query(String id) {
        return Optional.ofNullable(queries.get(id));
    }

    /** With the next number that makes an id with the prefix which no query has: QUERY_ID may have named one so. */
    EngineState numberedFor(String prefix) {
        int number = nextNumber;
        while (queries.containsKey(prefix + number)) {
            number++;
        }
        return new EngineState(declarations, queries, number);
    }

    /** The query that made this stream or table. */
    Optional<PersistentQuery> makerOf(String source) {
        return queries.values().stream()
                .filter(query -> query.ownsSink() && query.sink().equals(source))
                .findFirst();
    }

    /** The ids of the queries that read this stream or table. */
    List<String> readersOf(String source) {
        return queries.values().stream()
                .filter(query -> query.reads().contains(source))
                .map(PersistentQuery::id)
                .toList();
    }

    /** The ids of the queries that write to this stream by INSERT INTO. */
    List<String> writersOf(String source) {
        return queries.values().stream()
                .filter(query -> !query.ownsSink() && query.sink().equals(source))
                .map(PersistentQuery::id)
                .toList();
    }

    /** The ids of the queries that ask this model, whatever its version. */
    List<String> askersOf(String model) {
        return queries.values().stream()
                .filter(query -> query.plan().models().find(model).isPresent())
                .map(PersistentQuery::id)
                .toList();
    }

    EngineState with(Declarations changed) {
        return new EngineState(changed, queries, nextNumber);
    }

    EngineState with(PersistentQuery query) {
        Map<String, PersistentQuery> changed = new LinkedHashMap<>(queries);
        boolean replaced = changed.put(query.id(), query) != null;
        return new EngineState(declarations, changed, replaced ? nextNumber : nextNumber + 1);
    }

    EngineState without(List<PersistentQuery> ended) {
        Map<String, PersistentQuery> changed = new LinkedHashMap<>(queries);
        ended.forEach(query -> changed.remove(query.id()));
        return new EngineState(declarations, changed, nextNumber);
    }
}
