package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.Installation;
import io.nrtstreams.quickstart.Pauses;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Starts and ends the process that holds a stack which is left running. */
public final class Supervisor {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private Supervisor() {}

    /**
     * Starts a supervisor that outlives this JVM, and returns once its stack is up.
     *
     * @param out takes its lines until then
     * @throws CommandFailure if the stack does not come up; the message is the supervisor's own
     */
    public static void launch(Installation installation, StackSettings settings, Consumer<String> out) {
        // Opening the folder here gives its errors without the detour over a log.
        try (DataFolder folder = DataFolder.open(settings.folder())) {
            StaleChildren.clear(folder.path());
        } catch (IOException e) {
            throw new CommandFailure("The lock of " + settings.folder() + " cannot be given back (" + e + ").", e);
        }
        Path log = settings.folder().resolve("logs/supervisor.log");
        Process process = start(command(installation, settings), log);
        Addresses addresses = awaitReady(process, settings, log, out);
        out.accept("The stack is up. Page " + addresses.pageUrl() + "/, Connect " + addresses.connectUrl() + ", broker "
                + addresses.bootstrapServers() + ", S3 " + addresses.s3Url());
        out.accept("Start the demo's connectors with: ./nrt connectors apply -f connectors-config/demo --connect "
                + addresses.connectUrl());
    }

    private static List<String> command(Installation installation, StackSettings settings) {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            // A session of its own: no Ctrl-C and no closed terminal reaches it.
            command.add(setsid.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-Dnrt.home=" + installation.home()));
        command.addAll(List.of("-cp", installation.launcherClassPath(), "io.nrtstreams.quickstart.Main", "supervise"));
        command.addAll(settings.asOptions());
        return command;
    }

    private static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new CommandFailure("The supervisor cannot be started: " + e.getMessage(), e);
        }
    }

    private static Addresses awaitReady(Process process, StackSettings settings, Path log, Consumer<String> out) {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            while (true) {
                boolean alive = process.isAlive();
                lines.lines().forEach(out);
                Optional<RunRecord> ready = RunRecord.read(settings.folder()).filter(RunRecord::ready);
                if (ready.isPresent()) {
                    return ready.get().addresses();
                }
                if (!alive) {
                    throw new CommandFailure("The stack did not come up; the reason is above and in " + log);
                }
                Pauses.rest(LOOK);
            }
        } catch (IOException e) {
            throw new CommandFailure("The log " + log + " cannot be read (" + e + ").", e);
        }
    }

    /**
     * Ends the stack of a data folder, whoever holds it, and waits for that.
     *
     * @return whether one was running
     */
    public static boolean stop(Path folder) {
        Optional<ProcessHandle> holder =
                RunRecord.read(folder).flatMap(record -> record.launcher().process());
        holder.ifPresent(Supervisor::end);
        return holder.isPresent();
    }

    private static void end(ProcessHandle holder) {
        holder.destroy();
        try {
            holder.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Its children end with it.
            holder.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for process " + holder.pid() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
