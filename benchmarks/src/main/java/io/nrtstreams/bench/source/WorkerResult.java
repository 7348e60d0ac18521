package io.nrtstreams.bench.source;

import java.util.Map;

/**
 * What a child JVM with a worker measured.
 *
 * @param worker rounds of the connector
 * @param producer rounds of the bare producer, in turns with those of the connector
 * @param rateErrors in per cent, by the rate that was set
 */
public record WorkerResult(Rounds worker, Rounds producer, Map<Integer, Double> rateErrors) {
    public WorkerResult {
        rateErrors = Map.copyOf(rateErrors);
    }

    /** The worker's rate over the producer's, turn by turn: what else the machine does meets both of a turn alike. */
    double medianRatio() {
        double[] ratios = new double[worker.all().size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = worker.all().get(i).recordsPerSecond()
                    / producer.all().get(i).recordsPerSecond();
        }
        return Rounds.median(ratios);
    }
}
