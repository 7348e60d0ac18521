package io.nrtstreams.it.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.quickstart.Installation;
import io.nrtstreams.quickstart.stack.Addresses;
import io.nrtstreams.quickstart.stack.ChildJvm;
import io.nrtstreams.quickstart.stack.DataFolder;
import io.nrtstreams.quickstart.stack.Part;
import io.nrtstreams.quickstart.stack.S3Credentials;
import io.nrtstreams.quickstart.stack.StackParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/**
 * A broker, and the quickstart's S3 endpoint and Connect workers in JVMs of their own, all workers of one group whose
 * members are missed after two seconds.
 */
public final class Cluster implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SHORT_TIMES = Map.of(
            "connect.protocol", "sessioned",
            "session.timeout.ms", "2000",
            "heartbeat.interval.ms", "400",
            "consumer.session.timeout.ms", "2000",
            "consumer.heartbeat.interval.ms", "400",
            "consumer.auto.offset.reset", "earliest",
            "offset.flush.interval.ms", "300");

    private final InProcessBroker broker;
    private final EndpointProcess endpoint;
    private final KafkaOffsets offsets;
    private final List<Member> members = new ArrayList<>();

    private record Member(DataFolder folder, Addresses addresses, ChildProcess process) {}

    private Cluster(InProcessBroker broker, EndpointProcess endpoint) {
        this.broker = broker;
        this.endpoint = endpoint;
        this.offsets = new KafkaOffsets(broker.bootstrap());
    }

    /** Starts everything, and writes below {@code path}. */
    public static Cluster start(Path path, int workers) throws IOException {
        return start(path, workers, Map.of());
    }

    /** As {@link #start(Path, int)}, with further worker properties, which go before the quickstart's. */
    public static Cluster start(Path path, int workers, Map<String, String> properties) throws IOException {
        Cluster cluster = new Cluster(
                InProcessBroker.start(path.resolve("broker")), EndpointProcess.start(path.resolve("endpoint")));
        for (int i = 0; i < workers; i++) {
            cluster.members.add(cluster.startWorker(path.resolve("worker" + i), properties));
        }
        return cluster;
    }

    private Member startWorker(Path path, Map<String, String> changes) throws IOException {
        DataFolder folder = DataFolder.open(path);
        int brokerPort =
                Integer.parseInt(broker.bootstrap().substring(broker.bootstrap().indexOf(':') + 1));
        Addresses addresses = new Addresses(
                brokerPort, 0, InProcessBroker.freePort(), endpoint.address().getPort(), 0);
        S3Credentials credentials = new S3Credentials(endpoint.accessKey(), endpoint.secretKey());
        StackParts parts = new StackParts(new Installation(Project.HOME), folder, addresses, credentials, 1);
        return new Member(folder, addresses, ChildProcess.start(changed(parts.worker(), path, changes)));
    }

    /** The quickstart's worker, with times that suit a test and what else is to be changed. */
    private static Part changed(Part worker, Path path, Map<String, String> changes) throws IOException {
        ChildJvm jvm = worker.jvm();
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(jvm.arguments().get(0)))) {
            properties.load(in);
        }
        properties.putAll(SHORT_TIMES);
        properties.putAll(changes);
        Path file = path.resolve("changed.properties");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        ChildJvm changed = new ChildJvm(
                jvm.heap(), jvm.flags(), jvm.classPath(), jvm.mainClass(), List.of(file.toString()), jvm.environment());
        return new Part(worker.name(), changed, worker.ports(), worker.log(), worker.readiness());
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    public EndpointProcess endpoint() {
        return endpoint;
    }

    public KafkaOffsets offsets() {
        return offsets;
    }

    public ChildProcess worker(int number) {
        return members.get(number).process();
    }

    /** The REST interface of a worker. */
    public ConnectClient connect(int worker) {
        return new ConnectClient(members.get(worker).addresses().connectUrl());
    }

    /** Creates a sink of {@code topic} that stores below a prefix of its own name, and waits until it runs. */
    public void createSink(String name, String topic, Map<String, String> settings) throws IOException {
        Map<String, String> config = new HashMap<>(Map.of(
                "connector.class",
                "io.nrtstreams.connect.s3.S3SinkConnector",
                "topics",
                topic,
                "s3.bucket",
                endpoint.bucket(),
                "s3.endpoint",
                endpoint.address().toString(),
                "s3.path.style",
                "true",
                "s3.access.key.id",
                "${env:NRT_S3_ACCESS_KEY}",
                "s3.secret.access.key",
                "${env:NRT_S3_SECRET_KEY}",
                "s3.prefix",
                name));
        config.putAll(settings);
        ConnectClient.Answer answer =
                connect(0).post("/connectors", JSON.writeValueAsString(Map.of("name", name, "config", config)));
        if (answer.status() != 201) {
            throw new AssertionError(name + ": " + answer);
        }
        awaitRunning(name, 0);
    }

    /** Waits until a worker says that the connector and all its tasks run. */
    public void awaitRunning(String name, int askedWorker) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> connect(askedWorker).isRunning(name));
    }

    /** Waits until both workers have tasks of the connectors. */
    public void awaitSpread(String... names) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        Stream.of(names).flatMap(this::workersOf).distinct().count() == 2);
    }

    private Stream<String> workersOf(String name) {
        Stream.Builder<String> workers = Stream.builder();
        connect(0).get("/connectors/" + name + "/status").body().path("tasks").forEach(task -> {
            if (task.path("state").asText().equals("RUNNING")) {
                workers.add(task.path("worker_id").asText());
            }
        });
        return workers.build();
    }

    public void deleteSink(String name) {
        connect(0).delete("/connectors/" + name);
    }

    /** Waits until the sink has committed what its topic holds now. */
    public void awaitCommitted(String sink, String topic) {
        Map<TopicPartition, Long> wanted = offsets.ends(topic);
        Awaitility.await("commits of " + sink + " up to " + wanted)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    Map<TopicPartition, Long> committed = offsets.committed("connect-" + sink);
                    wanted.forEach((partition, end) -> {
                        if (committed.getOrDefault(partition, 0L) < end) {
                            throw new AssertionError(partition + " is committed up to "
                                    + committed.getOrDefault(partition, 0L) + ", not " + end);
                        }
                    });
                });
    }

    /** Waits until the sink's consumers are so many. */
    public void awaitMembers(String sink, int count) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> offsets.members("connect-" + sink) == count);
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.process().close();
            member.folder().close();
        }
        offsets.close();
        endpoint.close();
        broker.close();
    }
}
