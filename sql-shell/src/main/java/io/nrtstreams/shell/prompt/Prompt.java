package io.nrtstreams.shell.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

/**
 * Reads statements from a terminal. What was typed is kept in a file of 2,000 entries that only its user can read, without
 * secrets. Not thread-safe.
 */
public final class Prompt {

    private static final int KEPT = 2_000;
    private static final String FIRST = "sql> ";
    private static final String NEXT = "  -> ";

    private final LineReader reader;

    /**
     * @param names offered by Tab
     * @param commands words that begin lines which need no semicolon
     * @param history where what was typed is kept; empty keeps it in memory
     */
    public Prompt(Terminal terminal, ServerNames names, Set<String> commands, Optional<Path> history) {
        DefaultHistory typed = new DefaultHistory();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("nrt-sql")
                .parser(new InputParser(commands))
                .completer(new StatementCompleter(names::current, commands))
                .highlighter(new StatementHighlighter())
                .history(typed)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, NEXT)
                .variable(LineReader.HISTORY_SIZE, KEPT)
                .variable(LineReader.HISTORY_FILE_SIZE, KEPT)
                // Only #keep adds to it.
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .build();
        history.ifPresent(this::keepIn);
        typed.attach(reader);
    }

    /** Asks for a secret, which is not shown; nothing when the user does not want to tell. */
    public static String secret(Terminal terminal, String question) {
        try {
            return LineReaderBuilder.builder().terminal(terminal).build().readLine(question, '\0');
        } catch (UserInterruptException | EndOfFileException e) {
            return "";
        }
    }

    private void keepIn(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            reader.setVariable(LineReader.HISTORY_FILE, file);
        } catch (IOException e) {
            reader.printAbove("What you type is not kept: " + file + " cannot be written (" + e.getMessage() + ").");
        }
    }

    private void keep(String text) {
        if (!text.isEmpty()) {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
            reader.getHistory().add(Recall.masked(text));
            reader.setVariable(LineReader.DISABLE_HISTORY, true);
        }
    }

    /** The next statements; empty when the user wants to leave, and a blank text when the line was dropped by Ctrl-C. */
    public Optional<String> read() {
        try {
            String text = reader.readLine(FIRST);
            keep(text.strip());
            return Optional.of(text);
        } catch (UserInterruptException e) {
            return Optional.of("");
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }
}
