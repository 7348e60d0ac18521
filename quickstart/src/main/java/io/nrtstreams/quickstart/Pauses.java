package io.nrtstreams.quickstart;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The wait between two looks at something that another process changes. */
public final class Pauses {
    private Pauses() {}

    /** Waits. */
    public static void rest(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
