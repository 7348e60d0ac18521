package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.sql.command.CommandLog;
import io.nrtstreams.analytics.sql.command.FileCommandLog;
import io.nrtstreams.analytics.sql.command.Owner;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Services for tests: a real broker, a real command log, and {@link DirectRuntime}. */
public final class TestService {

    private TestService() {}

    /** What parts share, over the broker that tests share. */
    public static SqlEnvironment environment() {
        try {
            return environment(
                    "test", Map.of("bootstrap.servers", TestBroker.shared().address()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static SqlEnvironment environment(String serviceId, Map<String, Object> kafka) {
        return new SqlEnvironment(
                serviceId, kafka, FunctionRegistry.builtIn(), Formats.withoutRegistry(), InstantSource.system());
    }

    /** Parts that run persistent queries and nothing else. */
    public static ServiceParts parts(SqlEnvironment environment) {
        return parts(new DirectRuntime(environment));
    }

    public static ServiceParts parts(QueryRuntime runtime) {
        return new ServiceParts(
                runtime,
                (query, text, view, context) -> {
                    throw new SqlException("no pull queries here");
                },
                (plan, limit, view, context) -> {
                    throw new SqlException("no push queries here");
                },
                (print, context) -> {
                    throw new SqlException("no PRINT here");
                },
                new NoConnectors(),
                List.of());
    }

    /** A service with a log of its own in a file that nobody keeps. */
    public static SqlService start(SqlEnvironment environment, ServiceParts parts) {
        try {
            Path folder = Files.createTempDirectory("nrt-service");
            CommandLog log = FileCommandLog.open(folder.resolve("commands.log"), new Owner("test", ""));
            return LocalSqlService.start(environment, ServiceOptions.of("test"), log, parts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class NoConnectors implements Connectors {

        @Override
        public Entity create(Statement.CreateConnector statement, String text) {
            throw none();
        }

        @Override
        public Entity show(Statement.Show statement, String text) {
            throw none();
        }

        @Override
        public Entity describe(Statement.DescribeConnector statement, String text, CatalogView view) {
            throw none();
        }

        @Override
        public Entity drop(Statement.DropConnector statement, String text) {
            throw none();
        }

        private static SqlException none() {
            return new SqlException("no connectors here");
        }
    }
}
