package io.nrtstreams.sql.conformance;

import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt conformance}. */
@Command(
        name = "nrt conformance",
        description = "Run a file of SQL cases on the direct host and print how many come out, at four levels.",
        footer = {"", "Exits with 0 when all cases were run, however they came out."},
        mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {

    @Option(names = "--cases", paramLabel = "FILE", required = true, description = "the cases, one JSON object a line")
    private Path cases = Path.of("");

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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ConformanceCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("nrt conformance: " + failure.getMessage());
            return 1;
        });
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        long began = System.nanoTime();
        Tally tally = new Tally();
        if (out == null) {
            run(tally, print, null);
        } else {
            try (BufferedWriter results = results(out)) {
                run(tally, print, results);
            }
        }
        if (tally.isEmpty()) {
            throw new IOException("There is no case to run " + (id.isEmpty() ? "" : "whose id contains " + id + " ")
                    + "in " + cases + ".");
        }
        print.print(tally.table());
        print.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - began) / 1e9);
        print.flush();
        return 0;
    }

    private static BufferedWriter results(Path file) throws IOException {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new IOException(
                    "The results cannot be written to " + file + ": name a file in a folder that can be"
                            + " written to, by --out.",
                    e);
        }
    }

    private void run(Tally tally, PrintWriter print, @Nullable BufferedWriter results) throws IOException {
        CaseRunner runner = new CaseRunner(FunctionRegistry.builtIn(), CaseRunner::direct);
        CaseFile.read(cases, wanted -> {
            if (wanted.tier().equals("X")) {
                tally.skip();
            } else if (wanted.id().contains(id)) {
                CaseResult result = runner.run(wanted);
                tally.add(wanted.group(), result);
                show(print, wanted, result);
                write(results, wanted, result);
            }
        });
    }

    private void show(PrintWriter print, ConformanceCase wanted, CaseResult result) {
        if ((failures || !id.isEmpty()) && result.error().isPresent()) {
            print.printf("%s%n    %s%n", wanted.id(), result.error().get());
        }
    }

    private static void write(@Nullable BufferedWriter results, ConformanceCase wanted, CaseResult result) {
        if (results != null) {
            try {
                results.write(result.json(wanted.id()).toString());
                results.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
