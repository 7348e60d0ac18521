package io.nrtstreams.analytics.conformance;

import io.nrtstreams.sql.conformance.CaseResult;
import io.nrtstreams.sql.conformance.Tally;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Option(names = "--cases", paramLabel = "FILE", required = true, description = "the cases, one JSON object a line")
    private Path cases = Path.of("");

    @Option(names = "--server", paramLabel = "URL", description = "the server (${DEFAULT-VALUE})")
    private URI server = URI.create("http://127.0.0.1:8088");

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "the server's broker (${DEFAULT-VALUE})")
    private String bootstrap = "127.0.0.1:9092";

    @Option(names = "--out", paramLabel = "RESULTS.jsonl", description = "write a result line for each case")
    private @Nullable Path out;

    @Option(
            names = "--id",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "only the cases whose id contains this, with the first difference of each that fails")
    private String id = "";

    @Option(names = "--failures", description = "print the first difference of each case that fails")
    private boolean failures;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RestConformanceCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("nrt conformance: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        String prefix = "case_" + Instant.now().toEpochMilli() + "_";
        try (BufferedWriter results = out == null ? null : Files.newBufferedWriter(out);
                // Formats with schemas are the server's registry's, which cases cannot share: they are refused there.
                RestSuite suite = new RestSuite(server, bootstrap, new InMemorySchemaRegistry(), prefix)) {
            Tally tally = suite.run(cases, id, (name, result) -> {
                show(print, name, result);
                write(results, name, result);
            });
            if (tally.isEmpty()) {
                throw new IOException(
                        "There is no case to run in " + cases + ", or none whose id contains '" + id + "'.");
            }
            print.print(tally.table());
            print.flush();
        }
        return 0;
    }

    private void show(PrintWriter print, String name, CaseResult result) {
        if ((failures || !id.isEmpty()) && result.error().isPresent()) {
            print.println(
                    name + System.lineSeparator() + "    " + result.error().get());
            print.flush();
        }
    }

    private static void write(@Nullable BufferedWriter results, String name, CaseResult result) {
        if (results != null) {
            try {
                results.write(result.json(name).toString());
                results.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
