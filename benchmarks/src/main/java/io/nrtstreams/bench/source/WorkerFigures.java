package io.nrtstreams.bench.source;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.broker.Broker;
import io.nrtstreams.bench.jvm.ChildRun;
import io.nrtstreams.bench.jvm.Folders;
import io.nrtstreams.bench.jvm.GuardedJvm;
import io.nrtstreams.bench.jvm.RunFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Our connector in a worker, over a broker. */
final class WorkerFigures {
    private static final List<Integer> RATES = List.of(1, 100, 10_000, 100_000);
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final int ROUND_RECORDS = 600_000;
    private static final int RATE_SECONDS = 60;
    private static final int LIMIT_SECONDS = 400;
    private static final String HEAP_SIZE = "1g";

    private final Bench bench;
    private final Path plugin;
    private final Path folder;
    private final List<Measure> measures = new ArrayList<>();

    WorkerFigures(Bench bench, Path plugin) {
        this.bench = bench;
        this.plugin = plugin;
        this.folder = bench.folder().resolve("source");
    }

    /**
     * A way to run the connector.
     *
     * @param variant of the names of its measures
     * @param exactlyOnce the worker's {@code exactly.once.source.support}
     * @param further traits of the connector
     */
    private record Way(String variant, String exactlyOnce, List<String> further) {
        String name() {
            return "end_to_end" + variant;
        }

        List<String> traits() {
            return Stream.concat(Stream.of("backfill", "energy", "struct", "finite"), further.stream())
                    .toList();
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way("", "disabled", List.of()),
            new Way("_exactly_once", "enabled", List.of()),
            new Way("_exactly_once_100ms", "enabled", List.of("interval")));

    /** What was asked for; nothing is started where that is nothing. */
    List<Measure> measure() throws IOException, InterruptedException {
        for (Way way : WAYS) {
            if (bench.includes(way.name())) {
                endToEnd(way);
            }
        }
        List<Integer> rates =
                RATES.stream().filter(rate -> bench.includes("rate_" + rate)).toList();
        if (!rates.isEmpty()) {
            rates(rates);
        }
        return measures;
    }

    private void rates(List<Integer> rates) throws IOException, InterruptedException {
        Optional<WorkerResult> result = run("rate", new Way("", "disabled", List.of()), 0, rates);
        for (int rate : rates) {
            Double error = result.map(found -> found.rateErrors().get(rate)).orElse(null);
            measures.add(new Measure(SourceMetrics.rateError(rate), error, null, Map.of()));
        }
    }

    private void endToEnd(Way way) throws IOException, InterruptedException {
        Optional<WorkerResult> result = run(way.name(), way, ROUNDS, List.of());
        measures.add(new Measure(
                SourceMetrics.endToEndRatio(way.variant()),
                result.map(WorkerResult::medianRatio).orElse(null),
                null,
                Map.of()));
        measures.add(measure(SourceMetrics.endToEndRate(way.variant()), result, Round::recordsPerSecond));
        measures.add(measure(SourceMetrics.endToEndCpu(way.variant()), result, Round::processCpuMicrosPerRecord));
    }

    private static Measure measure(Metric metric, Optional<WorkerResult> result, ToDoubleFunction<Round> figure) {
        return new Measure(
                metric,
                result.map(found -> found.worker().median(figure)).orElse(null),
                result.map(found -> found.producer().median(figure)).orElse(null),
                Map.of());
    }

    /** Each run has a broker of its own. */
    private Optional<WorkerResult> run(String name, Way way, int rounds, List<Integer> rates)
            throws IOException, InterruptedException {
        Broker broker = new Broker(bench.home(), Folders.cleared(folder.resolve("broker-" + name)));
        try (GuardedJvm jvm = broker.start()) {
            WorkerOrder order = new WorkerOrder(
                    broker.address(),
                    plugin.toString(),
                    way.exactlyOnce(),
                    way.traits(),
                    rounds == 0 ? 0 : WARM_UPS,
                    rounds,
                    ROUND_RECORDS,
                    rates,
                    RATE_SECONDS);
            WorkerResult result = new ChildRun(folder, bench.jvmFlags())
                    .run(name, HEAP_SIZE, WorkerMain.class, order, WorkerResult.class, LIMIT_SECONDS);
            jvm.requireAlive();
            tell(name, result);
            return Optional.of(result);
        } catch (RunFailure failure) {
            bench.out().printf("%s: FAILED: %s%n", name, failure.getMessage());
            return Optional.empty();
        }
    }

    private void tell(String name, WorkerResult result) {
        for (int i = 0; i < result.worker().all().size(); i++) {
            Round worker = result.worker().all().get(i);
            Round producer = result.producer().all().get(i);
            bench.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %,.0f records/s and %.2f us of CPU a record in the worker, %,.0f and %.2f by the bare"
                                    + " producer%n",
                            name,
                            worker.recordsPerSecond(),
                            worker.processCpuMicrosPerRecord(),
                            producer.recordsPerSecond(),
                            producer.processCpuMicrosPerRecord());
        }
        result.rateErrors()
                .forEach((rate, error) ->
                        bench.out().printf(Locale.ROOT, "%s %,d records/s: %.3f %% off%n", name, rate, error));
        bench.out().flush();
    }
}
