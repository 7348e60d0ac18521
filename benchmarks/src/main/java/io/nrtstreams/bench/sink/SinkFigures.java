package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.RunFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Measures one sink in all workloads; what fails, or what it cannot do, is told and has no figure. */
final class SinkFigures {
    private static final List<Integer> PATHS = List.of(10, 1000, 5000);

    private final Bench bench;
    private final Runner runner;
    private final String label;
    private final Path plugin;
    private final Family family;
    private final Map<Metric, Double> figures = new HashMap<>();

    private SinkFigures(Bench bench, Runner runner, String label, Path plugin) throws IOException {
        this.bench = bench;
        this.runner = runner;
        this.label = label;
        this.plugin = plugin;
        this.family = Family.of(Plugin.in(plugin).connectorClass());
    }

    /**
     * Measures the sink in a plugin folder.
     *
     * @param label names it in the progress and in files
     */
    static Map<Metric, Double> of(Bench bench, Runner runner, String label, Path plugin)
            throws IOException, InterruptedException {
        SinkFigures figures = new SinkFigures(bench, runner, label, plugin);
        figures.recordCosts();
        figures.waiting();
        figures.openFiles();
        return figures.figures;
    }

    private void recordCosts() throws IOException, InterruptedException {
        run(Workloads.json()).ifPresent(result -> {
            figures.put(SinkMetrics.CPU_JSON, result.median(Round::taskCpuMicrosPerRecord));
            figures.put(SinkMetrics.PROCESS_CPU_JSON, result.median(Round::processCpuMicrosPerRecord));
            figures.put(SinkMetrics.ALLOCATION_JSON, result.median(Round::allocatedBytesPerRecord));
        });
        run(Workloads.gzip())
                .ifPresent(result -> figures.put(SinkMetrics.CPU_GZIP, result.median(Round::taskCpuMicrosPerRecord)));
        run(Workloads.csv())
                .ifPresent(result -> figures.put(SinkMetrics.CPU_CSV, result.median(Round::taskCpuMicrosPerRecord)));
    }

    private void waiting() throws IOException, InterruptedException {
        run(Workloads.manyObjects()).ifPresent(result -> figures.put(SinkMetrics.REQUESTS, result.requestsPerObject()));
        run(Workloads.smallFiles()).ifPresent(result -> {
            figures.put(SinkMetrics.SMALL_FILES, result.median(Round::durablePerSecond));
        });
        run(Workloads.hundredValues()).ifPresent(result -> {
            figures.put(SinkMetrics.HUNDRED_VALUES, result.median(Round::durablePerSecond));
            figures.put(SinkMetrics.LONGEST_PUT, result.largest(Round::longestPutMillis));
        });
    }

    private void openFiles() throws IOException, InterruptedException {
        Map<Integer, Double> cpu = new HashMap<>();
        for (int paths : PATHS) {
            Optional<RunResult> result = run(Workloads.openFiles(paths));
            if (result.isPresent()) {
                cpu.put(paths, result.get().median(Round::processCpuMicrosPerRecord));
                figures.put(SinkMetrics.OPEN_FILES, (double) paths);
            }
        }
        Double few = cpu.get(PATHS.get(0));
        Double many = cpu.get(PATHS.get(PATHS.size() - 1));
        if (few != null && many != null) {
            figures.put(SinkMetrics.SLOWDOWN, many / few);
        }
    }

    private Optional<RunResult> run(Workload workload) throws IOException, InterruptedException {
        if (!bench.includes(workload.name())) {
            return Optional.empty();
        }
        if (!family.can(workload)) {
            tell(workload, "not what this connector can do");
            return Optional.empty();
        }
        try {
            RunResult result = runner.sink(label, plugin, workload);
            tell(workload, described(result));
            return Optional.of(result);
        } catch (RunFailure failure) {
            tell(workload, "FAILED: " + failure.getMessage());
            return Optional.empty();
        }
    }

    private static String described(RunResult result) {
        return String.format(
                Locale.ROOT,
                "%.2f us a record on the task's thread, %.2f us in all, %.0f B; %,.0f records/s durable; longest put %.0f ms;"
                        + " %,d of %,d records stored, %,.0f in an object",
                result.median(Round::taskCpuMicrosPerRecord),
                result.median(Round::processCpuMicrosPerRecord),
                result.median(Round::allocatedBytesPerRecord),
                result.median(Round::durablePerSecond),
                result.largest(Round::longestPutMillis),
                result.stored(),
                result.put(),
                result.recordsPerObject());
    }

    private void tell(Workload workload, String what) {
        bench.out().printf("%s %s: %s%n", label, workload.name(), what);
        bench.out().flush();
    }
}
