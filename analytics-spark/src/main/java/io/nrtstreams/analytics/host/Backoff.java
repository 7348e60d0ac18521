package io.nrtstreams.analytics.host;

import java.time.Duration;

/** How long to wait before another attempt: a second first, then twice as long each time, a minute at most. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(1);

    private Backoff() {}

    /**
     * The pause behind a failure.
     *
     * @param failures in a row, this one included
     */
    static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(MOST) < 0 ? pause : MOST;
    }
}
