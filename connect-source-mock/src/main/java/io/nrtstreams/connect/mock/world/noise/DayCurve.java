package io.nrtstreams.connect.mock.world.noise;

/** A quantity over the hours of a day, evenly changing from one full hour to the next. Immutable. */
public final class DayCurve {
    private static final int HOURS = 24;

    private final double[] values = new double[HOURS + 1];

    private DayCurve(double factor, int[] hours) {
        if (hours.length != HOURS) {
            throw new IllegalArgumentException("expected the values of 24 hours, but there are " + hours.length);
        }
        for (int i = 0; i <= HOURS; i++) {
            values[i] = hours[i % HOURS] * factor;
        }
    }

    /** The curve through the values at 0 to 23 o'clock, each given in hundredths. */
    public static DayCurve ofHundredths(int... hours) {
        return new DayCurve(0.01, hours);
    }

    /** The value at a full hour, 0 to 23. */
    public double atHour(int hour) {
        return values[hour];
    }

    /** The value at an hour, 0 to below 24. */
    public double at(double hour) {
        int from = (int) hour;
        return values[from] + (hour - from) * (values[from + 1] - values[from]);
    }
}
