package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.RunFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the barest form of the work costs on this machine, in the same run.
 *
 * @param floors by the metric that they are the floor of
 * @param figures metrics of their own
 */
record SinkFloors(Map<Metric, Double> floors, Map<Metric, Double> figures) {
    /** Measures them, but for those whose workload was not asked for. */
    static SinkFloors of(Bench bench, Runner runner) throws IOException, InterruptedException {
        Map<Metric, Double> floors = new HashMap<>();
        Map<Metric, Double> figures = new HashMap<>();
        floors.put(SinkMetrics.REQUESTS, 1.0);
        if (bench.includes(Workloads.json().name())) {
            double encode = floor(bench, runner, Subject.ENCODER, Workloads.json(), Round::taskCpuMicrosPerRecord);
            floors.put(SinkMetrics.CPU_JSON, encode);
            floors.put(SinkMetrics.PROCESS_CPU_JSON, encode);
            RunResult loop = run(bench, runner, Subject.FRAMEWORK_LOOP, Workloads.json());
            floors.put(SinkMetrics.ALLOCATION_JSON, loop.median(Round::allocatedBytesPerRecord));
            figures.put(SinkMetrics.FRAMEWORK, loop.median(Round::taskCpuMicrosPerRecord));
        }
        if (bench.includes(Workloads.gzip().name())) {
            floors.put(
                    SinkMetrics.CPU_GZIP,
                    floor(bench, runner, Subject.ENCODER, Workloads.gzip(), Round::taskCpuMicrosPerRecord));
        }
        return new SinkFloors(floors, figures);
    }

    private static double floor(
            Bench bench, Runner runner, Subject subject, Workload workload, ToDoubleFunction<Round> figure)
            throws IOException, InterruptedException {
        return run(bench, runner, subject, workload).median(figure);
    }

    private static RunResult run(Bench bench, Runner runner, Subject subject, Workload workload)
            throws IOException, InterruptedException {
        try {
            RunResult result = runner.floor(subject, workload);
            bench.out()
                    .printf(
                            Locale.ROOT,
                            "floor %s %s: %.2f us and %.0f B a record%n",
                            subject.name().toLowerCase(Locale.ROOT),
                            workload.name(),
                            result.median(Round::taskCpuMicrosPerRecord),
                            result.median(Round::allocatedBytesPerRecord));
            return result;
        } catch (RunFailure failure) {
            throw new IOException("a floor cannot be measured: " + failure.getMessage(), failure);
        }
    }
}
