package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The children of one data folder: started together or one after another, watched, stopped in reverse.
 *
 * <p>Thread-safe: a shutdown hook may close it while another thread starts parts or checks them.
 */
public final class Stack implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 50;
    private static final int TAIL_LINES = 6;

    private final DataFolder folder;
    private final Addresses addresses;
    private final Consumer<String> progress;
    private final Deque<RunningPart> running = new ArrayDeque<>();
    private final Map<String, Double> startSeconds = new LinkedHashMap<>();
    /** Started, and not known to be up. */
    private final List<RunningPart> waiting = new ArrayList<>();

    private boolean closed;

    /**
     * A stack without a part yet.
     *
     * @param progress takes a line for every part that is up
     */
    public Stack(DataFolder folder, Addresses addresses, Consumer<String> progress) {
        this.folder = folder;
        this.addresses = addresses;
        this.progress = progress;
    }

    /**
     * Starts parts side by side without waiting for any of them.
     *
     * @throws CommandFailure if one cannot be started
     */
    public void launch(Part... parts) {
        for (Part part : parts) {
            RunningPart started = launchOne(part);
            synchronized (this) {
                waiting.add(started);
            }
        }
    }

    /** Waits until every part that was launched can be used, as {@link #await} does. */
    public void awaitAll() {
        await(part -> true);
    }

    /**
     * Waits until the named parts can be used, and announces each that is up meanwhile.
     *
     * @throws CommandFailure if any part dies, or a named one is not up after three minutes; the message has the end
     *     of its log
     */
    public void await(Part... parts) {
        await(List.of(parts)::contains);
    }

    private void await(Predicate<Part> wanted) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        for (Optional<RunningPart> late = oneOf(wanted); late.isPresent(); late = oneOf(wanted)) {
            check();
            announceReadyParts();
            if (System.nanoTime() > deadline) {
                throw tooSlow(late.get());
            }
            rest();
        }
    }

    private synchronized Optional<RunningPart> oneOf(Predicate<Part> wanted) {
        return waiting.stream().filter(one -> wanted.test(one.part())).findFirst();
    }

    private synchronized RunningPart launchOne(Part part) {
        if (closed) {
            throw new CommandFailure("The stack is being stopped.");
        }
        try {
            RunningPart started = new RunningPart(part, part.jvm().start(part.log()), System.nanoTime());
            running.push(started);
            record(false);
            return started;
        } catch (IOException e) {
            throw new CommandFailure("The " + part.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void announceReadyParts() {
        List<RunningPart> candidates;
        synchronized (this) {
            candidates = List.copyOf(waiting);
        }
        candidates.stream().filter(one -> one.part().readiness().ready()).forEach(one -> {
            synchronized (this) {
                waiting.remove(one);
            }
            announce(one);
        });
    }

    private void announce(RunningPart ready) {
        double seconds = (System.nanoTime() - ready.startedNanos()) / 1e9;
        synchronized (this) {
            startSeconds.put(ready.part().name(), Math.round(seconds * 10) / 10.0);
        }
        progress.accept(String.format(
                Locale.ROOT,
                "  %-10s up after %4.1f s   port %s",
                ready.part().name(),
                seconds,
                String.join(
                        ", ", ready.part().ports().stream().map(String::valueOf).toList())));
    }

    /** Tells other processes that every part is up. */
    public synchronized void announceReady() {
        record(true);
    }

    private void record(boolean ready) {
        List<RunRecord.Running> parts = new ArrayList<>();
        running.descendingIterator()
                .forEachRemaining(one -> parts.add(
                        RunRecord.Running.of(one.part().name(), one.process().toHandle())));
        RunRecord.Running launcher = RunRecord.Running.of("launcher", ProcessHandle.current());
        new RunRecord(launcher, parts, addresses, ready).write(folder.path());
    }

    /**
     * Looks whether all parts that were started still run.
     *
     * @throws CommandFailure if one does not: which, its exit code, and the last lines of its log
     */
    public synchronized void check() {
        if (closed) {
            throw new CommandFailure("The stack is being stopped.");
        }
        for (RunningPart one : running) {
            if (!one.process().isAlive()) {
                throw died(one);
            }
        }
    }

    private static CommandFailure died(RunningPart one) {
        return new CommandFailure("The " + one.part().name() + " ended with exit code "
                + one.process().exitValue() + tail(one));
    }

    private static CommandFailure tooSlow(RunningPart one) {
        return new CommandFailure(
                "The " + one.part().name() + " is not up after " + START_LIMIT.toMinutes() + " minutes" + tail(one));
    }

    private static String tail(RunningPart one) {
        List<String> lines = LogTail.of(one.part().log(), TAIL_LINES);
        String end = lines.isEmpty() ? "\n  (its log is empty)" : "\n  | " + String.join("\n  | ", lines);
        return ". The end of " + one.part().log() + ":" + end;
    }

    /** The seconds that each part took to be up, in the order in which they were. */
    public synchronized Map<String, Double> startSeconds() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(startSeconds));
    }

    /** The process ids of the children. */
    public synchronized List<Long> pids() {
        return running.stream().map(one -> one.process().pid()).toList();
    }

    /** Stops all parts, the last started first, and waits for each. */
    @Override
    public synchronized void close() {
        if (closed) {
            // The record may be that of another process by now.
            return;
        }
        closed = true;
        while (!running.isEmpty()) {
            running.pop().stop();
        }
        RunRecord.remove(folder.path());
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while the stack was starting.", e);
        }
    }
}
