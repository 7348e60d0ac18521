package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import java.util.function.ToDoubleFunction;

/**
 * Draws numbers.
 *
 * @param bounds of the numbers; what is drawn beyond is moved to the bound
 * @param drawn what is drawn
 */
record Numbers(Bounds bounds, ToDoubleFunction<Moment> drawn) implements Generator {
    /** A normal deviate is within this, because its logarithm is of a number that has 53 bits. */
    static final double MOST_DEVIATION = 8.6;

    private static final int FIRST = 0;
    private static final int SECOND = 1;

    @Override
    public Object value(Moment moment) {
        return Math.max(bounds.least(), Math.min(bounds.most(), drawn.applyAsDouble(moment)));
    }

    /** A standard normal number, by the method of Box and Muller ("A note on the generation of random normal deviates", 1958). */
    static double normal(Draws draws, long record) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - draws.unit(record, FIRST)));
        return radius * StrictMath.cos(2 * Math.PI * draws.unit(record, SECOND));
    }
}
