package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait for others, so that event loops do not. Bounded: by {@link RestLimits}, four for rows that come in, two
 * for what closes, one for passwords. Threads end when there is nothing to do.
 */
final class Workers implements AutoCloseable {

    private static final int WAITING_PER_THREAD = 16;
    private static final int PASSWORDS_WAITING = 64;
    private static final int INSERT_THREADS = 4;
    /** What waits is bounded by whom it is done for. */
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final ThreadPoolExecutor statements;
    private final ThreadPoolExecutor queries;
    private final ThreadPoolExecutor inserts;
    private final ThreadPoolExecutor closing;
    private final ThreadPoolExecutor passwords;

    Workers(RestLimits limits) {
        statements = pool("rest-statement", limits.statements(), limits.statements() * WAITING_PER_THREAD);
        queries = pool("rest-query", limits.pushQueries() + limits.pullQueries(), UNBOUNDED);
        inserts = pool("rest-insert", INSERT_THREADS, UNBOUNDED);
        closing = pool("rest-close", 2, UNBOUNDED);
        passwords = pool("rest-password", 1, PASSWORDS_WAITING);
    }

    private static ThreadPoolExecutor pool(String name, int threads, int waiting) {
        AtomicInteger count = new AtomicInteger();
        BlockingQueue<Runnable> queue =
                waiting == UNBOUNDED ? new LinkedBlockingQueue<>() : new ArrayBlockingQueue<>(waiting);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, queue, task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** @throws RefusedRequest when too much waits already */
    void statement(Runnable task) {
        submit(statements, task);
    }

    /**
     * A step of a query that has its place among the {@link OpenQueries}, which does one at a time.
     *
     * @throws RefusedRequest when the server is shutting down
     */
    void query(Runnable task) {
        submit(queries, task);
    }

    /**
     * Rows of a stream of them, which hands over some at a time.
     *
     * @throws RefusedRequest when the server is shutting down
     */
    void insert(Runnable task) {
        submit(inserts, task);
    }

    /** @throws RefusedRequest when too much waits already */
    void password(Runnable task) {
        submit(passwords, task);
    }

    /** What closes is never refused: there are at most two tasks a query or stream of rows. */
    void closing(Runnable task) {
        try {
            closing.execute(task);
        } catch (RejectedExecutionException e) {
            // The server is down as far as this; what is left is closed here.
            task.run();
        }
    }

    private static void submit(ThreadPoolExecutor pool, Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            throw new RefusedRequest(
                    pool.isShutdown() ? ErrorCode.SHUTTING_DOWN : ErrorCode.TOO_MANY_REQUESTS,
                    pool.isShutdown()
                            ? "the server is shutting down"
                            : "the server has too many requests to do: send this one again later");
        }
    }

    /** Waits for what is being done, at most this long, and then interrupts it. */
    void end(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {statements, queries, inserts, passwords, closing}) {
            pool.shutdown();
            if (!pool.awaitTermination(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                pool.shutdownNow();
            }
        }
    }

    @Override
    public void close() {
        for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {statements, queries, inserts, passwords, closing}) {
            pool.shutdownNow();
        }
    }
}
