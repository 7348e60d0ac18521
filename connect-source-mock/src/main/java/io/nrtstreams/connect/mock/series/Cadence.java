package io.nrtstreams.connect.mock.series;

/**
 * How the records of a feed follow each other: evenly, or in bursts with a pause, as a poller of several places does.
 *
 * @param defaultRate records per second over the whole connector where none is configured
 * @param burst records per burst; 1 means evenly
 * @param gapNanos nanoseconds between two records of a burst, or the step between records where that is shorter
 */
public record Cadence(double defaultRate, int burst, long gapNanos) {
    /** Records at even steps. */
    public static Cadence even(double defaultRate) {
        return new Cadence(defaultRate, 1, 0);
    }

    /**
     * Nanoseconds from {@code fromOrdinal} to {@code toOrdinal} where the average step is {@code stepNanos}.
     *
     * <p>Two's complement arithmetic makes the difference right even where the distance from ordinal 0 overflows, as
     * long as the difference itself is below 292 years.
     */
    public long between(long fromOrdinal, long toOrdinal, long stepNanos) {
        return offset(toOrdinal, stepNanos) - offset(fromOrdinal, stepNanos);
    }

    private long offset(long ordinal, long stepNanos) {
        if (burst == 1) {
            return ordinal * stepNanos;
        }
        long inBurst = ordinal % burst;
        return (ordinal - inBurst) * stepNanos + inBurst * Math.min(gapNanos, stepNanos);
    }

    /** Whole nanoseconds between records at {@code rate} records per second, at least 1. */
    public static long step(double rate) {
        return Math.max(1, Math.round(1e9 / rate));
    }
}
