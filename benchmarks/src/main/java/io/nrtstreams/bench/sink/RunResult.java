package io.nrtstreams.bench.sink;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run measured.
 *
 * @param rounds the measured ones
 * @param put records over the whole run, warm-up included
 * @param stored records that the endpoint counted at the end
 * @param requestsPerObject at the endpoint, in the measured rounds
 * @param recordsPerObject over the whole run
 */
public record RunResult(List<Round> rounds, long put, long stored, double requestsPerObject, double recordsPerObject) {
    public RunResult {
        rounds = List.copyOf(rounds);
    }

    /** The median over the measured rounds. */
    double median(ToDoubleFunction<Round> measure) {
        double[] sorted = rounds.stream().mapToDouble(measure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The largest of the measured rounds. */
    double largest(ToDoubleFunction<Round> measure) {
        return rounds.stream().mapToDouble(measure).max().orElseThrow();
    }
}
