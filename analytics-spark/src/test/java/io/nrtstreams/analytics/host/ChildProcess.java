package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of a cluster, with what it says in a file. It ends with the tests, however they end, as it watches its input. */
final class ChildProcess implements AutoCloseable {

    private static final Path HOME =
            Path.of(System.getProperty("nrt.home", "..")).toAbsolutePath().normalize();
    private static final Path FLAGS = HOME.resolve("analytics-spark/src/main/jvm/analytics.jvmflags");
    private static final Path GUARD = HOME.resolve("quickstart/target/quickstart-guard.jar");

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param heap as -Xmx takes it
     * @param command the main class, then its arguments
     */
    static ChildProcess start(
            Path log, String heap, String classPath, Map<String, String> environment, List<String> command)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + FLAGS,
                "-Xmx" + heap,
                "-cp",
                GUARD + ":" + classPath,
                "io.nrtstreams.quickstart.child.Guarded"));
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it and all that it has started, as kill -9 does, or the loss of a machine. */
    void kill() throws InterruptedException {
        List<ProcessHandle> own = process.descendants().toList();
        process.destroyForcibly();
        own.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Asks it to end, as a supervisor does; its exit code. */
    int stop() throws InterruptedException {
        // Not the process itself, which would close its input too.
        process.toHandle().destroy();
        return exitCode();
    }

    /** Waits until it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(SparkCluster.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> own = process.descendants().toList();
        process.destroyForcibly();
        own.forEach(ProcessHandle::destroyForcibly);
    }
}
