package io.nrtstreams.connect.mock.replay;

/** The unit of a recorded number since the epoch. */
public enum TimeUnit {
    S(1_000_000, 1),
    MS(1_000, 1),
    US(1, 1),
    NS(1, 1_000);

    private static final double LONGEST = 0x1p62;

    private final long micros;
    private final long parts;

    TimeUnit(long micros, long parts) {
        this.micros = micros;
        this.parts = parts;
    }

    /**
     * Microseconds since the epoch; of nanoseconds, those that are over.
     *
     * @throws ArithmeticException if they are too many to count
     */
    long toMicros(long amount) {
        return Math.floorDiv(Math.multiplyExact(amount, micros), parts);
    }

    /**
     * Microseconds since the epoch, to the nearest.
     *
     * @throws ArithmeticException if they are too many to count
     */
    long toMicros(double amount) {
        // A double of epoch seconds is good for microseconds; cutting it could cost a whole millisecond.
        double about = amount * micros / parts;
        if (!(Math.abs(about) < LONGEST)) {
            throw new ArithmeticException("not a time");
        }
        return Math.round(about);
    }

    /** This many milliseconds in the unit. @throws ArithmeticException if they are too many to count */
    long ofMillis(long millis) {
        return micros > 1_000
                ? Math.floorDiv(millis, micros / 1_000)
                : Math.multiplyExact(millis, 1_000 / micros * parts);
    }

    /** This many milliseconds in the unit, with what is over as a fraction. */
    double ofMillisInPart(long millis) {
        return millis * (1_000.0 / micros * parts);
    }
}
