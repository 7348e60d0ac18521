package io.nrtstreams.connect.s3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** An executor without threads. */
public final class FakeExecutor extends AbstractExecutorService {
    private final Executor how;
    private final List<Runnable> kept;

    private FakeExecutor(Executor how) {
        this(how, List.of());
    }

    private FakeExecutor(Executor how, List<Runnable> kept) {
        this.how = how;
        this.kept = kept;
    }

    /** Runs work where it is submitted. */
    public static FakeExecutor onThisThread() {
        return new FakeExecutor(Runnable::run);
    }

    /** Never runs anything, as if the store did not answer. */
    public static FakeExecutor never() {
        return new FakeExecutor(work -> {});
    }

    /** Keeps work until {@link #runSome} or {@link #runAll}, as a store that answers late. */
    public static FakeExecutor late() {
        List<Runnable> kept = new ArrayList<>();
        return new FakeExecutor(kept::add, kept);
    }

    /** Runs each piece of the kept work by the toss of a coin, in any order. */
    public void runSome(Random random) {
        Collections.shuffle(kept, random);
        List<Runnable> now = List.copyOf(kept.subList(0, random.nextInt(kept.size() + 1)));
        kept.removeAll(now);
        now.forEach(Runnable::run);
    }

    public boolean hasWork() {
        return !kept.isEmpty();
    }

    /** Runs the work that has been kept longest. */
    public void runFirst() {
        kept.remove(0).run();
    }

    /** Runs all kept work. */
    public void runAll() {
        List<Runnable> now = List.copyOf(kept);
        kept.clear();
        now.forEach(Runnable::run);
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
