package io.nrtstreams.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.shell.text.Screen.Kind;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The shell's own commands, which are no statements of the language. Not thread-safe. */
final class Commands {

    /** The words that they begin with, upper case. */
    static final Set<String> NAMES = Set.of("HELP", "EXIT", "QUIT", "CLEAR", "SERVER", "SPOOL", "OUTPUT");

    private static final String HELP = """
            Statements end with a semicolon and may take several lines; ./docs/sql/statements.md lists them.

              RUN SCRIPT 'file';            carry out the statements of a file
              SET 'key' = 'value';          a property for what follows; UNSET 'key'; takes it back
              DEFINE name = 'value';        a variable, which ${name} stands for; UNDEFINE name;
              SPOOL 'file';  SPOOL OFF;     copy what is shown to a file
              OUTPUT TABLE;  OUTPUT JSON;   the form of answers
              SERVER;  SERVER url;          which server this is, or another
              CLEAR;  HELP;  EXIT;          these need no semicolon, as SERVER, SPOOL and OUTPUT do not

            Tab completes words and names. Ctrl-C ends a query or drops the line, Ctrl-D leaves.""";

    private final Session session;
    private final Screen screen;
    private final Optional<ServerBackend> backend;
    private boolean ended;

    /** @param backend the server that statements go to; empty in a dry run */
    Commands(Session session, Screen screen, Optional<ServerBackend> backend) {
        this.session = session;
        this.screen = screen;
        this.backend = backend;
    }

    /** Whether the user wants to leave. */
    boolean isEnded() {
        return ended;
    }

    /** @param name upper case, one of {@link #NAMES} */
    void run(String name, String argument) {
        switch (name) {
            case "HELP" -> HELP.lines().forEach(screen::line);
            case "CLEAR" -> screen.clear();
            case "SERVER" -> server(argument);
            case "SPOOL" -> spool(argument);
            case "OUTPUT" -> output(argument);
            default -> ended = true;
        }
    }

    private void server(String argument) {
        ServerBackend statements = backend.orElseThrow(
                () -> new ShellFailure("This is a dry run, which has no server. Start the shell without --dry-run."));
        if (!argument.isEmpty()) {
            statements.use(statements.server().at(Addresses.server(argument)));
        }
        greet(statements.server());
    }

    /** Says which server answers. */
    void greet(Server server) {
        JsonNode info = server.info();
        screen.line(
                Kind.FAINT,
                "Server " + info.path("version").asText("of unknown version") + " at " + server.uri() + ", service "
                        + info.path("ksqlServiceId").asText("unknown") + ", "
                        + info.path("serverStatus").asText("state unknown").toLowerCase(Locale.ROOT) + ".");
    }

    private void spool(String argument) {
        if (argument.equalsIgnoreCase("OFF")) {
            screen.line(Kind.NOTE, screen.stopCopy() ? "The copy is closed." : "Nothing was copied.");
        } else if (argument.isEmpty()) {
            throw new ShellFailure("SPOOL takes the name of a file, SPOOL 'file', or OFF.");
        } else {
            copyTo(argument);
        }
    }

    private void copyTo(String file) {
        try {
            screen.copyTo(Path.of(file));
        } catch (UncheckedIOException | InvalidPathException e) {
            throw new ShellFailure(file + " cannot be written: " + e.getMessage() + ". Name another file.", e);
        }
        screen.line(Kind.NOTE, "What is shown is copied to " + file + ".");
    }

    private void output(String argument) {
        switch (argument.toUpperCase(Locale.ROOT)) {
            case "TABLE" -> session.useOutput(Session.Output.TABLE);
            case "JSON" -> session.useOutput(Session.Output.JSON);
            case "" -> screen.line("Answers are written as " + session.output() + ".");
            default -> throw new ShellFailure("OUTPUT takes TABLE or JSON.");
        }
    }
}
