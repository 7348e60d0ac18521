package io.nrtstreams.analytics.pipeline;

import io.nrtstreams.analytics.result.QueryState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pipeline and the streaming query that runs it. A query that dies is started again from its checkpoint by
 * {@link #supervise}, a few times; then it has failed. Thread-safe.
 */
final class PipelineQuery {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineQuery.class);
    private static final Duration LONGEST_WAIT_FOR_A_BATCH = Duration.ofSeconds(15);

    private final PipelineDefinition definition;
    private final Path checkpoint;
    private final QueryMetrics metrics = new QueryMetrics();
    private final Restarts restarts = new Restarts();
    private @Nullable StreamPlan plan;
    private @Nullable StreamingQuery query;
    private @Nullable String failure;
    private boolean stopping;

    /** A pipeline that is not started yet; {@code checkpoints} is the folder that holds one folder a pipeline. */
    PipelineQuery(PipelineDefinition definition, Path checkpoints) {
        this.definition = definition;
        this.checkpoint = checkpoints.resolve(definition.name());
    }

    PipelineDefinition definition() {
        return definition;
    }

    QueryMetrics metrics() {
        return metrics;
    }

    Path checkpoint() {
        return checkpoint;
    }

    /** Starts the query in a session of its own, so that views of one pipeline are unknown to the others. */
    synchronized void start(SparkSession parent, StreamPlan.Records records) {
        SparkSession session = parent.newSession();
        session.streams().addListener(new ProgressListener(definition.name(), metrics));
        plan = new StreamPlan(session, records);
        launch(plan);
        if (failure == null) {
            LOG.info("{} reads {} and writes {}", definition.name(), definition.sourceTopics(), place());
        }
    }

    private void launch(StreamPlan ready) {
        // The thread that runs the query takes over the pool of the thread that starts it.
        ready.schedulerPool(definition.sink() instanceof Sink.Topic ? "answers" : "files");
        try {
            query = QueryWriter.of(definition, ready.rows(definition), checkpoint)
                    .start();
        } catch (Exception e) {
            // Spark's AnalysisException is a checked one that its Scala code does not declare.
            fail(Causes.of(e));
        }
    }

    /** Notes that the query has failed for good. */
    synchronized void fail(String cause) {
        failure = cause;
        LOG.error("{} failed: {}", definition.name(), cause);
    }

    /** Starts the query again if it has died, as often as {@link Restarts} allows; after that it has failed. */
    synchronized void supervise(Instant now) {
        if (failure != null
                || stopping
                || plan == null
                || query == null
                || query.exception().isEmpty()) {
            return;
        }
        String cause = Causes.of(query.exception().get());
        if (restarts.take(now)) {
            LOG.warn("{} died and is started again from its checkpoint: {}", definition.name(), cause);
            launch(plan);
        } else {
            fail(cause + ". It died again and again: mend the cause and start the process again; the query goes on from"
                    + " its checkpoint");
        }
    }

    String place() {
        return definition.sink().place();
    }

    synchronized long restarts() {
        return restarts.count();
    }

    synchronized QueryState state() {
        if (failure != null) {
            return QueryState.FAILED;
        }
        if (stopping) {
            return QueryState.STOPPED;
        }
        if (query == null) {
            return QueryState.WAITING;
        }
        return query.isActive() ? QueryState.RUNNING : QueryState.RESTARTING;
    }

    /** Cause and remedy, if the query has failed for good. */
    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Stops the query between two batches; one that is still in a batch after a while is interrupted, which loses
     * nothing, as the batch is run again from the checkpoint.
     */
    void stop() throws InterruptedException {
        StreamingQuery running;
        synchronized (this) {
            stopping = true;
            running = query;
        }
        if (running == null) {
            return;
        }
        long end = System.nanoTime() + LONGEST_WAIT_FOR_A_BATCH.toNanos();
        while (running.isActive() && running.status().isTriggerActive() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        try {
            running.stop();
        } catch (TimeoutException e) {
            LOG.warn("{} did not stop in time: {}", definition.name(), Causes.firstLine(e));
        }
    }
}
