package io.nrtstreams.quickstart.child;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Lets the controller find out that the broker of the same node was killed, before that broker starts again.
 *
 * <p>A node that is both starts its broker with what the controller knew before the kill, so the broker ends the
 * transactions it finds half ended while the controller is just taking its partitions from it. Brokers 4.2 to 4.3.1 mistake
 * the partitions without a leader for deleted ones and count the transaction as ended, without its end in them (KAFKA-20734):
 * what was committed cannot be read, what was taken back can be. A broker whose partitions were taken from it before it
 * starts does not look after transactions until it has them back.
 */
final class LoneController {

    private static final Duration SESSION = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final String METRICS = "kafka.controller:type=KafkaController,name=";

    private LoneController() {}

    /**
     * Whether the broker was ended without an orderly stop and has transactions to look after.
     *
     * @throws IOException if its folder cannot be read
     */
    static boolean isNeeded(Path logDirectory) throws IOException {
        if (Files.exists(logDirectory.resolve(".kafka_cleanshutdown"))) {
            return false;
        }
        try (Stream<Path> partitions = Files.list(logDirectory)) {
            return partitions.anyMatch(
                    partition -> partition.getFileName().toString().startsWith("__transaction_state-"));
        }
    }

    /**
     * Runs the controller until it counts the broker as gone, about a second.
     *
     * @param node the properties of the node, which is broker and controller
     * @throws IllegalStateException if the controller does not get there in 20 seconds
     */
    static void run(Properties node) {
        KafkaRaftServer controller = new KafkaRaftServer(KafkaConfig.fromProps(ofController(node)), Time.SYSTEM);
        controller.startup();
        try {
            awaitThatBrokerIsGone();
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static Properties ofController(Properties node) {
        Properties properties = new Properties();
        properties.putAll(node);
        properties.remove("advertised.listeners");
        properties.setProperty("process.roles", "controller");
        properties.setProperty("listeners", controllerListener(node));
        properties.setProperty("broker.session.timeout.ms", String.valueOf(SESSION.toMillis()));
        properties.setProperty("broker.heartbeat.interval.ms", String.valueOf(SESSION.toMillis() / 4));
        return properties;
    }

    private static String controllerListener(Properties node) {
        String name = node.getProperty("controller.listener.names") + "://";
        return Arrays.stream(node.getProperty("listeners").split(","))
                .map(String::trim)
                .filter(listener -> listener.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("listeners has none of controller.listener.names"));
    }

    private static void awaitThatBrokerIsGone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (metric("FencedBrokerCount") == 0 || metric("ActiveBrokerCount") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the controller has not noticed within " + PATIENCE.toSeconds()
                        + " s that the broker was killed: start it again");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before the broker has started", e);
            }
        }
    }

    private static int metric(String name) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            return (int) beans.getAttribute(new ObjectName(METRICS + name), "Value");
        } catch (JMException e) {
            throw new IllegalStateException("the controller has no metric " + name, e);
        }
    }
}
