package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.Health;
import io.nrtstreams.analytics.sql.Inserts;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ServerInfo;
import io.nrtstreams.analytics.sql.ServiceException;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service whose queries are what a test wants to see on the wire: endless ones, failing ones, slow ones, which no real
 * query is on demand. A statement's text picks the query.
 */
final class StandInService implements SqlService {

    final List<StatementContext> contexts = new CopyOnWriteArrayList<>();
    final List<Map<String, @Nullable Object>> inserted = new CopyOnWriteArrayList<>();
    private final Map<String, Function<StatementContext, QueryRun>> queries = new ConcurrentHashMap<>();
    volatile Function<Map<String, @Nullable Object>, CompletableFuture<@Nullable Void>> insert =
            row -> CompletableFuture.completedFuture(null);

    StandInService when(String statement, Function<StatementContext, QueryRun> query) {
        queries.put(statement, query);
        return this;
    }

    @Override
    public List<Entity> execute(String statements, StatementContext context) {
        contexts.add(context);
        if (statements.startsWith("FAIL")) {
            throw ServiceException.ofStatement(
                    ErrorCode.BAD_STATEMENT, statements, List.of(), new SqlException("no statement begins with FAIL"));
        } else if (statements.startsWith("BREAK")) {
            throw new IllegalStateException("a secret of the server");
        }
        return List.of();
    }

    @Override
    public QueryRun query(String statement, StatementContext context) {
        contexts.add(context);
        Function<StatementContext, QueryRun> query = queries.get(statement);
        if (query == null) {
            throw ServiceException.ofStatement(
                    ErrorCode.BAD_STATEMENT, statement, List.of(), new SqlException("there is no such query"));
        }
        return query.apply(context);
    }

    @Override
    public boolean closeQuery(String queryId) {
        return false;
    }

    @Override
    public Inserts insertsInto(String target) {
        if (!target.equals("S")) {
            throw ServiceException.of(ErrorCode.BAD_REQUEST, "there is no " + target);
        }
        return new Inserts() {
            @Override
            public CompletableFuture<@Nullable Void> insert(Map<String, @Nullable Object> row) {
                if (row.containsKey("BAD")) {
                    throw ServiceException.of(ErrorCode.BAD_REQUEST, "there is no column BAD");
                }
                inserted.add(row);
                return insert.apply(row);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public ServerInfo info() {
        return new ServerInfo("1.2.3", "cluster", "default_", "RUNNING");
    }

    @Override
    public Health health() {
        return new Health(true, Map.of("kafka", new Health.Detail(true, "")), "READY");
    }

    @Override
    public Optional<CommandStatus> status(String commandId) {
        return commandId.equals("stream/`A b`/create")
                ? Optional.of(new CommandStatus(CommandStatus.Stage.SUCCESS, "done", null))
                : Optional.empty();
    }

    @Override
    public Map<String, CommandStatus> statuses() {
        return Map.of("stream/`A b`/create", new CommandStatus(CommandStatus.Stage.SUCCESS, "done", null));
    }

    @Override
    public boolean isValidProperty(String name) {
        return name.equals("auto.offset.reset");
    }

    @Override
    public String export() {
        return "CREATE STREAM S (A INT) WITH (KAFKA_TOPIC = 's', VALUE_FORMAT = 'JSON');\n";
    }

    final List<String> terminated = new ArrayList<>();

    @Override
    public void terminateAll(List<Pattern> topics) {
        topics.forEach(topic -> terminated.add(topic.pattern()));
    }

    @Override
    public void close() {}
}
