package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.row.Row;
import java.util.Iterator;
import java.util.Optional;

/** The materialised tables of this server, for queries that are more than a look-up. Thread-safe. */
public interface TableSnapshots {

    /** Where nothing is materialised: every table is read from its topic. */
    TableSnapshots NONE = table -> Optional.empty();

    /**
     * All rows of a table as they are now, however it changes while they are read. The rows have key, window, value and
     * timestamp.
     *
     * @param table its exact name
     * @return empty when the table is not materialised here, or not yet up to date
     */
    Optional<Rows> open(String table);

    /** Rows on their way, which hold on to the snapshot until they are closed. */
    interface Rows extends Iterator<Row>, AutoCloseable {

        @Override
        void close();
    }
}
