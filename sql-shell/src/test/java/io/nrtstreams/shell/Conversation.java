package io.nrtstreams.shell;

import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/** A person at a terminal: types keys, and waits for what the shell shows. */
final class Conversation implements AutoCloseable {

    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String ENTER = "\r";
    static final String TAB = "\t";
    static final String UP = "\u001b[A";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ExternalTerminal terminal;
    private final Thread shell;
    private int seen;

    Conversation(Server server, Optional<Path> history) throws IOException {
        terminal = new ExternalTerminal(
                "test", "ansi", new PipedInputStream(keys, 1 << 16), shown, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(100, 40));
        Screen screen = new Screen(terminal.writer(), terminal.writer(), () -> 100, false);
        Shell parts = Shell.of(new Session(Session.Output.TABLE), screen, Optional.of(server));
        shell = new Thread(() -> parts.converse(terminal, history), "shell-under-test");
        shell.setDaemon(true);
        shell.start();
        await("sql> ");
    }

    Conversation type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /** Waits until the shell has shown this behind what was waited for before. */
    Conversation await(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String all = plain();
            int at = all.indexOf(text, Math.min(seen, all.length()));
            if (at >= 0) {
                seen = at + text.length();
                return this;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("\"" + text + "\" was not shown in:\n" + all);
            }
            Thread.onSpinWait();
        }
    }

    /** All that was shown, without what moves the cursor and colours. */
    String plain() {
        return shown.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("\u001b[>=]", "");
    }

    /** Whether the shell has ended. */
    boolean ends() throws InterruptedException {
        shell.join(PATIENCE.toMillis());
        return !shell.isAlive();
    }

    @Override
    public void close() throws IOException {
        keys.close();
        terminal.close();
    }
}
