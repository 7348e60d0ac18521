package io.nrtstreams.bench.pipeline;

import java.util.Arrays;
import java.util.List;

/** Percentiles of measured values. */
record Samples(double[] sorted) {

    static Samples of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /** The value that this share of all is not above, from 0 to 1. */
    double percentile(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted[Math.min(sorted.length - 1, (int) Math.floor(share * sorted.length))];
    }
}
