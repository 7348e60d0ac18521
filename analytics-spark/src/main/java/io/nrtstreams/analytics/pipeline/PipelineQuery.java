package io.nrtstreams.analytics.pipeline;

import io.nrtstreams.analytics.result.QueryState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pipeline and the streaming query that runs it. Thread-safe. */
final class PipelineQuery {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineQuery.class);
    private static final Duration LONGEST_WAIT_FOR_A_BATCH = Duration.ofSeconds(15);

    private final PipelineDefinition definition;
    private final Path checkpoint;
    private final QueryMetrics metrics = new QueryMetrics();
    private @Nullable StreamingQuery query;
    private @Nullable String startFailure;
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
        // The thread that runs the query takes over the pool of the thread that starts it.
        parent.sparkContext().setLocalProperty("spark.scheduler.pool", pool());
        try {
            query = writer(new StreamPlan(session, records).rows(definition)).start();
            LOG.info("{} reads {} and writes {}", definition.name(), definition.sourceTopics(), place());
        } catch (Exception e) {
            // Spark's AnalysisException is a checked one that its Scala code does not declare.
            fail(Causes.of(e));
        } finally {
            parent.sparkContext().setLocalProperty("spark.scheduler.pool", null);
        }
    }

    /** Notes that the query cannot be started. */
    synchronized void fail(String cause) {
        startFailure = cause;
        LOG.error("{} cannot start: {}", definition.name(), cause);
    }

    private DataStreamWriter<Row> writer(Dataset<Row> rows) {
        DataStreamWriter<Row> writer = definition.sink() instanceof Sink.Topic topic
                ? StreamPlan.asRecords(rows, topic)
                        .writeStream()
                        .format("kafka")
                        .options(definition.kafka())
                        .option("topic", topic.topic())
                : files(rows, (Sink.Files) definition.sink());
        return writer.queryName(definition.name())
                .outputMode(definition.mode().spark())
                .trigger(Trigger.ProcessingTime(definition.trigger().toMillis()))
                .option("checkpointLocation", checkpoint.toUri().toString());
    }

    private static DataStreamWriter<Row> files(Dataset<Row> rows, Sink.Files sink) {
        return rows.writeStream()
                .format(sink.format().name().toLowerCase(Locale.ROOT))
                .partitionBy(sink.partitionBy().toArray(String[]::new))
                .option("path", sink.path())
                .option("compression", sink.compression())
                .option("header", "true");
    }

    private String pool() {
        return definition.sink() instanceof Sink.Topic ? "answers" : "files";
    }

    String place() {
        return definition.sink().place();
    }

    synchronized QueryState state() {
        if (failure().isPresent()) {
            return QueryState.FAILED;
        }
        if (query == null) {
            return stopping ? QueryState.STOPPED : QueryState.WAITING;
        }
        return query.isActive() ? QueryState.RUNNING : QueryState.STOPPED;
    }

    /** Cause and remedy, if the query died or could not be started. */
    synchronized Optional<String> failure() {
        if (startFailure != null) {
            return Optional.of(startFailure);
        }
        if (query == null || stopping || query.exception().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Causes.of(query.exception().get())
                + ". Mend the cause and start the process again: the query goes on from its checkpoint");
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
