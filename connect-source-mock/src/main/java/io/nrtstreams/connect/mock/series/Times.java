package io.nrtstreams.connect.mock.series;

import java.time.Instant;

/** The bounds of event times. */
public final class Times {
    /** No event time is at or after this: 2100-01-01T00:00:00Z in nanoseconds since the epoch. */
    public static final long END = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000;

    /** The event time of a record that there cannot be. */
    public static final long NEVER = Long.MAX_VALUE;

    private Times() {}
}
