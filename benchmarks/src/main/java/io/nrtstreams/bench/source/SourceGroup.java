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
        SourceFigures ours = new SourceFigures(bench, Bench.OURS, bench.home().resolve(OUR_FOLDER));
        Optional<Rounds> floor = ours.floor();
        Map<Metric, Double> figures = ours.polls();
        Map<String, Map<Metric, Double>> others = new LinkedHashMap<>();
        for (Map.Entry<String, SourceFigures> peer : peers.entrySet()) {
            others.put(peer.getKey(), peer.getValue().polls());
        }
        List<Measure> measures = new ArrayList<>();
        for (PollWorkload workload : PollWorkload.ALL) {
            if (bench.includes(workload.name())) {
                measures.add(measure(
                        SourceMetrics.pollRate(workload.name()),
                        figures,
                        others,
                        floor.map(rounds -> rounds.median(Round::recordsPerCpuSecond))));
            }
        }
        for (PollWorkload workload : PollWorkload.ALL) {
            if (bench.includes(workload.name())) {
                measures.add(measure(
                        SourceMetrics.pollAllocation(workload.name()),
                        figures,
                        others,
                        floor.map(rounds -> rounds.median(Round::allocatedBytesPerRecord))));
            }
        }
        if (bench.includes("heap")) {
            measures.add(
                    new Measure(SourceMetrics.HEAP_GROWTH, ours.heapGrowth().orElse(null), null, Map.of()));
        }
        measures.addAll(new WorkerFigures(bench, bench.home().resolve(OUR_FOLDER)).measure());
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
