package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A query on Spark. A thread of its own has Spark compute one partition of the result after the other and waits when the
 * reader is slow: it holds two batches of {@value #BATCH} rows, and one partition in Spark's compact form.
 */
final class AdHocRun implements QueryRun {

    /** What Spark calls the pool of a thread's jobs. */
    private static final String POOL = "adhoc";

    private static final int BATCH = 500;
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String id;
    private final Dataset<Row> answer;
    private final List<Column> columns;
    private final UndecodedCount undecoded;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(2);
    private final Runnable over;
    private final Thread worker;
    private volatile @Nullable Future<?> timeout;
    private volatile @Nullable SqlException stopped;
    private volatile boolean isClosed;
    private boolean isEnded;

    /** What the thread hands over: rows, and with the last of them how it ended. */
    private record Step(
            List<ResultRow> rows, boolean isLast, @Nullable RuntimeException failure) {}

    private AdHocRun(String id, Dataset<Row> answer, UndecodedCount undecoded, Runnable over) {
        this.id = id;
        this.answer = answer;
        this.columns = SparkTypes.columns(answer.schema());
        this.undecoded = undecoded;
        this.over = over;
        this.worker = new Thread(this::run, id);
        worker.setDaemon(true);
    }

    /**
     * Starts it.
     *
     * @param over is called once, when it takes nothing any more
     */
    static AdHocRun start(
            String id,
            Dataset<Row> answer,
            UndecodedCount undecoded,
            Duration limit,
            ScheduledExecutorService timer,
            Runnable over) {
        AdHocRun run = new AdHocRun(id, answer, undecoded, over);
        run.timeout = timer.schedule(() -> run.stop(limit), limit.toMillis(), TimeUnit.MILLISECONDS);
        run.worker.start();
        return run;
    }

    @Override
    public ResultHeader header() {
        return new ResultHeader(
                Optional.of(id),
                columns.stream()
                        .map(column -> new ResultColumn(column.name(), column.type(), false))
                        .toList());
    }

    @Override
    public Rows poll(Duration timeout) throws InterruptedException {
        if (isEnded || isClosed) {
            return new Rows(List.of(), true, Optional.empty());
        }
        Step step = steps.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (step == null) {
            return new Rows(List.of(), isClosed, Optional.empty());
        }
        isEnded = step.isLast();
        if (step.failure() != null) {
            throw step.failure();
        }
        return new Rows(step.rows(), isEnded, isEnded ? leftOut() : Optional.empty());
    }

    private Optional<String> leftOut() {
        long count = undecoded.value();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " records were left out, as they could not be decoded.");
    }

    private void run() {
        try {
            SparkContext context = answer.sparkSession().sparkContext();
            context.setLocalProperty("spark.scheduler.pool", POOL);
            context.setJobGroup(id, "a SELECT on Spark", true);
            compute();
        } catch (Throwable e) {
            // Whatever it is, the reader must not wait for ever; a query that was closed fails on purpose.
            SqlException reason = stopped;
            end(reason == null ? SparkFailures.told(e) : reason);
            if (e instanceof Error error) {
                throw error;
            }
        } finally {
            Future<?> limit = timeout;
            if (limit != null) {
                limit.cancel(false);
            }
            over.run();
        }
    }

    private void compute() throws InterruptedException {
        Iterator<Row> rows = answer.toLocalIterator();
        List<ResultRow> batch = new ArrayList<>();
        long since = System.nanoTime();
        while (rows.hasNext()) {
            batch.add(row(rows.next()));
            if (batch.size() == BATCH || System.nanoTime() - since > FLUSH_NANOS) {
                steps.put(new Step(List.copyOf(batch), false, null));
                batch.clear();
                since = System.nanoTime();
            }
        }
        steps.put(new Step(List.copyOf(batch), true, null));
    }

    private ResultRow row(Row row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(SparkValues.sql(row.get(i), columns.get(i).type()));
        }
        return new ResultRow(values, false);
    }

    private void end(RuntimeException failure) {
        steps.clear();
        steps.offer(new Step(List.of(), true, failure));
    }

    private void stop(Duration limit) {
        stopped = new SqlException("The query took longer than " + limit.toSeconds()
                + " s and was stopped. Ask for less, or let the server allow more time.");
        cancel();
    }

    private void cancel() {
        answer.sparkSession().sparkContext().cancelJobGroup(id);
        worker.interrupt();
    }

    @Override
    public void close() {
        isClosed = true;
        if (!isEnded) {
            cancel();
        }
        steps.clear();
        steps.offer(new Step(List.of(), true, null));
    }
}
