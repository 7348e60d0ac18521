package io.nrtstreams.analytics;

import io.nrtstreams.analytics.host.SparkHost;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.QueryState;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.sql.CatalogListener;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The persistent queries of the last catalog as they fare on their host. Thread-safe. */
final class QueryWatch implements CatalogListener {

    private static final long LOOK_MILLIS = 100;

    private final SparkHost host;
    private final Consumer<Set<String>> results;
    private volatile List<PersistentQuery> queries = List.of();

    /**
     * A watch that knows of no query before it is told of a catalog.
     *
     * @param results is told of the topics that hold tables as JSON
     */
    QueryWatch(SparkHost host, Consumer<Set<String>> results) {
        this.host = host;
        this.results = results;
    }

    @Override
    public void changed(CatalogView view) {
        queries = view.queries();
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

    /** The figures of each persistent query, under the name of the topic that it writes. */
    List<QueryFigures> figures(Function<String, Optional<Spread>> endToEnd) {
        List<QueryFigures> figures = new ArrayList<>();
        for (PersistentQuery query : queries) {
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
     * Waits until no running query has a record left to read. What queries write for others counts, so none may have any for a while.
     *
     * @return the queries that did not get there in time, with what they have left
     */
    List<String> drain(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        int quiet = 0;
        List<String> left = left();
        while (quiet < 3 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            left = left();
            quiet = left.isEmpty() ? quiet + 1 : 0;
        }
        return left;
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (PersistentQuery query : queries) {
            host.status(query.id())
                    .filter(status -> status.state() != State.PAUSED && status.lag() > 0)
                    .ifPresent(status -> left.add(query.id() + ": "
                            + status.reason().orElse(status.lag() + " records left to read; give it more time")));
        }
        return left;
    }
}
