package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.query.print.PrintedTopics;
import io.nrtstreams.analytics.query.read.ConsumerPool;
import io.nrtstreams.analytics.query.store.TableStores;
import io.nrtstreams.analytics.sql.CatalogListener;
import io.nrtstreams.analytics.sql.PullQueries;
import io.nrtstreams.analytics.sql.PushQueries;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.TopicPrints;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What answers queries over a broker: look-ups in stored tables, running queries and PRINT. Its {@link #listener} must be told
 * of the catalog. Close it behind the service that asks it. Thread-safe.
 */
public final class LiveQueries implements AutoCloseable {

    /** How many rows of state each operator of a push query may hold before the query ends with a message. */
    public static final long STATE_LIMIT = 1_000_000;

    private final TableStores stores;
    private final ConsumerPool consumers;
    private final StreamQueries streams;
    private final PullQueries pulls;
    private final TopicPrints prints;

    private LiveQueries(SqlEnvironment environment, Path folder, Optional<PullQueries> beyond, long stateLimit) {
        this.stores = TableStores.open(folder, environment.formats(), environment.kafka());
        this.consumers = new ConsumerPool(environment.kafka());
        this.streams = new StreamQueries(environment, consumers, stateLimit);
        this.pulls = new LookUps(environment, stores, streams, beyond);
        this.prints = new PrintedTopics(consumers, environment.registry());
    }

    /**
     * Opens the store of tables, and begins to connect.
     *
     * @param folder of this server only, kept from one start to the next; when it is lost, tables are read anew
     * @param beyond answers what is more than a look-up, as told by {@link io.nrtstreams.sql.analysis.PullPlanner}; without it
     *     that is refused
     * @throws io.nrtstreams.sql.SqlException when the folder cannot be used
     */
    public static LiveQueries open(SqlEnvironment environment, Path folder, Optional<PullQueries> beyond) {
        return new LiveQueries(environment, folder, beyond, STATE_LIMIT);
    }

    /** As {@link #open(SqlEnvironment, Path, Optional)}, with another limit than {@link #STATE_LIMIT}. */
    public static LiveQueries open(
            SqlEnvironment environment, Path folder, Optional<PullQueries> beyond, long stateLimit) {
        return new LiveQueries(environment, folder, beyond, stateLimit);
    }

    public PullQueries pulls() {
        return pulls;
    }

    public PushQueries pushes() {
        return streams;
    }

    public TopicPrints prints() {
        return prints;
    }

    public CatalogListener listener() {
        return stores;
    }

    /** The stored rows of tables, for those who compute with all of them. */
    public TableStores stores() {
        return stores;
    }

    @Override
    public void close() {
        consumers.close();
        stores.close();
    }
}
