package io.nrtstreams.connect.mock.world.noise;

/** The sine and cosine by table, within 5e-6: the same bits on every JVM, which {@link Math#sin} does not promise. */
public final class Sine {
    private static final int STEPS = 1024;
    private static final double[] TABLE = new double[STEPS + 2];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = StrictMath.sin(2 * Math.PI * i / STEPS);
        }
    }

    private Sine() {}

    /** The sine of a number of turns of 360 degrees. */
    public static double ofTurns(double turns) {
        double place = (turns - Math.floor(turns)) * STEPS;
        int step = (int) place;
        return TABLE[step] + (place - step) * (TABLE[step + 1] - TABLE[step]);
    }

    /** The cosine of a number of turns of 360 degrees. */
    public static double cosineOfTurns(double turns) {
        return ofTurns(turns + 0.25);
    }
}
