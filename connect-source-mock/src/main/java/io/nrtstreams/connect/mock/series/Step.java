package io.nrtstreams.connect.mock.series;

import java.time.Duration;

/**
 * The mean event time between two records of a connector: {@code nanos} nanoseconds for every {@code records} of them.
 * A fraction, so that a device that is to be read every ten minutes is, whatever the number of devices. Immutable.
 *
 * @param nanos from 1 to {@link #LONGEST}
 * @param records from 1, and at most {@code nanos}
 */
public record Step(long nanos, int records) {
    /** The longest step in nanoseconds, so that a long can hold what comes many of them after {@link Times#END}. */
    public static final long LONGEST = Duration.ofDays(3_650).toNanos();

    /** From here on a whole number of nanoseconds a record would be too coarse for a rate. */
    private static final double FAST = 1e6;

    private static final int RECORDS_OF_FAST = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    public Step {
        if (nanos < 1 || nanos > LONGEST || records < 1 || records > nanos) {
            throw outOfBounds();
        }
    }

    private static IllegalArgumentException outOfBounds() {
        return new IllegalArgumentException("a step is from 1 ns to 3650 days long");
    }

    /** A step of whole nanoseconds. */
    public static Step of(long nanos) {
        return new Step(nanos, 1);
    }

    /**
     * The step at which every one of {@code devices} comes again after {@code nanos} nanoseconds.
     *
     * @throws IllegalArgumentException if that is less than a nanosecond for each, or more than {@link #LONGEST}
     */
    public static Step ofRound(long nanos, int devices) {
        if (nanos > LONGEST) {
            throw outOfBounds();
        }
        int divisor = divisor(nanos, devices);
        return new Step(nanos / divisor, devices / divisor);
    }

    /**
     * The step of so many records per second, within 0.01 % up to 100 million.
     *
     * @throws IllegalArgumentException if that is less than a nanosecond, or more than {@link #LONGEST}
     */
    public static Step ofRate(double rate) {
        int records = rate < FAST ? 1 : RECORDS_OF_FAST;
        return ofRound(Math.round(NANOS_PER_SECOND * records / rate), records);
    }

    /** The greatest that divides both. */
    private static int divisor(long nanos, int devices) {
        long a = devices;
        long b = nanos;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return (int) a;
    }

    /** Nanoseconds between two records, rounded down; at least 1. */
    public long mean() {
        return nanos / records;
    }

    /**
     * Nanoseconds of {@code count} steps, rounded down. Beyond 292 years they wrap around, so that differences of less
     * are right none the less.
     */
    public long times(long count) {
        if (records == 1) {
            return count * nanos;
        }
        long rest = count % records;
        return count / records * nanos + rest * (nanos / records) + rest * (nanos % records) / records;
    }

    /** The form {@code nanos} or {@code nanos/records} that {@link #parse} reads. */
    @Override
    public String toString() {
        return records == 1 ? Long.toString(nanos) : nanos + "/" + records;
    }

    /** @throws IllegalArgumentException if the text is not of that form */
    static Step parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(Long.parseLong(text))
                : new Step(Long.parseLong(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }
}
