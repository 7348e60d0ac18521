package io.nrtstreams.analytics;

import io.nrtstreams.analytics.batch.TableSnapshots;
import io.nrtstreams.analytics.query.store.StoredRows;
import io.nrtstreams.analytics.query.store.StoredTable;
import io.nrtstreams.analytics.query.store.TableStores;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.KeySpan.Range;
import io.nrtstreams.sql.row.Row;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The stored tables of this server, as a whole. */
record StoredSnapshots(TableStores stores) implements TableSnapshots {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public boolean isHeld(String table) {
        return stores.find(table).filter(StoredTable::isUpToDate).isPresent();
    }

    @Override
    public Rows open(String table) {
        StoredTable stored = stores.find(table)
                .orElseThrow(
                        () -> new SqlException("The rows of " + table + " are not stored here any more. Ask again."));
        KeySpan all = new KeySpan(Collections.nCopies(stored.keyColumns(), Range.ALL), Range.ALL);
        return new Stored(stored.read(List.of(all), PATIENCE));
    }

    /** Looks one row ahead. */
    private static final class Stored implements Rows {

        private final StoredRows rows;
        private @Nullable Row next;

        Stored(StoredRows rows) {
            this.rows = rows;
            this.next = rows.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            Row row = next;
            if (row == null) {
                throw new NoSuchElementException("behind the last row");
            }
            next = rows.next();
            return row;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
