package io.nrtstreams.analytics;

import io.nrtstreams.analytics.batch.AdHocLimits;
import io.nrtstreams.analytics.batch.AdHocQueries;
import io.nrtstreams.analytics.batch.SparkPulls;
import io.nrtstreams.analytics.batch.StoredSources;
import io.nrtstreams.analytics.connect.ConnectWorker;
import io.nrtstreams.analytics.connect.WorkerAccess;
import io.nrtstreams.analytics.host.HistoryBeginnings;
import io.nrtstreams.analytics.host.HostSettings;
import io.nrtstreams.analytics.host.Libraries;
import io.nrtstreams.analytics.host.SparkHost;
import io.nrtstreams.analytics.host.TaskLibraries;
import io.nrtstreams.analytics.host.UserJars;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.OutputTimeouts;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.query.LiveQueries;
import io.nrtstreams.analytics.query.ObjectPushes;
import io.nrtstreams.analytics.sql.LocalSqlService;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.settings.ServerSettings;
import io.nrtstreams.analytics.sql.settings.Startup;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The SQL layer of a process, put together: service, host on Spark, stores, and what answers queries. Thread-safe. */
final class SqlServer implements AutoCloseable {

    private final SqlService service;
    private final QueryWatch queries;
    private final Parts parts;

    private SqlServer(SqlService service, QueryWatch queries, Parts parts) {
        this.service = service;
        this.queries = queries;
        this.parts = parts;
    }

    /**
     * Starts all parts; queries that ran before go on. What was started is closed again when a later step fails.
     *
     * @param results is told of the topics that hold tables as JSON, at the start and after each change
     * @throws io.nrtstreams.sql.SqlException when the broker or a folder cannot be used, or a statement of the file is refused
     * @throws IOException when a file that the settings name cannot be read
     */
    static SqlServer start(
            ServerSettings settings, SparkRuntime spark, Consumer<Set<String>> results, InstantSource clock)
            throws IOException {
        Parts parts = new Parts();
        try {
            return start(settings, spark, results, clock, parts);
        } catch (Exception e) {
            // Spark's Scala code throws checked exceptions without declaring them.
            parts.close();
            throw e;
        }
    }

    private static SqlServer start(
            ServerSettings settings,
            SparkRuntime spark,
            Consumer<Set<String>> results,
            InstantSource clock,
            Parts parts)
            throws IOException {
        SqlEnvironment environment = Startup.environment(settings, clock);
        HostSettings hosted = hostSettings(settings, spark);
        SparkHost host = parts.opened(SparkHost.on(spark, hosted, HistoryBeginnings.on(spark), clock));
        AdHocQueries batches = parts.opened(batches(hosted, spark));
        LiveQueries live =
                parts.opened(LiveQueries.open(environment, settings.stores(), Optional.of(new SparkPulls(batches))));
        batches.use(new StoredSnapshots(live.stores()));
        QueryWatch queries = new QueryWatch(host, results);
        ServiceParts served = new ServiceParts(
                host,
                live.pulls(),
                new ObjectPushes(live.pushes(), environment, StoredSources.on(spark)),
                live.prints(),
                new ConnectWorker(WorkerAccess.of(
                        settings.connect().url(), settings.connect().credentials())),
                List.of(live.listener(), queries));
        LocalSqlService service = parts.opened(Startup.service(settings, environment, served));
        return new SqlServer(service, queries, parts);
    }

    private static HostSettings hostSettings(ServerSettings settings, SparkRuntime spark) {
        Map<String, String> clients = new HashMap<>();
        settings.kafka().forEach((name, value) -> clients.put(name, value.toString()));
        Libraries libraries = new Libraries(
                settings.extensions().map(folder -> UserJars.of(folder, spark)).orElse(null),
                settings.registry().orElse(null));
        OutputSettings output =
                new OutputSettings(clients, settings.serviceId(), spark.isLocal(), OutputTimeouts.DEFAULT);
        return new HostSettings(settings.checkpoints(), output, libraries, settings.batchRecords());
    }

    private static AdHocQueries batches(HostSettings settings, SparkRuntime spark) {
        return new AdHocQueries(
                spark,
                settings.output().client(),
                settings.output().serviceId(),
                new TaskLibraries(settings.libraries()),
                AdHocLimits.DEFAULT);
    }

    SqlService service() {
        return service;
    }

    /** How the persistent queries fare. */
    QueryWatch queries() {
        return queries;
    }

    /** Stops queries between two batches. */
    @Override
    public void close() {
        parts.close();
    }
}
