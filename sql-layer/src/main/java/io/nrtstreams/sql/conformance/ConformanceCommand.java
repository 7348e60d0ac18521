package io.nrtstreams.sql.conformance;

import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nrt conformance}. */
@Command(
        name = "nrt conformance",
        description = "Run a file of SQL cases on the direct host and print how many come out, at four levels.",
        footer = {"", "Exits with 0 when all cases were run, however they came out."},
        mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {

    @Mixin
    private CaseOptions options = new CaseOptions();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CaseOptions.commandLine(new ConformanceCommand());
    }

    @Override
    public Integer call() throws IOException {
        CaseRunner runner = new CaseRunner(FunctionRegistry.builtIn(), CaseRunner::direct);
        try (CaseReport report = options.report()) {
            CaseFile.read(options.cases(), wanted -> {
                if (wanted.isSpecial()) {
                    report.skip();
                } else if (wanted.id().contains(options.id())) {
                    report.add(wanted.group(), wanted.id(), runner.run(wanted));
                }
            });
            report.finish();
        }
        return 0;
    }
}
