package io.nrtstreams.connect.s3.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * A chain whose requests fail: since when, and when the next one may be tried.
 *
 * @param since the first failure
 * @param rest how long it rests this time, twice as long each time up to 30 s
 * @param until the end of the rest
 */
record Backoff(Instant since, Duration rest, Instant until) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Backoff begin(Instant now) {
        return new Backoff(now, FIRST, now.plus(FIRST));
    }

    Backoff again(Instant now) {
        Duration doubled = rest.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new Backoff(since, next, now.plus(next));
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    boolean hasLasted(Duration limit, Instant now) {
        return !now.isBefore(since.plus(limit));
    }
}
