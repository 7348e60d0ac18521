package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.DirectRuntime;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.TestService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A service over the shared broker that answers queries. */
final class LiveService implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final SqlEnvironment environment = TestService.environment();
    final LiveQueries live;
    final SqlService service;

    LiveService(Path folder) {
        this(folder, LiveQueries.STATE_LIMIT);
    }

    LiveService(Path folder, long stateLimit) {
        this.live = LiveQueries.open(environment, folder, Optional.empty(), stateLimit);
        ServiceParts others = TestService.parts(new DirectRuntime(environment));
        this.service = TestService.start(
                environment,
                new ServiceParts(
                        others.runtime(),
                        live.pulls(),
                        live.pushes(),
                        live.prints(),
                        others.connectors(),
                        List.of(live.listener())));
    }

    static LiveService start() {
        try {
            return new LiveService(Files.createTempDirectory("nrt-tables"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static StatementContext earliest() {
        return with(Map.of("auto.offset.reset", "earliest"));
    }

    static StatementContext with(Map<String, String> properties) {
        return new StatementContext(properties, Map.of(), OptionalLong.empty());
    }

    void execute(String statements) {
        service.execute(statements, earliest());
    }

    QueryRun query(String statement, StatementContext context) {
        return service.query(statement, context);
    }

    /** All that a query answers which ends by itself. */
    Answer ask(String statement) {
        return ask(statement, earliest());
    }

    Answer ask(String statement, StatementContext context) {
        try (QueryRun run = service.query(statement, context)) {
            return drain(run);
        }
    }

    static Answer drain(QueryRun run) {
        List<ResultRow> rows = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                QueryRun.Rows more = run.poll(Duration.ofMillis(200));
                rows.addAll(more.rows());
                if (more.ended()) {
                    return new Answer(run.header(), rows, more.finalMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the query does not end; so far " + rows);
    }

    /** Asks until the rows are these. */
    Answer await(String statement, List<List<Object>> values) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer last;
        do {
            last = ask(statement);
        } while (!last.values().equals(values) && System.nanoTime() < end);
        if (!last.values().equals(values)) {
            throw new AssertionError(statement + " answers " + last.values() + " and not " + values);
        }
        return last;
    }

    record Answer(ResultHeader header, List<ResultRow> rows, Optional<String> finalMessage) {
        List<List<Object>> values() {
            List<List<Object>> values = new ArrayList<>();
            rows.forEach(row -> values.add(new ArrayList<>(row.values())));
            return values;
        }
    }

    @Override
    public void close() {
        service.close();
        live.close();
    }
}
