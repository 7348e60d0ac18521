package io.nrtstreams.bench.source;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The measured rounds of a run.
 *
 * @param all in their order; none where they were not asked for
 */
public record Rounds(List<Round> all) {
    public Rounds {
        all = List.copyOf(all);
    }

    /** The median over the rounds. */
    double median(ToDoubleFunction<Round> measure) {
        return median(all.stream().mapToDouble(measure).toArray());
    }

    /** The median of figures, of which there is at least one. */
    static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
