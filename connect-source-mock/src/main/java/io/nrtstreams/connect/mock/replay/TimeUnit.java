package io.nrtstreams.connect.mock.replay;

/** The unit of a recorded time since the epoch. */
public enum TimeUnit {
    S(1_000_000_000),
    MS(1_000_000),
    US(1_000);

    private static final long NANOS_PER_MICRO = 1_000;

    private final long nanos;

    TimeUnit(long nanos) {
        this.nanos = nanos;
    }

    /**
     * Nanoseconds since the epoch; of a fraction, to the nearest microsecond.
     *
     * @throws IllegalArgumentException if that is before 1970 or after 2262
     */
    long toNanos(Number amount) {
        double about = amount.doubleValue() * nanos;
        if (!(about >= 0 && about < 0x1p63)) {
            throw new IllegalArgumentException("not a time from 1970 to 2262");
        }
        if (amount instanceof Double fractional) {
            // A double of epoch seconds is good for microseconds; what it says below could cost a whole millisecond.
            return Math.round(fractional * ((double) nanos / NANOS_PER_MICRO)) * NANOS_PER_MICRO;
        }
        return amount.longValue() * nanos;
    }
}
