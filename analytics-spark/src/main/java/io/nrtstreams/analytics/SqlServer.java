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
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.query.LiveQueries;
import io.nrtstreams.analytics.query.ObjectPushes;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.QueryState;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.sql.CatalogListener;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.LocalSqlService;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.settings.ServerSettings;
import io.nrtstreams.analytics.sql.settings.Startup;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The SQL layer of a process, put together: service, host on Spark, stores, and what answers queries. Thread-safe. */
final class SqlServer implements AutoCloseable {

    private static final String VERSION = "0.1.0";
    private static final long LOOK_MILLIS = 100;

    private final SparkHost host;
    private final AdHocQueries batches;
    private final LiveQueries live;
    private final LocalSqlService service;
    private final Catalogs catalogs;

    /** Remembers the last catalog, and tells of the topics that hold tables as JSON. */
    private static final class Catalogs implements CatalogListener {

        private final Consumer<Set<String>> results;
        private volatile Optional<CatalogView> last = Optional.empty();

        Catalogs(Consumer<Set<String>> results) {
            this.results = results;
        }

        @Override
        public void changed(CatalogView view) {
            last = Optional.of(view);
            Set<String> topics = new TreeSet<>();
            for (PersistentQuery query : view.queries()) {
                view.catalog()
                        .source(query.sink())
                        .filter(DataSource::isTable)
                        .filter(table -> table.layout().valueFormat().name().equals("JSON"))
                        .ifPresent(table -> topics.add(table.layout().topic()));
            }
            results.accept(topics);
        }

        List<PersistentQuery> queries() {
            return last.map(CatalogView::queries).orElse(List.of());
        }
    }

    /**
     * Starts all parts; queries that ran before go on.
     *
     * @param results is told of the topics that hold tables as JSON, at the start and after each change
     * @throws IOException when a file that the settings name cannot be read
     */
    static SqlServer start(
            ServerSettings settings, SparkRuntime spark, Consumer<Set<String>> results, InstantSource clock)
            throws IOException {
        SqlEnvironment environment = Startup.environment(settings, clock);
        HostSettings hostSettings = hostSettings(settings, spark);
        SparkHost host = SparkHost.on(spark, hostSettings, HistoryBeginnings.on(spark), clock);
        AdHocQueries batches = batches(hostSettings, spark);
        LiveQueries live = LiveQueries.open(environment, settings.stores(), Optional.of(new SparkPulls(batches)));
        batches.use(new StoredSnapshots(live.stores()));
        Catalogs catalogs = new Catalogs(results);
        ServiceParts parts = new ServiceParts(
                host,
                live.pulls(),
                new ObjectPushes(live.pushes(), environment, StoredSources.on(spark)),
                live.prints(),
                new ConnectWorker(WorkerAccess.of(
                        settings.connect().url(), settings.connect().credentials())),
                List.of(live.listener(), catalogs));
        return new SqlServer(host, batches, live, Startup.service(settings, environment, parts, VERSION), catalogs);
    }

    private static HostSettings hostSettings(ServerSettings settings, SparkRuntime spark) {
        Map<String, String> clients = new HashMap<>();
        settings.kafka().forEach((name, value) -> clients.put(name, value.toString()));
        Libraries libraries = new Libraries(
                settings.extensions().map(folder -> UserJars.of(folder, spark)).orElse(null),
                settings.registry().orElse(null));
        OutputSettings output = new OutputSettings(
                clients,
                settings.serviceId(),
                spark.isLocal(),
                io.nrtstreams.analytics.host.output.OutputTimeouts.DEFAULT);
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

    private SqlServer(
            SparkHost host, AdHocQueries batches, LiveQueries live, LocalSqlService service, Catalogs catalogs) {
        this.host = host;
        this.batches = batches;
        this.live = live;
        this.service = service;
        this.catalogs = catalogs;
    }

    SqlService service() {
        return service;
    }

    /** The figures of each persistent query, under the name of the topic that it writes. */
    List<QueryFigures> figures(Function<String, Optional<Spread>> endToEnd) {
        List<QueryFigures> figures = new ArrayList<>();
        for (PersistentQuery query : catalogs.queries()) {
            host.status(query.id()).ifPresent(status -> figures.add(figures(query, status, endToEnd)));
        }
        return figures;
    }

    private QueryFigures figures(PersistentQuery query, Status status, Function<String, Optional<Spread>> endToEnd) {
        String topic = query.plan().sink().map(Sink::layout).orElseThrow().topic();
        return new QueryFigures(
                topic,
                List.copyOf(query.reads()),
                "topic " + topic,
                state(status.state()),
                status.restarts(),
                status.recordsIn(),
                host.batches(query.id()),
                host.batchMillis(query.id()),
                endToEnd.apply(topic),
                status.state() == State.ERROR ? status.reason() : Optional.empty());
    }

    private static QueryState state(State state) {
        return switch (state) {
            case STARTING -> QueryState.WAITING;
            case RUNNING -> QueryState.RUNNING;
            case RESTARTING -> QueryState.RESTARTING;
            case ERROR -> QueryState.FAILED;
            case PAUSED -> QueryState.STOPPED;
        };
    }

    /**
     * Waits until no running query has a record left to read. What queries write for others counts, so it is asked twice.
     *
     * @return the queries that did not get there in time, with what they have left
     */
    List<String> drain(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        int quiet = 0;
        Collection<String> left = left();
        while (quiet < 3 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            left = left();
            quiet = left.isEmpty() ? quiet + 1 : 0;
        }
        return List.copyOf(left);
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (PersistentQuery query : catalogs.queries()) {
            host.status(query.id())
                    .filter(status -> status.state() != State.PAUSED && status.lag() > 0)
                    .ifPresent(status -> left.add(query.id() + ": "
                            + status.reason().orElse(status.lag() + " records left to read; give it more time")));
        }
        return left;
    }

    /** Stops queries between two batches. */
    @Override
    public void close() {
        service.close();
        host.close();
        batches.close();
        live.close();
    }
}
