package io.nrtstreams.quickstart.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A child that was started.
 *
 * @param part what it is
 * @param process its process
 * @param startedNanos when, on the clock of {@link System#nanoTime()}
 */
record RunningPart(Part part, Process process, long startedNanos) {
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** Asks it to end, and ends it where it does not follow within the grace period. */
    void stop() {
        // Through the handle: Process.destroy would close the guard's pipe as well, and the child would halt at once.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
