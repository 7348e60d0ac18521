package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.CatalogListener;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.sql.catalog.DataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store for each table that can be asked by key: those that a query makes, and those declared with CREATE SOURCE TABLE. They
 * are filled from the tables' topics, committed records only, by one thread. Thread-safe.
 */
public final class TableStores implements CatalogListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableStores.class);

    private final SqlEnvironment environment;
    private final Path folder;
    private final StoreMemory memory = new StoreMemory();
    private final Map<String, TableStore> stores = new ConcurrentHashMap<>();
    private final StoreFeeder feeder;

    private TableStores(SqlEnvironment environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
        this.feeder = new StoreFeeder(environment);
    }

    /**
     * Starts without a table; {@link #changed} tells which there are.
     *
     * @param folder for all stores, of this server alone
     */
    public static TableStores start(SqlEnvironment environment, Path folder) {
        TableStores started = new TableStores(environment, folder);
        started.feeder.start();
        return started;
    }

    /** Whether a table's rows are stored. */
    static boolean isStored(DataSource source, CatalogView view) {
        return source.isTable()
                && (source.readOnly()
                        || view.queries().stream()
                                .anyMatch(query -> query.ownsSink() && query.sink().equals(source.name())));
    }

    @Override
    public synchronized void changed(CatalogView view) {
        Map<String, DataSource> wanted = new LinkedHashMap<>();
        view.catalog().sources().stream()
                .filter(source -> isStored(source, view))
                .forEach(source -> wanted.put(source.name(), source));
        Set<TableStore> gone = stores.values().stream()
                .filter(store -> !isSame(store.table(), wanted.get(store.table().name())))
                .collect(Collectors.toSet());
        gone.forEach(store -> stores.remove(store.table().name()));
        wanted.forEach(this::openIfMissing);
        feeder.follow(new HashMap<>(stores), gone);
    }

    private static boolean isSame(DataSource held, @org.jspecify.annotations.Nullable DataSource wanted) {
        return wanted != null && held.layout().equals(wanted.layout());
    }

    private void openIfMissing(String name, DataSource table) {
        if (!stores.containsKey(name)) {
            try {
                Path place = folder.resolve(Integer.toHexString(name.hashCode()) + "-"
                        + Integer.toHexString(table.layout().hashCode()));
                stores.put(name, TableStore.open(table, environment.formats(), place, memory));
            } catch (RuntimeException e) {
                LOG.error("the table {} cannot be asked by key until the next start", name, e);
            }
        }
    }

    /** The store of a table; empty when it has none. */
    Optional<TableStore> find(String name) {
        return Optional.ofNullable(stores.get(name));
    }

    @Override
    public void close() {
        feeder.close();
        stores.values().forEach(TableStore::close);
        memory.close();
    }
}
