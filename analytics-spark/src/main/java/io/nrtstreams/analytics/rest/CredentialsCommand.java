package io.nrtstreams.analytics.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code nrt credentials}: writes the files of who is let in. A line of the same name is replaced; the file can be read by its owner only. The
 * server reads them at its start.
 */
@Command(
        name = "nrt credentials",
        synopsisSubcommandLabel = "COMMAND",
        description = "Write the files of users and tokens that the SQL server lets in; it reads them at its start.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT)
public final class CredentialsCommand {

    private final InputStream input;
    private final SecureRandom random = new SecureRandom();

    @Spec
    private @Nullable CommandSpec spec;

    /** Reads passwords from the terminal, or from standard input when told to. */
    public CredentialsCommand() {
        this(System.in);
    }

    CredentialsCommand(InputStream input) {
        this.input = input;
    }

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(new CredentialsCommand()).execute(arguments));
    }

    static CommandLine commandLine(CredentialsCommand command) {
        return new CommandLine(command).setExecutionExceptionHandler((failure, line, parsed) -> {
            // A file's own exceptions tell no more than its path.
            line.getErr()
                    .println("nrt credentials: the file is as it was, as it cannot be read or written: " + failure
                            + ". Check its folder and who may write there.");
            return 1;
        });
    }

    @Command(name = "user", description = "Add a user, whose password is asked for.")
    int user(
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "the file of users")
                    Path file,
            @Option(names = "--password-stdin", description = "read the password from standard input") boolean isPiped,
            @Parameters(paramLabel = "NAME", description = "the user") String name)
            throws IOException {
        char[] password = password(isPiped);
        if (password.length < 8) {
            throw problem("the password has fewer than 8 characters: choose a longer one");
        }
        write(file, name, line(() -> Access.userLine(name, password, random)));
        return 0;
    }

    @Command(name = "token", description = "Add a bearer token and print it; it is kept nowhere.")
    int token(
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "the file of tokens")
                    Path file,
            @Parameters(paramLabel = "NAME", description = "who holds the token") String name)
            throws IOException {
        String token = Access.newToken(random);
        write(file, name, line(() -> Access.tokenLine(name, token)));
        PrintWriter out = spec().commandLine().getOut();
        out.println(token);
        out.flush();
        return 0;
    }

    private interface Line {
        String make();
    }

    private String line(Line line) {
        try {
            return line.make();
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private char[] password(boolean isPiped) throws IOException {
        if (isPiped) {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        }
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("Password: "))
                .orElseThrow(() ->
                        problem("there is no terminal to ask for the password: pipe it in with --password-stdin"));
    }

    private ParameterException problem(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli runs this");
        }
        return spec;
    }

    private static void write(Path file, String name, String line) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            lines.removeIf(other -> other.strip().startsWith(name + ":"));
        }
        lines.add(line);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        // Written beside it and moved, so that a server that starts now reads all of it or the former.
        Path fresh = Files.createTempFile(folder, ".credentials", null, ownerOnly(folder));
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
