package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.row.Row;
import java.util.Iterator;

/** The materialised tables of this process, for queries that are more than a look-up. Thread-safe. */
public interface TableSnapshots {

    /** Where nothing is materialised: every table is read from its topic. */
    TableSnapshots NONE = new TableSnapshots() {
        @Override
        public boolean isHeld(String table) {
            return false;
        }

        @Override
        public Rows open(String table) {
            throw new SqlException("The table " + table + " is not materialised here.");
        }
    };

    /**
     * Whether a table is materialised here and up to date.
     *
     * @param table its exact name
     */
    boolean isHeld(String table);

    /**
     * All rows of a table as they are now, however it changes while they are read: with key, window, value and timestamp.
     *
     * @throws SqlException when it is not materialised here any more
     */
    Rows open(String table);

    /** Rows on their way, which hold on to the snapshot until they are closed. */
    interface Rows extends Iterator<Row>, AutoCloseable {

        @Override
        void close();
    }
}
