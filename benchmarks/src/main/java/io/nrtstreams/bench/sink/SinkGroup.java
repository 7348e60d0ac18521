package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Group;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.endpoint.EndpointProcess;
import io.nrtstreams.bench.jvm.ChildRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The S3 sink: each run is a task in a JVM of its own, against an endpoint in another. */
public final class SinkGroup implements Group {
    private static final String OUR_FOLDER = "connect-sink-s3/target/plugin/nrtstreams-connect-sink-s3";

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public List<Measure> measure(Bench bench) throws IOException, InterruptedException {
        for (Path folder : bench.peers().values()) {
            if (Files.isDirectory(folder)) {
                // A wrong folder is told before minutes go into the runs.
                Plugin.in(folder);
            }
        }
        try (EndpointProcess endpoint = EndpointProcess.start(bench.folder().resolve("endpoint.log"))) {
            Runner runner = new Runner(endpoint.control(), new ChildRun(bench.folder(), bench.jvmFlags()));
            SinkFloors floors = SinkFloors.of(bench, runner);
            Map<String, Map<Metric, Double>> sinks = new LinkedHashMap<>();
            sinks.put(
                    Bench.OURS,
                    SinkFigures.of(bench, runner, Bench.OURS, bench.home().resolve(OUR_FOLDER)));
            for (Map.Entry<String, Path> peer : new TreeMap<>(bench.peers()).entrySet()) {
                if (Files.isDirectory(peer.getValue())) {
                    sinks.put(peer.getKey(), SinkFigures.of(bench, runner, peer.getKey(), peer.getValue()));
                } else {
                    bench.out().printf("%s is skipped: there is no folder %s%n", peer.getKey(), peer.getValue());
                }
            }
            return measures(bench, floors, sinks);
        }
    }

    /** Where only some runs were asked for, the others are left out. */
    private static List<Measure> measures(Bench bench, SinkFloors floors, Map<String, Map<Metric, Double>> sinks) {
        Map<Metric, Double> ours = new HashMap<>(sinks.getOrDefault(Bench.OURS, Map.of()));
        ours.putAll(floors.figures());
        List<Measure> measures = new ArrayList<>();
        for (Metric metric : SinkMetrics.ALL) {
            Map<String, Double> peers = new HashMap<>();
            sinks.forEach((name, figures) -> {
                Double figure = figures.get(metric);
                if (figure != null && !name.equals(Bench.OURS)) {
                    peers.put(name, figure);
                }
            });
            @Nullable Double value = ours.get(metric);
            if (value != null || bench.only().isEmpty()) {
                measures.add(new Measure(metric, value, floors.floors().get(metric), peers));
            }
        }
        return measures;
    }
}
