package io.nrtstreams.bench.source;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jvm.ChildRun;
import io.nrtstreams.bench.jvm.RunFailure;
import io.nrtstreams.bench.source.PollOrder.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Polls the task of one connector in all workloads; what fails, or what it cannot do, is told and has no figure. */
final class SourceFigures {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final int ROUND_MILLIS = 1000;
    private static final int LIMIT_SECONDS = 300;
    private static final String HEAP_SIZE = "1g";
    private static final long AN_HOUR_OF_RECORDS = 36_000_000;

    private final Bench bench;
    private final ChildRun children;
    private final String label;
    private final Path plugin;
    private final Family family;

    /**
     * @param label names the connector in the progress and in files
     * @param plugin its folder
     */
    SourceFigures(Bench bench, String label, Path plugin) throws IOException {
        this.bench = bench;
        this.children = new ChildRun(bench.folder().resolve("source"), bench.jvmFlags());
        this.label = label;
        this.plugin = plugin;
        this.family = SourcePlugin.in(plugin).family();
    }

    /** What the records of each workload cost. */
    Map<Metric, Double> polls() throws IOException, InterruptedException {
        Map<Metric, Double> figures = new HashMap<>();
        for (PollWorkload workload : PollWorkload.ALL) {
            costs(Subject.TASK, label, workload).ifPresent(result -> {
                Rounds rounds = result.rounds();
                figures.put(SourceMetrics.pollRate(workload.name()), rounds.median(Round::recordsPerCpuSecond));
                figures.put(
                        SourceMetrics.pollAllocation(workload.name()), rounds.median(Round::allocatedBytesPerRecord));
            });
        }
        return figures;
    }

    /** What the framework's own objects cost, of which all workloads have the same. */
    Optional<Rounds> floor() throws IOException, InterruptedException {
        boolean asked = PollWorkload.ALL.stream().map(PollWorkload::name).anyMatch(bench::includes);
        PollWorkload any = new PollWorkload("framework", PollWorkload.ALL.get(0).traits());
        return asked ? run(Subject.FRAMEWORK, "floor", any).map(PollResult::rounds) : Optional.empty();
    }

    /** What stays in memory of an hour of event time at 10,000 records a second. */
    Optional<Double> heapGrowth() throws IOException, InterruptedException {
        PollWorkload heap = new PollWorkload("heap", List.of("hour", "energy", "struct"));
        return bench.includes("heap")
                ? run(Subject.HEAP, label, heap).map(PollResult::heapGrowthMegabytes)
                : Optional.empty();
    }

    private Optional<PollResult> costs(Subject subject, String who, PollWorkload workload)
            throws IOException, InterruptedException {
        return bench.includes(workload.name()) ? run(subject, who, workload) : Optional.empty();
    }

    private Optional<PollResult> run(Subject subject, String who, PollWorkload workload)
            throws IOException, InterruptedException {
        if (!family.can(workload.traits())) {
            tell(who, workload, "not what this connector can do");
            return Optional.empty();
        }
        PollOrder order = new PollOrder(
                subject, plugin.toString(), workload.traits(), WARM_UPS, ROUNDS, ROUND_MILLIS, AN_HOUR_OF_RECORDS);
        try {
            PollResult result = children.run(
                    who + "-" + workload.name(), HEAP_SIZE, PollMain.class, order, PollResult.class, LIMIT_SECONDS);
            tell(who, workload, subject == Subject.HEAP ? memory(result) : cost(result.rounds()));
            return Optional.of(result);
        } catch (RunFailure failure) {
            tell(who, workload, "FAILED: " + failure.getMessage());
            return Optional.empty();
        }
    }

    private static String cost(Rounds rounds) {
        return String.format(
                Locale.ROOT,
                "%,.0f records a second of CPU, %,.0f by the clock; %.2f us a record on the task's thread, %.2f us in all,"
                        + " %.0f B",
                rounds.median(Round::recordsPerCpuSecond),
                rounds.median(Round::recordsPerSecond),
                rounds.median(Round::threadCpuMicrosPerRecord),
                rounds.median(Round::processCpuMicrosPerRecord),
                rounds.median(Round::allocatedBytesPerRecord));
    }

    private static String memory(PollResult result) {
        return String.format(
                Locale.ROOT,
                "%.2f MB live at first, %.2f MB after %,d records and %.2f hours of event time",
                result.heapBefore() / 1e6,
                result.heapAfter() / 1e6,
                result.records(),
                result.eventHours());
    }

    private void tell(String who, PollWorkload workload, String what) {
        bench.out().printf("%s %s: %s%n", who, workload.name(), what);
        bench.out().flush();
    }
}
