package io.nrtstreams.analytics.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a query that died may be started again: a few times in a while, as what helps after the first times is a
 * person. Not thread-safe.
 */
final class Restarts {
    static final int MOST = 3;
    static final Duration WHILE = Duration.ofMinutes(10);

    private final Deque<Instant> recent = new ArrayDeque<>();
    private long count;

    /** Takes one of the restarts that are left, if any is. */
    boolean take(Instant now) {
        while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WHILE))) {
            recent.removeFirst();
        }
        if (recent.size() >= MOST) {
            return false;
        }
        recent.addLast(now);
        count++;
        return true;
    }

    /** How often it was started again since the process began. */
    long count() {
        return count;
    }
}
