package io.nrtstreams.bench.broker;

import io.nrtstreams.bench.jvm.GuardedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The quickstart's broker, with the settings that it ships, on ports and in a folder of its own. */
public final class Broker {
    private static final List<String> FLAGS = List.of("-Xmx1g", "-Xms1g", "-XX:+UseG1GC");

    private final Path home;
    private final Path folder;
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();

    /**
     * @param home the project's folder
     * @param folder for its properties, its log and its topics
     */
    public Broker(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Where clients reach it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it listens. */
    public GuardedJvm start() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path properties = Files.write(folder.resolve("broker.properties"), properties());
        Path log4j = home.resolve("connectors-config/worker/log4j2.properties");
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-Dlog4j2.configurationFile=" + log4j);
        Path target = home.resolve("quickstart/target");
        return GuardedJvm.start(
                        "broker",
                        guard(home),
                        folder.resolve("broker.log"),
                        flags,
                        target.resolve("quickstart.jar") + ":" + Files.readString(target.resolve("kafka.classpath")),
                        List.of("io.nrtstreams.quickstart.child.BrokerNode", properties.toString()))
                .awaitReady(() -> Ports.listens(port));
    }

    /** The jar with the class that ends a JVM when this one is gone. */
    public static Path guard(Path home) {
        return home.resolve("quickstart/target/quickstart-guard.jar");
    }

    private List<String> properties() throws IOException {
        Path shipped = home.resolve("connectors-config/worker/broker.properties");
        String own = "PLAINTEXT://" + address();
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
}
