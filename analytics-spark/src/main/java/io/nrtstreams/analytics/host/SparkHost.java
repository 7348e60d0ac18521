package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.sql.QueryRuntime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs persistent queries on Spark: one streaming job for all queries with as many keyed stages in a row, so that many queries
 * cost little more than one. Queries come and go while their job runs. Thread-safe.
 */
public final class SparkHost implements QueryRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(SparkHost.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(60);

    private final Map<String, QueryState> states = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread;
    private final HostControl control;
    private final ScheduledFuture<?> ticks;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SparkHost(HostControl control) {
        this.control = control;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "nrt-queries");
            made.setDaemon(true);
            return made;
        });
        this.ticks = thread.scheduleWithFixedDelay(
                () -> carryOut(() -> control.tick(states.values())),
                TICK.toMillis(),
                TICK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A host on the process's Spark, as {@link #start(SparkSession, HostSettings, Beginnings, InstantSource)}. */
    public static SparkHost on(SparkRuntime spark, HostSettings settings, Beginnings beginnings, InstantSource clock) {
        return start(spark.session(), settings, beginnings, clock);
    }

    /** A host that begins with what the broker has; see {@link #start(SparkSession, HostSettings, Beginnings, InstantSource)}. */
    public static SparkHost start(SparkSession session, HostSettings settings, InstantSource clock) {
        return start(session, settings, Beginnings.AT_THE_BROKER, clock);
    }

    /**
     * A host, without any query yet.
     *
     * @param session its settings hold for the jobs, but for those of state and of shuffle partitions, of which there are as
     *     many as Spark has cores when a job is made; the session stays the caller's
     * @param beginnings where queries begin that start at the earliest record
     */
    public static SparkHost start(
            SparkSession session, HostSettings settings, Beginnings beginnings, InstantSource clock) {
        return new SparkHost(new HostControl(session, settings, beginnings, clock));
    }

    @Override
    public void start(Start query) {
        QueryState state = new QueryState(query);
        states.put(query.query().id(), state);
        thread.execute(() -> carryOut(() -> control.start(state)));
    }

    @Override
    public void allStarted() {
        thread.execute(() -> carryOut(() -> control.endOthers(states.values())));
    }

    @Override
    public void end(String queryId) {
        states.remove(queryId);
        thread.execute(() -> carryOut(() -> control.end(queryId)));
    }

    @Override
    public void pause(String queryId) {
        QueryState state = states.get(queryId);
        if (state != null) {
            thread.execute(() -> carryOut(() -> control.pause(state)));
        }
    }

    @Override
    public void resume(String queryId) {
        QueryState state = states.get(queryId);
        if (state != null) {
            thread.execute(() -> carryOut(() -> control.resume(state)));
        }
    }

    @Override
    public Optional<Status> status(String queryId) {
        return Optional.ofNullable(states.get(queryId)).map(control::status);
    }

    /** How long the last batches took of the job that a query is in; empty before there are some. */
    public Optional<Spread> batchMillis(String queryId) {
        return job(queryId).flatMap(job -> job.times().spread());
    }

    /** How many batches with something to do the job of a query has run. */
    public long batches(String queryId) {
        return job(queryId).map(job -> job.times().batches()).orElse(0L);
    }

    private Optional<Job> job(String queryId) {
        return Optional.ofNullable(states.get(queryId)).flatMap(state -> Optional.ofNullable(state.job()));
    }

    /** Where a query is behind the last batch that is over. */
    Positions reached(String queryId) {
        return Optional.ofNullable(states.get(queryId))
                .map(HostControl::reached)
                .orElse(Positions.NONE);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        ticks.cancel(false);
        thread.execute(() -> carryOut(control::close));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The queries do not stop; what they do not finish now they do again at the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a step so that the next one follows whatever happens. */
    private void carryOut(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.error("A step in looking after the queries failed; it is done again soon if it is still needed.", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
