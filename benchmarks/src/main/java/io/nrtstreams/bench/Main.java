package io.nrtstreams.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command line of the benchmarks, which the script {@code ./nrt} runs for {@code nrt bench}. */
public final class Main {
    private Main() {}

    /**
     * Runs the benchmarks and ends the JVM: 0 if all was measured.
     *
     * @param args groups and options
     */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new BenchCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof IOException)) {
                throw failure;
            }
            command.getErr().println("nrt: " + failure.getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }
}
