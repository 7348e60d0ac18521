package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.Trigger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streaming job of all queries with as many keyed stages in a row. Used by the host's thread. */
final class Job {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final SparkSession session;
    private final JobSettings settings;
    private final JobFiles files;
    private final BatchBrain brain;
    private final QueryCounts counts = new QueryCounts();
    private final BatchTimes times;
    private @Nullable StreamingQuery running;
    private int failures;
    private long wanted = -1;
    private Instant nextAttempt = Instant.MIN;

    private Job(SparkSession session, JobSettings settings, JobFiles files, BatchBrain brain) {
        this.session = session;
        this.settings = settings;
        this.files = files;
        this.brain = brain;
        this.times = new BatchTimes(queryName());
        session.streams().addListener(times);
    }

    private String queryName() {
        return settings.output().serviceId() + " " + settings.job();
    }

    /**
     * Opens a job with what is stored of it; it does not run yet.
     *
     * @param depth how many keyed stages its queries have in a row
     */
    static Job open(SparkSession base, HostSettings host, int depth, TopicEnds ends, InstantSource clock)
            throws IOException {
        String name = "d" + depth;
        JobFiles files = new JobFiles(
                new Path(host.checkpoints(), "jobs/" + depth),
                base.sparkContext().hadoopConfiguration());
        JobFiles.Settled fresh = new JobFiles.Settled(
                Long.toString(clock.millis(), Character.MAX_RADIX),
                base.sparkContext().defaultParallelism());
        JobFiles.Settled settled = files.settle(fresh);
        if (settled.run().equals(fresh.run())) {
            LOG.info(
                    "The queries with {} keyed stages run in {} partitions for good; spark.default.parallelism chooses that"
                            + " number.",
                    depth,
                    settled.partitions());
        }
        BatchBrain brain = new BatchBrain(files, settled, ends, host.batchRecords(), clock);
        SparkSession session = base.newSession();
        JobConf.of(settled.partitions()).forEach((key, value) -> session.conf().set(key, value));
        JobSettings settings = new JobSettings(name, settled.run(), depth, host.output(), host.libraries());
        Job job = new Job(session, settings, files, brain);
        session.sparkContext().register(job.counts, "counts of " + name);
        return job;
    }

    BatchBrain brain() {
        return brain;
    }

    JobSettings settings() {
        return settings;
    }

    /** Shuffle partitions of the keyed stages, and source tasks at most. */
    int partitions() {
        return brain.partitions();
    }

    BatchTimes times() {
        return times;
    }

    int depth() {
        return settings.depth();
    }

    Map<String, QueryCounts.Count> counts() {
        return counts.value();
    }

    void forget(String queryId) {
        counts.forget(queryId);
    }

    boolean isRunning() {
        return running != null && running.isActive();
    }

    /** When a job that has failed may be started again. */
    Instant nextAttempt() {
        return nextAttempt;
    }

    /** Starts it, or starts it again where it stopped. */
    void start() throws TimeoutException {
        brain.starting();
        String source = settings.output().serviceId() + "/" + settings.job() + "/" + settings.run();
        JobSource.register(source, new JobStream(brain, new SourceReaders(settings, counts), session.sparkContext()));
        Dataset<Row> rows = session.readStream()
                .format(JobSource.class.getName())
                .option(JobSource.JOB, source)
                .load();
        for (int level = 1; level <= settings.depth(); level++) {
            rows = rows.groupBy("slot")
                    .as(Encoders.INT(), BlockRows.encoder())
                    .transformWithState(
                            new LevelProcessor(level, settings, counts),
                            TimeMode.None(),
                            OutputMode.Update(),
                            BlockRows.encoder());
        }
        running = rows.writeStream()
                .queryName(queryName())
                .format("noop")
                .outputMode(OutputMode.Update())
                .option("checkpointLocation", files.checkpoint())
                .trigger(Trigger.ProcessingTime(0))
                .start();
    }

    /** What the job died of; told once. */
    Optional<Throwable> failure() {
        StreamingQuery query = running;
        if (query == null || query.isActive()) {
            return Optional.empty();
        }
        running = null;
        return Optional.of(
                query.exception().isDefined()
                        ? query.exception().get()
                        : new IllegalStateException("Spark has stopped the job"));
    }

    /** Notes a failure that no query is to blame for. */
    void failed(Instant now) {
        wanted = brain.planned().map(batch -> batch.end().batch()).orElse(-1L);
        failures++;
        nextAttempt = now.plus(Backoff.after(failures));
    }

    /** Whether batches get through, or there is nothing to do. */
    boolean isHealthy() {
        boolean healthy = isRunning() && brain.completed() >= wanted;
        failures = healthy ? 0 : failures;
        return healthy;
    }

    /** Stops behind the batch that runs, if that takes no longer than it should. */
    void stop() throws TimeoutException, InterruptedException {
        StreamingQuery query = running;
        if (query != null) {
            brain.drain(true);
            long end = System.nanoTime() + DRAIN.toNanos();
            while (query.isActive() && brain.isUnderWay() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            query.stop();
            running = null;
            brain.drain(false);
        }
        JobSource.forget(settings.output().serviceId() + "/" + settings.job() + "/" + settings.run());
    }

    /** Deletes all that is stored of a job that is stopped. */
    void delete() throws IOException {
        files.delete();
    }
}
