package io.nrtstreams.quickstart;

import io.nrtstreams.connect.kit.BuildVersion;
import io.nrtstreams.quickstart.audit.Audit;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line that the script {@code ./nrt} runs. */
@Command(
        name = "nrt",
        synopsisSubcommandLabel = "COMMAND",
        description = "Near-real-time data from devices to a lake and to answers.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT)
public final class Main {
    /** The script runs these from other modules, whose class paths are others; each has a --help of its own. */
    private static final String[] OF_THE_SCRIPT = {
        "  sql         Carry out SQL statements on a server, or show their plans.",
        "  credentials Write the files of users and tokens that the SQL server lets in.",
        "  conformance Run files of SQL cases, in a process or on a server.",
        "  bench       Measure, with a floor and the peers in the same run."
    };

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show the stack trace of a failure")
    private boolean debug = System.getenv("NRT_DEBUG") != null;

    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(commandLine(Audit.ofTheRunningSystem()).execute(args));
    }

    /** The command line with an audit. */
    static CommandLine commandLine(Audit audit) {
        Main main = new Main();
        CommandLine line = new CommandLine(main)
                .addSubcommand(new DemoCommand(audit))
                .addSubcommand(new UpCommand())
                .addSubcommand(new DownCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new SuperviseCommand())
                .addSubcommand(new ConnectorsCommand())
                .addSubcommand(new AuditCommand(audit))
                .addSubcommand(new FeedCommand(System.getenv()))
                .addSubcommand(new CleanCommand(System.getenv(), System.in));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // Not by the annotation, from which the commands below would have it too.
        line.getCommandSpec().usageMessage().footer(OF_THE_SCRIPT);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.getCommandSpec().version("nrt " + BuildVersion.current());
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("nrt: " + message(failure));
            if (main.debug) {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
    }

    private static String message(Exception failure) {
        return failure instanceof CommandFailure
                ? String.valueOf(failure.getMessage())
                : "unexpected: " + failure + " (--debug shows where)";
    }
}
