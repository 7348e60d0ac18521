package io.nrtstreams.connect.mock.world.climate;

/**
 * Water vapour in air, by Magnus' formula with the constants of Alduchov and Eskridge ("Improved Magnus form
 * approximation of saturation vapor pressure", 1996), tabled by quarters of a degree.
 */
final class Vapour {
    private static final double FACTOR = 6.1094;
    private static final double SLOPE = 17.625;
    private static final double OFFSET = 243.04;
    private static final double COLDEST = -60;
    private static final double WARMEST = 70;
    private static final int PER_DEGREE = 4;
    private static final double[] SATURATED = new double[(int) ((WARMEST - COLDEST) * PER_DEGREE) + 2];

    static {
        for (int i = 0; i < SATURATED.length; i++) {
            double celsius = COLDEST + (double) i / PER_DEGREE;
            SATURATED[i] = FACTOR * StrictMath.exp(SLOPE * celsius / (OFFSET + celsius));
        }
    }

    private Vapour() {}

    /** Pressure of saturated vapour in hPa at degrees Celsius; from -60 to 70, beyond as there. */
    static double pressure(double celsius) {
        double place = (Math.max(COLDEST, Math.min(WARMEST, celsius)) - COLDEST) * PER_DEGREE;
        int step = (int) place;
        return SATURATED[step] + (place - step) * (SATURATED[step + 1] - SATURATED[step]);
    }

    /** The dew point in degrees Celsius of air of a temperature and a relative humidity in percent. */
    static double dewPoint(double celsius, double humidity) {
        double power = StrictMath.log(humidity / 100) + SLOPE * celsius / (OFFSET + celsius);
        return OFFSET * power / (SLOPE - power);
    }
}
