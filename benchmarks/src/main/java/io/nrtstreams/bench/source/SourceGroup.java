package io.nrtstreams.bench.source;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Group;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mock source: its task alone, each run in a JVM of its own, and in a worker over a broker. */
public final class SourceGroup implements Group {
    private static final String OUR_FOLDER = "connect-source-mock/target/plugin/nrtstreams-connect-source-mock";

    @Override
    public String name() {
        return "source";
    }

    @Override
    public List<Measure> measure(Bench bench) throws IOException, InterruptedException {
        Map<String, SourceFigures> peers = peers(bench);
        Path plugin = bench.home().resolve(OUR_FOLDER);
        SourceFigures ours = new SourceFigures(bench, Bench.OURS, plugin);
        List<Measure> measures = new ArrayList<>(polls(bench, ours, peers));
        if (bench.includes("heap")) {
            measures.add(
                    new Measure(SourceMetrics.HEAP_GROWTH, ours.heapGrowth().orElse(null), null, Map.of()));
        }
        measures.addAll(new WorkerFigures(bench, plugin).measure());
        return measures;
    }

    private static List<Measure> polls(Bench bench, SourceFigures ours, Map<String, SourceFigures> peers)
            throws IOException, InterruptedException {
        Optional<Rounds> floor = ours.floor();
        Map<Metric, Double> figures = ours.polls();
        Map<String, Map<Metric, Double>> others = new LinkedHashMap<>();
        for (Map.Entry<String, SourceFigures> peer : peers.entrySet()) {
            others.put(peer.getKey(), peer.getValue().polls());
        }
        List<String> asked = PollWorkload.ALL.stream()
                .map(PollWorkload::name)
                .filter(bench::includes)
                .toList();
        Optional<Double> rate = floor.map(rounds -> rounds.median(Round::recordsPerCpuSecond));
        Optional<Double> allocation = floor.map(rounds -> rounds.median(Round::allocatedBytesPerRecord));
        List<Measure> measures = new ArrayList<>();
        asked.forEach(name -> measures.add(measure(SourceMetrics.pollRate(name), figures, others, rate)));
        asked.forEach(name -> measures.add(measure(SourceMetrics.pollAllocation(name), figures, others, allocation)));
        return measures;
    }

    private static Map<String, SourceFigures> peers(Bench bench) throws IOException {
        Map<String, SourceFigures> peers = new LinkedHashMap<>();
        for (Map.Entry<String, Path> peer : new TreeMap<>(bench.peers()).entrySet()) {
            if (Files.isDirectory(peer.getValue())) {
                // A wrong folder is told before minutes go into the runs.
                peers.put(peer.getKey(), new SourceFigures(bench, peer.getKey(), peer.getValue()));
            } else {
                bench.out().printf("%s is skipped: there is no folder %s%n", peer.getKey(), peer.getValue());
            }
        }
        return peers;
    }

    private static Measure measure(
            Metric metric, Map<Metric, Double> ours, Map<String, Map<Metric, Double>> others, Optional<Double> floor) {
        Map<String, Double> peers = new HashMap<>();
        others.forEach((name, figures) -> {
            Double figure = figures.get(metric);
            if (figure != null) {
                peers.put(name, figure);
            }
        });
        @Nullable Double value = ours.get(metric);
        return new Measure(metric, value, floor.orElse(null), peers);
    }
}
