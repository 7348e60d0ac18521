package io.nrtstreams.sql.conformance;

import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Map;

/** Runs the queries of cases. */
@FunctionalInterface
public interface CaseHost {

    /**
     * Runs a query from its start on records of its topics and perhaps of others.
     *
     * @param inputs in their order; each has taken effect before the next one comes
     * @return what it writes, in order
     */
    List<TopicRecord> run(PersistentQuery query, List<TopicRecord> inputs, Surroundings surroundings);

    /** The empty registry of a case that is about to run. */
    default InMemorySchemaRegistry registry() {
        return new InMemorySchemaRegistry();
    }

    /**
     * What the queries of a case refer to.
     *
     * @param formats with those of the registry
     * @param registry the case's, of {@link CaseHost#registry}
     * @param types made by CREATE TYPE, by name
     */
    record Surroundings(
            FunctionRegistry functions, Formats formats, InMemorySchemaRegistry registry, Map<String, SqlType> types) {}
}
