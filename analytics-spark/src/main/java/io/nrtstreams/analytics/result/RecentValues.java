package io.nrtstreams.analytics.result;

import java.util.Arrays;
import java.util.Optional;

/**
 * The last values of a measured time, at most a fixed number of them (8 bytes each). Thread-safe.
 */
public final class RecentValues {
    private final long[] values;
    private long added;

    /** Keeps the last {@code bound} values. */
    public RecentValues(int bound) {
        values = new long[bound];
    }

    /** Adds a value, in place of the oldest when full. */
    public synchronized void add(long value) {
        values[(int) (added++ % values.length)] = value;
    }

    /** The percentiles by nearest rank, or empty before the first value. */
    public synchronized Optional<Spread> spread() {
        int count = (int) Math.min(added, values.length);
        if (count == 0) {
            return Optional.empty();
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return Optional.of(new Spread(nearestRank(sorted, 50), nearestRank(sorted, 95), count));
    }

    private static long nearestRank(long[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }
}
