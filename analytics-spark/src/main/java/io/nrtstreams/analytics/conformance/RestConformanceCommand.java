package io.nrtstreams.analytics.conformance;

import io.nrtstreams.sql.conformance.CaseOptions;
import io.nrtstreams.sql.conformance.CaseReport;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nrt conformance --rest}. */
@Command(
        name = "nrt conformance --rest",
        description = {
            "Run a file of REST cases against a running server and print how many come out.",
            "Each case drops all that is declared on the server: use one that nobody else does."
        },
        footer = {"", "Exits with 0 when all cases were run, however they came out."},
        mixinStandardHelpOptions = true)
public final class RestConformanceCommand implements Callable<Integer> {

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Option(names = "--server", paramLabel = "URL", description = "the server (${DEFAULT-VALUE})")
    private URI server = URI.create("http://127.0.0.1:8088");

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "the server's broker (${DEFAULT-VALUE})")
    private String bootstrap = "127.0.0.1:9092";

    public static void main(String[] arguments) {
        System.exit(CaseOptions.commandLine(new RestConformanceCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        String prefix = "case_" + Instant.now().toEpochMilli() + "_";
        try (CaseReport report = options.report();
                // Formats with schemas are the server's registry's, which cases cannot share: they are refused there.
                RestSuite suite = new RestSuite(server, bootstrap, new InMemorySchemaRegistry(), prefix)) {
            suite.run(options.cases(), options.id(), report);
            report.finish();
        }
        return 0;
    }
}
