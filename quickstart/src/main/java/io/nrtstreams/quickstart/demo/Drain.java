package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.Pauses;
import io.nrtstreams.quickstart.connect.ConnectRest;
import io.nrtstreams.quickstart.connect.Connector;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings the pipeline to rest: no more records go in, and all that went in has come out. */
final class Drain {
    private static final Duration PAUSE_LIMIT = Duration.ofMinutes(1);
    private static final Duration SINKS_LIMIT = Duration.ofMinutes(3);
    private static final Duration QUERIES_LIMIT = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(300);

    private final ConnectRest worker;
    private final SinkLag lag;
    private final AnalyticsRest analytics;
    private final Runnable health;
    private final Consumer<String> progress;

    /**
     * A drain.
     *
     * @param health fails where a part of the stack has died, which would be waited for in vain
     * @param progress takes what is waited for
     */
    Drain(ConnectRest worker, SinkLag lag, AnalyticsRest analytics, Runnable health, Consumer<String> progress) {
        this.worker = worker;
        this.lag = lag;
        this.analytics = analytics;
        this.health = health;
        this.progress = progress;
    }

    /**
     * Pauses the sources, then waits for the sinks and the queries.
     *
     * @throws CommandFailure if somebody does not finish in time; the message says who
     */
    void run(List<Connector> sources) {
        progress.accept("pausing the sources");
        sources.forEach(source -> worker.pause(source.name()));
        await("The sources are not paused", PAUSE_LIMIT, () -> notPaused(sources));
        progress.accept("waiting until the sinks have stored everything");
        await("The sinks have records left to store", SINKS_LIMIT, lag::behind);
        progress.accept("waiting until the queries have processed everything");
        analytics.drain(QUERIES_LIMIT);
    }

    private List<String> notPaused(List<Connector> sources) {
        return sources.stream()
                .map(Connector::name)
                .filter(name -> worker.status(name)
                        .filter(status -> status.entirely("PAUSED"))
                        .isEmpty())
                .toList();
    }

    private void await(String complaint, Duration limit, Supplier<List<String>> unfinished) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<String> names = unfinished.get();
        while (!names.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(complaint + " after " + limit.toSeconds() + " s: " + String.join(", ", names)
                        + ". The worker's log says more.");
            }
            health.run();
            Pauses.rest(LOOK);
            names = unfinished.get();
        }
    }
}
