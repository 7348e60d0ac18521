package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Group;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.jvm.Folders;
import io.nrtstreams.bench.jvm.GuardedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Queries on Spark from topic to topic, and the server that is asked. Each measure has a broker and a server of its own. */
public final class PipelineGroup implements Group {

    private record Part(String name, String takes, Steps steps) {}

    @FunctionalInterface
    private interface Steps {
        List<Measure> measure(Site site, Records records) throws IOException, InterruptedException;
    }

    private static final List<Part> PARTS = List.of(
            new Part("throughput", "3 minutes", (site, records) -> new Throughput(site, records).measure()),
            new Part("latency", "3 minutes", (site, records) -> new Latency(site, records).measure()),
            new Part("twenty_queries", "1 minute", (site, records) -> new TwentyQueries(site, records).measure()),
            new Part("restart", "1 minute", (site, records) -> new Restart(site, records).measure()),
            new Part("asking", "1 minute", (site, records) -> new Asking(site, records).measure()));

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public List<Measure> measure(Bench bench) throws IOException, InterruptedException {
        List<Measure> measures = new ArrayList<>();
        for (Part part : PARTS) {
            if (bench.includes(part.name())) {
                measures.addAll(measure(part, bench));
            }
        }
        return measures;
    }

    private static List<Measure> measure(Part part, Bench bench) throws IOException, InterruptedException {
        Path folder = bench.folder().resolve("pipeline").resolve(part.name());
        Folders.cleared(folder);
        bench.out().printf("%s, about %s; the logs are in %s%n", part.name(), part.takes(), folder);
        bench.out().flush();
        Site site = new Site(bench, folder);
        try (GuardedJvm broker = site.startBroker()) {
            List<Measure> measures = part.steps().measure(site, new Records(site.broker()));
            broker.requireAlive();
            return measures;
        }
    }
}
