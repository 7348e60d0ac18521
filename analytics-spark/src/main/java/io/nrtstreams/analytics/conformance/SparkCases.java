package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.host.Beginnings;
import io.nrtstreams.analytics.host.HostSettings;
import io.nrtstreams.analytics.host.Libraries;
import io.nrtstreams.analytics.host.SparkHost;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.OutputTimeouts;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.sql.conformance.CaseHost;
import io.nrtstreams.sql.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A run of cases on Spark: what it makes on the broker and on disk goes when it is closed. */
final class SparkCases implements AutoCloseable {

    private final String run;
    private final Path checkpoints;
    private final CaseBroker broker;
    private final CaseRegistries registries;
    private final SparkHost host;
    private final RuntimeCaseHost cases;

    private SparkCases(
            String run, Path checkpoints, CaseBroker broker, CaseRegistries registries, SparkHost host, Steps steps) {
        this.run = run;
        this.checkpoints = checkpoints;
        this.broker = broker;
        this.registries = registries;
        this.host = host;
        this.cases = new RuntimeCaseHost(host, broker, registries, run, steps);
    }

    static SparkCases start(SparkRuntime spark, String bootstrap, Steps steps) throws IOException {
        String run = "nrt_cases_" + UUID.randomUUID().toString().substring(0, 8);
        Path checkpoints = Files.createTempDirectory(run);
        OutputSettings output =
                new OutputSettings(Map.of("bootstrap.servers", bootstrap), run, true, OutputTimeouts.DEFAULT);
        CaseRegistries registries = new CaseRegistries();
        HostSettings settings = HostSettings.of(
                checkpoints.toUri().toString(), output, new Libraries(null, RegistrySettings.of(registries.address())));
        SparkHost host = SparkHost.on(spark, settings, Beginnings.AT_THE_BROKER, InstantSource.system());
        return new SparkCases(run, checkpoints, new CaseBroker(bootstrap), registries, host, steps);
    }

    CaseHost host() {
        return cases;
    }

    @Override
    public void close() throws IOException {
        host.close();
        registries.close();
        broker.deleteAll(run);
        broker.close();
        try (Stream<Path> files = Files.walk(checkpoints)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
