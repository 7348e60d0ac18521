package io.nrtstreams.shell;

import io.nrtstreams.shell.client.ServerException;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.parser.StatementText;
import io.nrtstreams.sql.tree.Statement;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Carries out what is typed or read from scripts, statement by statement: some is the shell's own, the rest goes to the
 * backend. Not thread-safe.
 */
final class Interpreter {

    /** Statements about the session, which the shell keeps. */
    private static final Set<String> OF_SESSION = Set.of("SET", "UNSET", "DEFINE", "UNDEFINE", "RUN");

    private static final int MAX_DEPTH = 16;

    private final Session session;
    private final Backend backend;
    private final Commands commands;
    private final Screen screen;
    private final Failures failures;
    private final SqlParser parser = new SqlParser();

    Interpreter(Session session, Backend backend, Commands commands, Screen screen) {
        this.session = session;
        this.backend = backend;
        this.commands = commands;
        this.screen = screen;
        this.failures = new Failures(screen, session.variables());
    }

    /** Carries statements out until one fails, which is shown; whether none did. */
    boolean run(String script, Origin origin) {
        for (StatementText statement : parser.split(script)) {
            try {
                run(statement, origin);
            } catch (SqlException | ServerException | ShellFailure e) {
                failures.show(e, statement, origin);
                return false;
            }
            screen.flush();
            if (commands.isEnded()) {
                return true;
            }
        }
        return true;
    }

    private void run(StatementText statement, Origin origin) {
        String text = statement.ended() ? statement.text() : statement.text() + ";";
        String first = Words.first(text).toUpperCase(Locale.ROOT);
        if (Commands.NAMES.contains(first)) {
            commands.run(first, Words.argument(text));
        } else if (OF_SESSION.contains(first)) {
            parser.read(text, session.variables()).forEachRemaining(parsed -> ofSession(parsed.statement(), origin));
        } else {
            backend.run(text);
        }
    }

    private void ofSession(Statement statement, Origin origin) {
        if (statement instanceof Statement.SetProperty set) {
            backend.requireProperty(set.key());
            session.properties().put(set.key(), set.value());
            say("The property " + set.key() + " is set for this session.");
        } else if (statement instanceof Statement.UnsetProperty unset) {
            unset.key().ifPresentOrElse(session.properties()::remove, session.properties()::clear);
            say(unset.key().map(key -> "The property " + key + " is").orElse("All properties are")
                    + " the server's again.");
        } else if (statement instanceof Statement.DefineVariable define) {
            session.variables().put(define.name(), define.value());
            say("${" + define.name() + "} is defined.");
        } else if (statement instanceof Statement.UndefineVariable undefine) {
            requireDefined(undefine.name());
            session.variables().remove(undefine.name());
            say("${" + undefine.name() + "} is defined no more.");
        } else if (statement instanceof Statement.RunScript script) {
            runScript(script.path(), origin);
        }
    }

    private void requireDefined(String name) {
        if (!session.variables().containsKey(name)) {
            throw new ShellFailure("The variable " + name + " is not defined."
                    + Suggestions.didYouMean(
                            name, List.copyOf(session.variables().keySet())));
        }
    }

    private void runScript(String path, Origin origin) {
        if (origin.depth() >= MAX_DEPTH) {
            throw new ShellFailure("Scripts run one another " + MAX_DEPTH + " deep. Does " + path + " run itself?");
        }
        Path file = file(path, origin);
        if (!run(Scripts.read(file), origin.script(file))) {
            throw new ShellFailure("The script " + path + " stopped there; what follows it was not carried out.");
        }
    }

    private static Path file(String path, Origin origin) {
        try {
            return origin.folder().resolve(path);
        } catch (InvalidPathException e) {
            throw new ShellFailure("The script's name is no path of a file: " + e.getReason() + ".", e);
        }
    }

    private void say(String sentence) {
        if (session.output() == Session.Output.TABLE) {
            screen.line(Screen.Kind.NOTE, sentence);
        }
    }
}
