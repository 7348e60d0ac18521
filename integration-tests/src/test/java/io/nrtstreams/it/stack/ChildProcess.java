package io.nrtstreams.it.stack;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.nrtstreams.quickstart.stack.ChildJvm;
import io.nrtstreams.quickstart.stack.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.Awaitility;

/**
 * A part of the embedded stack in a JVM of its own, as the quickstart describes it, under its guard: it ends when the
 * tests end, however they do. It can be killed, and stopped and continued by signals.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String GUARD = "io.nrtstreams.quickstart.child.Guarded";

    private final Part part;
    private Process process;

    private ChildProcess(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    /** Starts the part and waits until it is ready. */
    public static ChildProcess start(Part part) {
        ChildProcess child = new ChildProcess(part, launch(part));
        child.awaitReady();
        return child;
    }

    private static Process launch(Part part) {
        ChildJvm jvm = part.jvm();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + jvm.heap());
        command.addAll(jvm.flags());
        command.addAll(List.of("-cp", jvm.classPath(), GUARD, jvm.mainClass()));
        command.addAll(jvm.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
        builder.environment().putAll(jvm.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(part.name() + " does not start", e);
        }
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .failFast(part.name() + " ended; its log is " + part.log(), () -> !process.isAlive())
                .until(part.readiness()::ready);
    }

    /** Ends it without a word, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, which it does in order. */
    public void stop() {
        // Through the handle: Process.destroy would close the guard's pipe as well, and the child would halt at once.
        process.toHandle().destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(part.name() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts it again after its end, and waits until it is ready. */
    public void startAgain() {
        process = launch(part);
        awaitReady();
    }

    /** Opens its JMX, as an operator on the same machine can without having been asked for at its start. */
    public JMXConnector jmx() throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("the JVM of " + part.name() + " cannot be attached to", e);
        }
    }

    /** Freezes it where it is; its connections stay open and nobody answers. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on where it was frozen, as if no time had passed. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " of " + part.name() + " ended with " + status);
            }
        } catch (IOException e) {
            throw new AssertionError("no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
