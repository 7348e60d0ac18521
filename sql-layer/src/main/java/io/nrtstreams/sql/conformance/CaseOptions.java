package io.nrtstreams.sql.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that run cases have in common. */
public final class CaseOptions {

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

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** The line of a command whose failures are printed as what they say. */
    public static CommandLine commandLine(Callable<Integer> command) {
        return new CommandLine(command).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("nrt conformance: " + failure.getMessage());
            return 1;
        });
    }

    /** The file of cases. */
    public Path cases() {
        return cases;
    }

    /** What the ids of the cases to run contain; empty for all cases. */
    public String id() {
        return id;
    }

    /**
     * Begins to report.
     *
     * @throws IOException when the results cannot be written where they are wanted
     */
    public CaseReport report() throws IOException {
        return CaseReport.open(Objects.requireNonNull(command).commandLine().getOut(), this, Optional.ofNullable(out));
    }

    /** Whether the first differences are printed. */
    boolean showsDifferences() {
        return failures || !id.isEmpty();
    }
}
