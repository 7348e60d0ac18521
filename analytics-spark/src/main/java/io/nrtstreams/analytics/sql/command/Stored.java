package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.type.SqlType;
import java.time.Instant;
import java.util.Map;

/**
 * A thing as the log keeps it: ready to use, so that nothing is planned, looked up or computed again when it is read. What
 * is read back equals what was written.
 */
public sealed interface Stored {

    Origin origin();

    /**
     * How it came to be.
     *
     * @param first the command that made it
     * @param last the command that changed it last
     * @param statement the text of the latter, variables replaced
     * @param server that carried the latter out
     * @param at when
     */
    record Origin(long first, long last, String statement, String server, Instant at) {}

    /** A stream or table. */
    record Source(Origin origin, DataSource source) implements Stored {}

    /**
     * A query.
     *
     * @param types made by CREATE TYPE when it was started, by name
     * @param properties of the session that started it
     */
    record Query(Origin origin, PersistentQuery query, Map<String, SqlType> types, Map<String, String> properties)
            implements Stored {
        public Query {
            types = Map.copyOf(types);
            properties = Map.copyOf(properties);
        }
    }

    record Type(Origin origin, SqlType type) implements Stored {}

    record Fitted(Origin origin, NamedModel model) implements Stored {}

    record Setting(Origin origin, String value) implements Stored {}
}
