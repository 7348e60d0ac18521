package io.nrtstreams.analytics.connect;

import io.nrtstreams.analytics.broker.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Connect worker with this project's plugins, in a JVM of its own, which watches its standard input and so ends with the
 * tests.
 */
final class TestWorker implements AutoCloseable {

    private static final Path HOME =
            Path.of(System.getProperty("nrt.home", "..")).toAbsolutePath().normalize();

    private final URI rest;
    private final Path log;
    private final Process process;

    private TestWorker(URI rest, Path log, Process process) {
        this.rest = rest;
        this.log = log;
        this.process = process;
    }

    /**
     * A worker of a group of its own on the shared broker, with its files in the folder.
     *
     * @param environment what <code>${env:…}</code> stands for
     */
    static TestWorker start(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        URI rest = URI.create("http://127.0.0.1:" + freePort());
        Path log = folder.resolve("worker.log");
        Path properties = Files.write(folder.resolve("worker.properties"), properties(rest));
        Path target = HOME.resolve("quickstart/target");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile=" + HOME.resolve("connectors-config/worker/log4j2.properties"),
                        "-cp",
                        target.resolve("quickstart.jar") + ":" + Files.readString(target.resolve("kafka.classpath")),
                        "io.nrtstreams.quickstart.child.Guarded",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().putAll(environment);
        TestWorker worker = new TestWorker(rest, log, java.start());
        worker.awaitHealth();
        return worker;
    }

    private static List<String> properties(URI rest) throws IOException, InterruptedException {
        String group = "worker-" + rest.getPort();
        String plugins = Stream.of("connect-source-mock", "connect-smt-cleaning", "connect-sink-s3")
                .map(module -> HOME.resolve(module).resolve("target/plugin").toString())
                .collect(Collectors.joining(","));
        List<String> own = List.of(
                "bootstrap.servers=" + TestBroker.shared().address(),
                "listeners=" + rest,
                "plugin.path=" + plugins,
                "group.id=" + group,
                "config.storage.topic=" + group + "-configs",
                "offset.storage.topic=" + group + "-offsets",
                "status.storage.topic=" + group + "-status");
        List<String> keys = own.stream()
                .map(line -> line.substring(0, line.indexOf('=') + 1))
                .toList();
        try (Stream<String> lines = Files.lines(HOME.resolve("connectors-config/worker/worker.properties"))) {
            return Stream.concat(
                            lines.filter(line -> keys.stream().noneMatch(line::startsWith)).toList().stream(),
                            own.stream())
                    .toList();
        }
    }

    private void awaitHealth() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(rest.resolve("/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        close();
        throw new AssertionError("the worker does not start: " + Files.readString(log));
    }

    URI rest() {
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
