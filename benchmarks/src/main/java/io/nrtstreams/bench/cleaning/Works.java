package io.nrtstreams.bench.cleaning;

import io.nrtstreams.bench.jmh.JmhFigures;
import java.util.Optional;

/** What each kind of work cost, by the names of the benchmarks; empty for those that were not measured. */
record Works(JmhFigures figures) {
    private static final String BENCHMARK = "CleaningBenchmark";
    private static final double MICROS = 1e6;

    /** CPU for each record, in microseconds. */
    Optional<Double> micros(String work) {
        return figures.perCoreSecond(BENCHMARK, work).map(rate -> MICROS / rate);
    }

    /** Bytes allocated for each record. */
    Optional<Double> bytes(String work) {
        return figures.bytes(BENCHMARK, work);
    }
}
