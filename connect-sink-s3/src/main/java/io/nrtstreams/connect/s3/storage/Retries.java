package io.nrtstreams.connect.s3.storage;

import java.time.Duration;

/**
 * How a request that failed for the moment is tried again. Before the n-th retry there is a random pause between nothing
 * and {@code backoff} times 2 to the n-1 ("full jitter"), so that tasks that failed together do not come back together.
 *
 * @param attempts how often a request is tried in all, at least 1
 * @param backoff longest pause before the first retry; ten times as long where the store says that it is too busy
 * @param longest longest pause before any
 */
public record Retries(int attempts, Duration backoff, Duration longest) {
    /** So many attempts with the default pauses. */
    public static Retries of(int attempts) {
        return new Retries(attempts, Duration.ofMillis(100), Duration.ofSeconds(20));
    }

    /** The longest first pause after an answer that says that the store is too busy. */
    Duration whenThrottled() {
        Duration ten = backoff.multipliedBy(10);
        return ten.compareTo(longest) > 0 ? longest : ten;
    }
}
