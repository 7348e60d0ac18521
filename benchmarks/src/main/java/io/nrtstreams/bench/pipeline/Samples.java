package io.nrtstreams.bench.pipeline;

import java.util.List;

/**
 * Percentiles of measured values.
 *
 * @param sorted the values in their order
 */
record Samples(List<Double> sorted) {

    static Samples of(List<Double> values) {
        return new Samples(values.stream().sorted().toList());
    }

    /** The value that this share of all is not above, from 0 to 1. */
    double percentile(double share) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
    }
}
