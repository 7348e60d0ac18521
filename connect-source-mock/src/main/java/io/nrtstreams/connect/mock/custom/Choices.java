package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import java.util.Arrays;
import java.util.List;

/** Draws the number of one of several choices, each with its weight. Immutable. */
final class Choices {
    /** A table of as many weights takes 8 MB. */
    static final int MOST = 1_000_000;

    private final double[] upTo;

    /** @param weights at least one, none negative and not all 0 */
    Choices(double... weights) {
        upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
    }

    static Choices of(List<Double> weights) {
        return new Choices(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The numbers from 0 whose probabilities go as {@code 1 / (number + 1)^exponent} (Zipf's law). */
    static Choices zipf(int count, double exponent) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = 1 / StrictMath.pow(i + 1.0, exponent);
        }
        return new Choices(weights);
    }

    int drawn(Draws draws, long record, int field) {
        double draw = draws.unit(record, field) * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, draw);
        // A draw that hits a border belongs to the next one, which ends above it.
        int place = found >= 0 ? found + 1 : -found - 1;
        while (place < upTo.length - 1 && upTo[place] <= draw) {
            place++;
        }
        return Math.min(place, upTo.length - 1);
    }
}
