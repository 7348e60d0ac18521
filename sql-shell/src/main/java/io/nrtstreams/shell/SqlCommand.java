package io.nrtstreams.shell;

import io.nrtstreams.shell.Session.Output;
import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.client.ServerException;
import io.nrtstreams.shell.prompt.Prompt;
import io.nrtstreams.shell.text.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt sql}. */
@Command(
        name = "nrt sql",
        description = "Carry out SQL statements: at a prompt, from -e and -f, or from standard input.",
        footer = {
            "",
            "A password is read from NRT_SQL_PASSWORD or asked for, a token from NRT_SQL_TOKEN.",
            "Exits with 0 when all statements were carried out, with 1 at the first that was not."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class SqlCommand implements Callable<Integer> {

    /** One of the texts to carry out; they keep their order. */
    static final class Input {
        @Option(names = "-e", paramLabel = "STMT", required = true, description = "carry out these statements")
        private @Nullable String statements;

        @Option(
                names = "-f",
                paramLabel = "FILE",
                required = true,
                description = "carry out the statements of a file; - is standard input")
        private @Nullable String file;
    }

    @ArgGroup(exclusive = true, multiplicity = "0..*")
    private List<Input> inputs = new ArrayList<>();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8088",
            description = "where the server is (default: ${DEFAULT-VALUE})")
    private String address = "";

    @Option(names = "--user", paramLabel = "NAME", description = "who asks, when the server wants to know")
    private @Nullable String user;

    @Option(names = "--ca", paramLabel = "FILE", description = "trust the certificates of this PEM file, and no others")
    private @Nullable Path authorities;

    @Option(names = "--define", paramLabel = "NAME=VALUE", description = "define a variable for the statements")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "TABLE",
            description = "form of answers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Output output = Output.TABLE;

    @Option(names = "--dry-run", description = "show plans and schemas, without a server")
    private boolean dry;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the shell and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new SqlCommand());
        line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.setExecutionExceptionHandler((failure, command, parsed) -> {
            boolean known = failure instanceof ShellFailure || failure instanceof ServerException;
            command.getErr().println("nrt sql: " + (known ? failure.getMessage() : "unexpected: " + failure));
            if (!known) {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (dry && output == Output.JSON) {
            throw new CommandLine.ParameterException(line, "--dry-run shows text for people; leave --output JSON out.");
        }
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            return terminal.getType().startsWith(Terminal.TYPE_DUMB) ? inPipes(line) : onTerminal(terminal);
        }
    }

    private int inPipes(CommandLine line) throws IOException {
        try (Screen screen = new Screen(line.getOut(), line.getErr(), () -> 0, false)) {
            Shell shell = shell(screen, Optional.empty());
            return headless(shell, inputs.isEmpty() ? List.of(standardInput()) : inputs);
        }
    }

    private int onTerminal(Terminal terminal) throws IOException {
        PrintWriter out = terminal.writer();
        boolean colours = System.getenv("NO_COLOR") == null;
        try (Screen screen = new Screen(out, out, () -> terminal.getSize().getColumns(), colours)) {
            Shell shell = shell(screen, Optional.of(question -> Prompt.secret(terminal, question)));
            if (!inputs.isEmpty()) {
                return headless(shell, inputs);
            }
            shell.converse(terminal, Optional.of(history()));
            return 0;
        }
    }

    private Shell shell(Screen screen, Optional<UnaryOperator<String>> prompt) {
        Session session = new Session(output);
        session.variables().putAll(variables);
        return Shell.of(session, screen, dry ? Optional.empty() : Optional.of(server(screen, prompt)));
    }

    private static Input standardInput() {
        Input input = new Input();
        input.file = "-";
        return input;
    }

    private static int headless(Shell shell, List<Input> texts) throws IOException {
        for (Input input : texts) {
            if (!carryOut(shell.interpreter(), input)) {
                return 1;
            }
            if (shell.commands().isEnded()) {
                break;
            }
        }
        return 0;
    }

    private static boolean carryOut(Interpreter interpreter, Input input) throws IOException {
        if (input.statements != null) {
            return interpreter.run(input.statements, Origin.typed());
        }
        String file = Objects.requireNonNull(input.file);
        return file.equals("-")
                ? interpreter.run(Scripts.read(System.in, "Standard input"), Origin.standardInput())
                : interpreter.run(Scripts.read(Path.of(file)), Origin.typed().script(Path.of(file)));
    }

    private Server server(Screen screen, Optional<UnaryOperator<String>> prompt) {
        URI uri = Addresses.server(address);
        Optional<String> authorization = Credentials.authorization(Optional.ofNullable(user), System.getenv(), prompt);
        if (authorization.isPresent() && Addresses.isExposed(uri)) {
            screen.line(
                    Screen.Kind.WARNING,
                    "What proves who you are goes to " + uri
                            + " in clear text; anybody on the way can read it. Use https:// if the server does.");
        }
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        if (authorities != null) {
            client.sslContext(Authorities.of(authorities));
        }
        return new Server(new Server.Connection(client.build(), uri, authorization));
    }

    /** Where what was typed is kept. */
    private static Path history() {
        String file = System.getenv("NRT_SQL_HISTORY");
        return file == null ? Path.of(System.getProperty("user.home"), ".nrt", "sql_history") : Path.of(file);
    }
}
