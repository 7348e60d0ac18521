package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Bench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a run and where they are. */
final class Site {

    private static final List<String> BROKER_FLAGS = List.of("-Xmx1g", "-Xms1g", "-XX:+UseG1GC");

    private final Bench bench;
    private final Path folder;
    private final int brokerPort = freePort();
    private final int controllerPort = freePort();
    private final int serverPort = freePort();

    Site(Bench bench, Path folder) {
        this.bench = bench;
        this.folder = folder;
    }

    String broker() {
        return "127.0.0.1:" + brokerPort;
    }

    URI server() {
        return URI.create("http://127.0.0.1:" + serverPort);
    }

    Path folder() {
        return folder;
    }

    Jvm startBroker() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path properties = Files.write(folder.resolve("broker.properties"), brokerProperties());
        Path log4j = bench.home().resolve("connectors-config/worker/log4j2.properties");
        List<String> flags = new ArrayList<>(BROKER_FLAGS);
        flags.add("-Dlog4j2.configurationFile=" + log4j);
        return Jvm.start(
                        "broker",
                        guard(),
                        folder.resolve("broker.log"),
                        flags,
                        kafkaClassPath(),
                        List.of("io.nrtstreams.quickstart.child.BrokerNode", properties.toString()))
                .awaitReady(() -> listens(brokerPort));
    }

    private List<String> brokerProperties() throws IOException {
        Path shipped = bench.home().resolve("connectors-config/worker/broker.properties");
        String own = "PLAINTEXT://127.0.0.1:" + brokerPort;
        try (Stream<String> lines = Files.lines(shipped)) {
            List<String> kept = lines.filter(line -> !line.matches(
                            "(listeners|advertised\\.listeners|controller\\.quorum\\.voters|log\\.dirs)=.*"))
                    .toList();
            return Stream.concat(
                            kept.stream(),
                            Stream.of(
                                    "listeners=" + own + ",CONTROLLER://127.0.0.1:" + controllerPort,
                                    "advertised.listeners=" + own,
                                    "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                                    "log.dirs=" + folder.resolve("kafka")))
                    .toList();
        }
    }

    /** The SQL server, not yet ready. */
    Jvm launchServer() throws IOException {
        Path target = bench.home().resolve("analytics-spark/target");
        List<String> flags = new ArrayList<>(List.of("-Xms2g"));
        flags.add("@" + bench.home().resolve("analytics-spark/src/main/jvm/sql-server.jvmflags"));
        flags.addAll(bench.jvmFlags());
        Path properties = Files.write(
                folder.resolve("server.properties"),
                List.of(
                        "bootstrap.servers=" + broker(),
                        "listeners=" + server(),
                        "ksql.service.id=bench",
                        "nrt.checkpoint.dir=" + folder.resolve("checkpoints"),
                        "nrt.store.dir=" + folder.resolve("state")));
        return Jvm.start(
                "SQL server",
                guard(),
                folder.resolve("server.log"),
                flags,
                Files.readString(target.resolve("analytics.classpath")).strip(),
                List.of("io.nrtstreams.analytics.AnalyticsMain", "--properties", properties.toString()));
    }

    Jvm startServer() throws IOException, InterruptedException {
        SqlClient client = new SqlClient(server());
        return launchServer().awaitReady(client::isHealthy);
    }

    /** Kafka Streams doing what {@link Statements#grouped} does. */
    Jvm startStreams(String input, String output, Peer peer) throws IOException {
        Path target = bench.home().resolve("benchmarks-sql/target");
        return Jvm.start(
                "Kafka Streams program",
                guard(),
                folder.resolve("streams.log"),
                List.of("-Xmx2g", "-Xms2g", "-XX:+UseG1GC"),
                target.resolve("benchmarks-sql.jar") + ":" + Files.readString(target.resolve("bench.classpath")),
                List.of(
                        "io.nrtstreams.bench.sql.StreamsProgram",
                        broker(),
                        input,
                        output,
                        peer.guarantee(),
                        folder.resolve("streams").toString(),
                        Integer.toString(peer.lingerMillis())));
    }

    /**
     * How Kafka Streams is set.
     *
     * @param lingerMillis how long its producers wait for more records; its own setting is 100
     */
    record Peer(String name, String guarantee, int lingerMillis) {}

    private String kafkaClassPath() throws IOException {
        Path target = bench.home().resolve("quickstart/target");
        return target.resolve("quickstart.jar") + ":" + Files.readString(target.resolve("kafka.classpath"));
    }

    private Path guard() {
        return bench.home().resolve("quickstart/target/quickstart-guard.jar");
    }

    private static boolean listens(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
