package io.nrtstreams.connect.s3;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** An executor without threads. */
final class FakeExecutor extends AbstractExecutorService {
    private final Executor how;

    private FakeExecutor(Executor how) {
        this.how = how;
    }

    /** Runs work where it is submitted. */
    static FakeExecutor onThisThread() {
        return new FakeExecutor(Runnable::run);
    }

    /** Never runs anything, as if the store did not answer. */
    static FakeExecutor never() {
        return new FakeExecutor(work -> {});
    }

    @Override
    public void execute(Runnable work) {
        how.execute(work);
    }

    @Override
    public void shutdown() {
        // There is no thread to stop.
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
