package io.nrtstreams.connect.s3.delivery;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The two clocks of a task.
 *
 * @param wall the time of day, which may jump; only a schedule follows it
 * @param steady a time that goes on evenly whatever happens to the time of day; all waiting is measured by it
 */
public record Clocks(InstantSource wall, InstantSource steady) {
    /** The machine's. */
    public static Clocks system() {
        Instant begin = Instant.now();
        long nanos = System.nanoTime();
        return new Clocks(InstantSource.system(), () -> begin.plusNanos(System.nanoTime() - nanos));
    }

    Instant now() {
        return steady.instant();
    }
}
