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

    /** Nanoseconds from {@code fromOrdinal} to {@code toOrdinal}, which must be less than 292 years. */
    public long between(long fromOrdinal, long toOrdinal, Step step) {
        // Two's complement arithmetic makes the difference right even where the distance from ordinal 0 overflows.
        return offset(toOrdinal, step) - offset(fromOrdinal, step);
    }

    /** Nanoseconds from ordinal 0; they wrap around, as those of {@link Step#times}. */
    long offset(long ordinal, Step step) {
        if (burst == 1) {
            return step.times(ordinal);
        }
        long inBurst = ordinal % burst;
        return step.times(ordinal - inBurst) + inBurst * gap(step);
    }

    /** For how long after its time no other record comes, a step at most. */
    long room(long ordinal, Step step) {
        return burst == 1 || ordinal % burst == burst - 1 ? step.mean() : gap(step);
    }

    private long gap(Step step) {
        return Math.min(gapNanos, step.mean());
    }
}
