package io.nrtstreams.connect.mock.world.noise;

import io.nrtstreams.connect.mock.series.Draws;
import java.time.Duration;

/**
 * Smooth noise over time for each of many series, with mean 0 and variance 1 at every instant: values drawn at knots
 * a fixed time apart, with a smooth passage between two of them. Values less than a knot apart are alike, those more
 * than two apart are independent. This is value noise in one dimension; the passage is divided by the length of its
 * weights, so that the variance does not sink between knots.
 *
 * <p>Any instant is computed alone, at the cost of three draws. Immutable.
 */
public final class Noise {
    /** The most series one noise has. */
    public static final int SERIES = 1 << 20;

    /** No value is farther from 0: two knots at {@link Bell#LIMIT}, half way between them. */
    public static final double LIMIT = Bell.LIMIT * 1.41422;

    /** A series has as many knots as are left of the 58 bits of a record's number in {@link Draws}. */
    private static final int KNOT_BITS = 38;

    private static final int KNOT = 0;
    private static final int SHIFT = 1;

    private final Draws draws;
    private final double knotsPerSecond;

    private Noise(Draws draws, double knotsPerSecond) {
        this.draws = draws;
        this.knotsPerSecond = knotsPerSecond;
    }

    /**
     * The noise of a purpose; another purpose has nothing to do with it.
     *
     * @param knots the time between two knots, at least a second
     */
    public static Noise of(long seed, String purpose, Duration knots) {
        return new Noise(Draws.of(seed, purpose), 1.0 / knots.toSeconds());
    }

    /**
     * The value of a series at an instant.
     *
     * @param series below {@link #SERIES}
     * @param epochSeconds since 1970, with fractions
     */
    public double at(long series, double epochSeconds) {
        long first = series << KNOT_BITS;
        // Each series has its knots at instants of its own, or all would turn at once.
        double place = epochSeconds * knotsPerSecond + draws.unit(first, SHIFT);
        double floor = Math.floor(place);
        long knot = first + (long) floor;
        double part = place - floor;
        double to = part * part * (3 - 2 * part);
        double from = 1 - to;
        double value = from * Bell.of(draws.bits(knot, KNOT)) + to * Bell.of(draws.bits(knot + 1, KNOT));
        return value / Math.sqrt(from * from + to * to);
    }
}
