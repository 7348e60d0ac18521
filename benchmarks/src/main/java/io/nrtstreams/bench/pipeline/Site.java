package io.nrtstreams.bench.pipeline;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.broker.Broker;
import io.nrtstreams.bench.broker.Ports;
import io.nrtstreams.bench.jvm.GuardedJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes of a run and where they are. */
final class Site {

    private final Bench bench;
    private final Path folder;
    private final Broker broker;
    private final int serverPort = Ports.free();

    Site(Bench bench, Path folder) {
        this.bench = bench;
        this.folder = folder;
        this.broker = new Broker(bench.home(), folder);
    }

    String broker() {
        return broker.address();
    }

    URI server() {
        return URI.create("http://127.0.0.1:" + serverPort);
    }

    Path folder() {
        return folder;
    }

    GuardedJvm startBroker() throws IOException, InterruptedException {
        return broker.start();
    }

    /** The SQL server, not yet ready. */
    GuardedJvm launchServer() throws IOException {
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
        return GuardedJvm.start(
                "SQL server",
                Broker.guard(bench.home()),
                folder.resolve("server.log"),
                flags,
                Files.readString(target.resolve("analytics.classpath")).strip(),
                List.of("io.nrtstreams.analytics.AnalyticsMain", "--properties", properties.toString()));
    }

    GuardedJvm startServer() throws IOException, InterruptedException {
        SqlClient client = new SqlClient(server());
        return launchServer().awaitReady(client::isHealthy);
    }

    /** Kafka Streams doing what {@link Statements#grouped} does. */
    GuardedJvm startStreams(String input, String output, Peer peer) throws IOException {
        Path target = bench.home().resolve("benchmarks-sql/target");
        return GuardedJvm.start(
                "Kafka Streams program",
                Broker.guard(bench.home()),
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
}
