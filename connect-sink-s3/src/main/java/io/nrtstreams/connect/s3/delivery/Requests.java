package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the store off the task's thread, at most so many at a time. They are started and their outcomes are taken
 * by the task's thread alone.
 */
final class Requests {
    private final Executor executor;
    private final int most;
    private final BlockingQueue<Completed> completed = new LinkedBlockingQueue<>();
    private int inFlight;

    Requests(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    /** A request that has ended. */
    record Completed(Chain chain, Outcome outcome) {}

    boolean hasRoom() {
        return inFlight < most;
    }

    int inFlight() {
        return inFlight;
    }

    void start(Chain chain, Supplier<Outcome> request) {
        inFlight++;
        executor.execute(() -> completed.add(new Completed(chain, run(request))));
    }

    private static Outcome run(Supplier<Outcome> request) {
        try {
            return request.get();
        } catch (StoreException e) {
            return new Outcome.Failed(e);
        } catch (Throwable e) {
            // Whatever it is, even an error: the task has to hear of it, or it would wait for this request forever.
            return new Outcome.Failed(new StoreException(
                    Kind.PERMANENT,
                    "a request failed unexpectedly (" + e.getClass().getName() + ")",
                    e));
        }
    }

    /** The next request that has ended, or null if none has. */
    @Nullable Completed next() {
        return counted(completed.poll());
    }

    /** As {@link #next}, but waits for one. */
    @Nullable Completed next(Duration patience) throws InterruptedException {
        return counted(completed.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private @Nullable Completed counted(@Nullable Completed one) {
        if (one != null) {
            inFlight--;
        }
        return one;
    }
}
