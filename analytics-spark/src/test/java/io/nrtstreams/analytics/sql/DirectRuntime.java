package io.nrtstreams.analytics.sql;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs queries in this process, a thread each, with state in memory: what tests of the service use where Spark is not the
 * point. A query that is started again begins anew where auto.offset.reset says.
 */
public final class DirectRuntime implements QueryRuntime {

    private final SqlEnvironment environment;
    private final Map<String, DirectQuery> queries = new ConcurrentHashMap<>();

    public DirectRuntime(SqlEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void start(Start query) {
        end(query.query().id());
        queries.put(query.query().id(), DirectQuery.start(query, environment));
    }

    @Override
    public void end(String queryId) {
        Optional.ofNullable(queries.remove(queryId)).ifPresent(DirectQuery::close);
    }

    @Override
    public void pause(String queryId) {
        queries.get(queryId).pause(true);
    }

    @Override
    public void resume(String queryId) {
        queries.get(queryId).pause(false);
    }

    @Override
    public Optional<Status> status(String queryId) {
        return Optional.ofNullable(queries.get(queryId)).map(DirectQuery::status);
    }

    @Override
    public void close() {
        queries.keySet().forEach(this::end);
    }
}
