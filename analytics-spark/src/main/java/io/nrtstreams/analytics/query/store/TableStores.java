package io.nrtstreams.analytics.query.store;

import io.nrtstreams.analytics.sql.CatalogListener;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.sql.format.Formats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of all tables that can be asked by key: those that persistent queries make, and those of CREATE SOURCE TABLE. They
 * follow the tables' topics, read committed records only, in one thread for all tables. Positions are stored with the rows, so
 * that a server that starts again goes on where it was; a topic that was made anew is read anew.
 *
 * <p>Memory: {@link Database#CACHE_BYTES} for all tables together, one poll of {@link TableReader#FETCH_BYTES}, and what readers
 * hold. Disk: the tables' rows, in windows as long as their retention. Thread-safe.
 */
public final class TableStores implements CatalogListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableStores.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CHECK = Duration.ofSeconds(3);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Formats formats;
    private final Database database;
    private final TableReader reader;
    private final Thread thread;
    private volatile Map<String, StoredTable> tables = Map.of();
    private volatile boolean closed;
    /** Whether the catalog has been told: before that nothing that is stored may be deleted. */
    private boolean told;

    private boolean changed;

    private TableStores(Path folder, Formats formats, Map<String, Object> kafka) {
        this.formats = formats;
        this.database = new Database(folder);
        this.reader = new TableReader(database, formats, kafka);
        this.thread = new Thread(this::run, "table-stores");
        this.thread.setDaemon(true);
    }

    /**
     * Opens the store of a folder. Tables are read from when the catalog is told on.
     *
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @throws io.nrtstreams.sql.SqlException when the folder cannot be used
     */
    public static TableStores open(Path folder, Formats formats, Map<String, Object> kafka) {
        TableStores stores = new TableStores(folder, formats, kafka);
        stores.thread.start();
        return stores;
    }

    /** The table of exactly this name; empty when its rows are not stored. */
    public Optional<StoredTable> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    @Override
    public void changed(CatalogView view) {
        Map<String, StoredTable> now = new LinkedHashMap<>();
        Wanted.of(view).forEach((name, wanted) -> {
            StoredTable known = tables.get(name);
            now.put(
                    name,
                    known != null && known.wanted().equals(wanted)
                            ? known
                            : new StoredTable(wanted, formats, database));
        });
        synchronized (this) {
            told = true;
            changed |= !tables.equals(now);
            tables = now;
            notifyAll();
            if (!closed) {
                reader.wakeUp();
            }
        }
    }

    private void run() {
        try (reader) {
            keepUpToDate();
        }
    }

    private void keepUpToDate() {
        long nextCheck = System.nanoTime();
        boolean follow = false;
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try {
                follow |= takeChange();
                if (follow) {
                    reader.follow(tables);
                    follow = false;
                }
                if (reader.isIdle()) {
                    pause(tables.isEmpty() ? CHECK : POLL);
                } else {
                    reader.poll(POLL);
                }
                if (System.nanoTime() - nextCheck >= 0) {
                    nextCheck = System.nanoTime() + CHECK.toNanos();
                    follow = reader.checkTopics(tables);
                    reader.expire();
                }
            } catch (RuntimeException e) {
                LOG.error("The tables cannot be kept up to date for now", e);
                reader.reset(String.valueOf(e.getMessage()));
                follow = true;
                pause(PAUSE);
            }
        }
    }

    private synchronized boolean takeChange() {
        boolean now = told && changed;
        changed = false;
        return now;
    }

    private synchronized void pause(Duration time) {
        if (!changed && !closed) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, time.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Stops reading. What is asked of it later fails. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            // Before it is closed: then its thread closes what would be woken.
            reader.wakeUp();
            closed = true;
            notifyAll();
        }
        tables = Map.of();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The reading of tables does not end while the broker does not answer; their store is left open."
                    + " What was written to it is not lost.");
            return;
        }
        database.close();
    }
}
