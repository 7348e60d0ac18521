package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.host.Beginnings;
import io.nrtstreams.analytics.host.HostSettings;
import io.nrtstreams.analytics.host.Libraries;
import io.nrtstreams.analytics.host.SparkHost;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.OutputTimeouts;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.sql.conformance.CaseSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt conformance --spark}. */
@Command(
        name = "nrt conformance --spark",
        description = {
            "Run a sample of a file of SQL cases as queries on Spark, over a broker, and print how many come out.",
            "Cases with a schema registry, and those that must be refused, are left out."
        },
        footer = {"", "Exits with 0 when all cases were run, however they came out."},
        mixinStandardHelpOptions = true)
public final class SparkConformanceCommand implements Callable<Integer> {

    @Option(names = "--cases", paramLabel = "FILE", required = true, description = "the cases, one JSON object a line")
    private Path cases = Path.of("");

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "the broker (${DEFAULT-VALUE})")
    private String bootstrap = "127.0.0.1:9092";

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "4",
            description = "run the first of every N cases of each class (${DEFAULT-VALUE})")
    private int every = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "24",
            description = "how many cases are under way at a time (${DEFAULT-VALUE})")
    private int threads = 1;

    @Option(names = "--failures", description = "print the first difference of each case that is not exact")
    private boolean failures;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        // Spark leaves threads behind that would keep the process.
        System.exit(new CommandLine(new SparkConformanceCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("nrt conformance: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        Path checkpoints = Files.createTempDirectory("nrt-cases");
        OutputSettings output = new OutputSettings(
                Map.of("bootstrap.servers", bootstrap), "cases" + System.nanoTime(), true, OutputTimeouts.DEFAULT);
        HostSettings settings = HostSettings.of(checkpoints.toUri().toString(), output, Libraries.BUILT_IN);
        long began = System.nanoTime();
        try (SparkRuntime spark = SparkRuntime.start(Map.of());
                SparkHost host = SparkHost.on(spark, settings, Beginnings.AT_THE_BROKER, InstantSource.system());
                CaseBroker broker = new CaseBroker(bootstrap)) {
            CaseSuite.Levels levels = new CaseSuite(cases, every).run(new RuntimeCaseHost(host, broker), threads);
            if (failures) {
                levels.differences().forEach(print::println);
            }
            print.print(levels.table());
            print.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - began) / 1e9);
            print.flush();
        }
        return 0;
    }
}
