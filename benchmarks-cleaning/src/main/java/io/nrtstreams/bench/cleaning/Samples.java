package io.nrtstreams.bench.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The iterations of one kind of work, over all its JVMs. */
final class Samples {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final List<IterationResult> iterations = new ArrayList<>();

    void add(RunResult run) {
        run.getBenchmarkResults().forEach(fork -> iterations.addAll(fork.getIterationResults()));
    }

    /** The line with the medians. */
    String line(String work) {
        return String.format(
                Locale.ROOT,
                "FIGURE %s %s %.0f %.0f %.0f",
                CleaningBenchmark.class.getSimpleName(),
                work,
                median(secondary(CpuProfiler.RATE)),
                median(IterationResult::getPrimaryResult),
                median(secondary(ALLOCATION)));
    }

    private static Function<IterationResult, Result<?>> secondary(String name) {
        return iteration -> iteration.getSecondaryResults().get(name);
    }

    private double median(Function<IterationResult, Result<?>> result) {
        double[] sorted = iterations.stream()
                .mapToDouble(iteration -> result.apply(iteration).getScore())
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
