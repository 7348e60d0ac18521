package io.nrtstreams.bench.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A child JVM with a class path of its own, which ends with this one. */
public final class GuardedJvm implements AutoCloseable {

    private static final String GUARD = "io.nrtstreams.quickstart.child.Guarded";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final String name;
    private final Path log;
    private final Process process;

    private GuardedJvm(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it, with its output added to the log.
     *
     * @param guard the jar with the class that ends it when this JVM is gone
     */
    public static GuardedJvm start(
            String name, Path guard, Path log, List<String> flags, String classPath, List<String> mainAndArguments)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", guard + ":" + classPath, GUARD));
        command.addAll(mainAndArguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new GuardedJvm(name, log, process);
    }

    /** Waits until it can be used. */
    public GuardedJvm awaitReady(BooleanSupplier ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("the " + name + " does not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return this;
    }

    /** Fails when it has ended meanwhile, and so cannot have done what was measured. */
    public void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the " + name + " ended with exit code " + process.exitValue() + "; see " + log);
        }
    }

    /** The CPU that it has used so far, in nanoseconds. */
    public long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElseThrow(() -> new IllegalStateException("the system does not tell the CPU time of processes"));
    }

    /** Ends it as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it in good order, and by force where that takes longer than half a minute. */
    @Override
    public void close() {
        // Through the handle: Process.destroy would close the guard's pipe as well.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
