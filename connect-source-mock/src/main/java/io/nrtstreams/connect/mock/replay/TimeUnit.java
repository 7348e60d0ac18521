package io.nrtstreams.connect.mock.replay;

/** The unit of a recorded time since the epoch. */
public enum TimeUnit {
    S(1_000_000_000),
    MS(1_000_000),
    US(1_000);

    private final long nanos;

    TimeUnit(long nanos) {
        this.nanos = nanos;
    }

    /**
     * Nanoseconds since the epoch.
     *
     * @throws IllegalArgumentException if that is before 1970 or after 2262
     */
    long toNanos(Number amount) {
        double about = amount.doubleValue() * nanos;
        if (!(about >= 0 && about < 0x1p63)) {
            throw new IllegalArgumentException("not a time from 1970 to 2262");
        }
        return amount instanceof Double ? Math.round(about) : amount.longValue() * nanos;
    }
}
