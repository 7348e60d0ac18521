package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/**
 * What a query can name. Spark makes its catalogs by their class's name alone, so the queries at work lie here by their ids.
 *
 * @param isLocal whether tasks run in this process, where the materialised tables are
 */
record QuerySources(
        String query,
        Catalog catalog,
        Relation.Access access,
        TableSnapshots snapshots,
        boolean isLocal,
        Configuration hadoop,
        UndecodedCount undecoded)
        implements AutoCloseable {

    private static final Map<String, QuerySources> AT_WORK = new ConcurrentHashMap<>();

    /** Makes these the sources of their query until they are closed. */
    QuerySources open() {
        AT_WORK.put(query, this);
        return this;
    }

    static QuerySources of(String query) {
        QuerySources found = AT_WORK.get(query);
        if (found == null) {
            throw new IllegalStateException("the query " + query + " is over");
        }
        return found;
    }

    /**
     * What Spark reads under a name.
     *
     * @throws SqlException when there is no such stream or table
     */
    Relation relation(String name) {
        DataSource source = catalog.source(name).orElseThrow(() -> new SqlException(unknown(name)));
        Optional<String> location = source.location();
        if (location.isPresent()) {
            return new ObjectsRelation(source, location.get(), hadoop);
        }
        if (isLocal && source.isTable()) {
            return new TableRelation(source, this);
        }
        return topic(source);
    }

    TopicRelation topic(DataSource source) {
        return new TopicRelation(source, access);
    }

    private String unknown(String name) {
        return "There is no stream or table " + name + "."
                + Suggestions.didYouMean(
                        name, catalog.sources().stream().map(DataSource::name).toList());
    }

    @Override
    public void close() {
        AT_WORK.remove(query);
    }
}
