package io.nrtstreams.analytics.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A broker in a JVM of its own, as Spark's class path and the broker's do not go together. It ends with the tests, however
 * they end, as it watches its standard input.
 */
public final class TestBroker implements AutoCloseable {

    private static final Path HOME =
            Path.of(System.getProperty("nrt.home", "..")).toAbsolutePath().normalize();

    private static @Nullable TestBroker shared;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final List<String> settings;
    private Process process;

    private TestBroker(Path folder, int port, int controllerPort, List<String> settings) throws IOException {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.settings = settings;
        this.process = launch();
    }

    /** The broker that all tests of this JVM share; tests name their topics so that they do not meet. */
    public static synchronized TestBroker shared() throws IOException, InterruptedException {
        TestBroker broker = shared;
        if (broker == null) {
            broker = start(Files.createTempDirectory("nrt-broker"));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            shared = broker;
        }
        return broker;
    }

    /** A broker of one's own, with its data in the folder. */
    public static TestBroker start(Path folder) throws IOException, InterruptedException {
        return start(folder, List.of());
    }

    /** A broker of one's own, with its data in the folder and these lines in its properties. */
    public static TestBroker start(Path folder, List<String> settings) throws IOException, InterruptedException {
        TestBroker broker = new TestBroker(folder, freePort(), freePort(), settings);
        broker.awaitPort();
        return broker;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Kills it, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same port and data. */
    public void restart() throws IOException, InterruptedException {
        process = launch();
        awaitPort();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process launch() throws IOException {
        Path properties = Files.write(folder.resolve("broker.properties"), properties());
        Path target = HOME.resolve("quickstart/target");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile=" + HOME.resolve("connectors-config/worker/log4j2.properties"),
                        "-cp",
                        target.resolve("quickstart.jar") + ":" + Files.readString(target.resolve("kafka.classpath")),
                        "io.nrtstreams.quickstart.child.Guarded",
                        "io.nrtstreams.quickstart.child.BrokerNode",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    private List<String> properties() throws IOException {
        try (Stream<String> lines = Files.lines(HOME.resolve("connectors-config/worker/broker.properties"))) {
            List<String> kept = lines.filter(line -> !line.startsWith("listeners=")
                            && !line.startsWith("advertised.listeners=")
                            && !line.startsWith("controller.quorum.voters=")
                            && !line.startsWith("log.dirs="))
                    .toList();
            List<String> own = List.of(
                    "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                    "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                    "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                    "log.dirs=" + folder.resolve("data"));
            return Stream.of(kept, own, settings).flatMap(List::stream).toList();
        }
    }

    private void awaitPort() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("the broker does not start: " + Files.readString(folder.resolve("broker.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
