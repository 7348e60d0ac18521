package io.nrtstreams.shell;

import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.client.ServerException;
import io.nrtstreams.shell.dry.DryRun;
import io.nrtstreams.shell.prompt.Prompt;
import io.nrtstreams.shell.prompt.Recall;
import io.nrtstreams.shell.prompt.ServerNames;
import io.nrtstreams.shell.text.Screen;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/**
 * A shell, put together of its parts.
 *
 * @param backend empty in a dry run
 */
record Shell(
        Screen screen,
        Interrupts interrupts,
        Optional<ServerBackend> backend,
        Commands commands,
        Interpreter interpreter) {

    /** @param server empty for a dry run */
    static Shell of(Session session, Screen screen, Optional<Server> server) {
        Interrupts interrupts = new Interrupts();
        Optional<ServerBackend> backend = server.map(known -> new ServerBackend(known, session, screen, interrupts));
        Commands commands = new Commands(session, screen, backend);
        Backend statements = backend.<Backend>map(known -> known)
                .orElseGet(() -> new DryBackend(new DryRun(InstantSource.system()), session, screen));
        return new Shell(screen, interrupts, backend, commands, new Interpreter(session, statements, commands, screen));
    }

    /** Reads statements at a prompt and carries them out until the user leaves. */
    void converse(Terminal terminal, Optional<Path> history) {
        ServerNames names = new ServerNames(() -> backend.map(ServerBackend::server), InstantSource.system());
        Prompt prompt = new Prompt(terminal, names, Commands.NAMES, history);
        terminal.handle(Signal.INT, signal -> interrupts.interrupt());
        greet();
        while (!commands.isEnded()) {
            Optional<String> text = prompt.read();
            if (text.isEmpty()) {
                return;
            }
            if (!text.get().isBlank()) {
                carryOut(text.get());
                names.forget();
            }
        }
    }

    private void greet() {
        try {
            backend.ifPresentOrElse(
                    known -> commands.greet(known.server()),
                    () -> screen.line(Screen.Kind.FAINT, "A dry run: plans and schemas, without a server."));
        } catch (ServerException e) {
            screen.line(Screen.Kind.ERROR, String.valueOf(e.getMessage()));
        }
        screen.line(Screen.Kind.FAINT, "HELP tells what the shell does; Ctrl-D leaves.");
        screen.flush();
    }

    private void carryOut(String text) {
        screen.copyOnly("sql> " + Recall.masked(text));
        Runnable before = interrupts.on(Thread.currentThread()::interrupt);
        try {
            interpreter.run(text, Origin.typed());
        } finally {
            interrupts.on(before);
            // A Ctrl-C that came too late must not end what is typed next.
            if (Thread.interrupted()) {
                screen.line(Screen.Kind.FAINT, "It was over already.");
            }
            screen.flush();
        }
    }
}
