package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.sql.conformance.CaseOptions;
import io.nrtstreams.sql.conformance.CaseReport;
import io.nrtstreams.sql.conformance.CaseSuite;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nrt conformance --spark}. */
@Command(
        name = "nrt conformance --spark",
        description = {
            "Run a sample of a file of SQL cases as queries on Spark, over a broker, and print how many come out.",
            "Cases that say which topics there are, and those that must be refused, are left out."
        },
        footer = {"", "Exits with 0 when all cases were run, however they came out."},
        mixinStandardHelpOptions = true)
public final class SparkConformanceCommand implements Callable<Integer> {

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "the broker (${DEFAULT-VALUE})")
    private String bootstrap = "127.0.0.1:9092";

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "run the first of every N cases of each class (${DEFAULT-VALUE})")
    private int every = 4;

    @Option(
            names = "--step",
            paramLabel = "WHAT",
            description = {
                "what goes into a batch together: each record alone, or the records of a topic that follow each other",
                "(${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE})"
            })
    private Steps steps = Steps.RECORD;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many cases are under way at a time (${DEFAULT-VALUE})")
    private int threads = 24;

    public static void main(String[] arguments) {
        // Spark leaves threads behind that would keep the process.
        System.exit(CaseOptions.commandLine(new SparkConformanceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CaseSuite suite = new CaseSuite(options.cases(), options.id(), every);
        try (CaseReport report = options.report();
                SparkRuntime spark = SparkRuntime.start(Map.of());
                SparkCases cases = SparkCases.start(spark, bootstrap, steps)) {
            CaseSuite.Coverage coverage = suite.run(cases.host(), threads, report);
            report.finish();
            coverage.lines().forEach(report::line);
        }
        return 0;
    }
}
