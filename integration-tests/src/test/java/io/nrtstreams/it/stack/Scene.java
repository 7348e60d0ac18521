package io.nrtstreams.it.stack;

import io.nrtstreams.quickstart.audit.AuditScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * A broker, an S3 endpoint and a Connect worker with our plugins. Starting them is dear, so that a test class shares one;
 * the worker can be stopped and started again in between.
 */
public final class Scene implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Broker broker;
    private final KafkaOffsets offsets;
    private final ObjectEndpoint endpoint;
    private final Map<String, String> environment;
    private Worker worker;

    public Scene(Broker broker, int recordsPerSecond) throws Exception {
        this.broker = broker;
        this.offsets = new KafkaOffsets(broker.bootstrap());
        this.endpoint = ObjectEndpoint.start("nrt-test");
        Map<String, String> variables = new HashMap<>(endpoint.environment());
        variables.put("NRT_RATE", Integer.toString(recordsPerSecond));
        variables.put("NRT_DATA", Project.connectorsConfig().resolve("data").toString());
        this.environment = Map.copyOf(variables);
        this.worker = Worker.start(broker.bootstrap(), "nrt-test", environment);
    }

    public Broker broker() {
        return broker;
    }

    public Worker worker() {
        return worker;
    }

    public ObjectEndpoint endpoint() {
        return endpoint;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** What an audit of this scene looks at. */
    public AuditScope auditScope(String prefix) {
        return new AuditScope(
                broker.bootstrap(), endpoint.lake(prefix), Optional.of(worker.rest()), environment, List.of());
    }

    public ConnectClient connect() {
        return new ConnectClient(worker.rest());
    }

    /** Stops the worker and starts another one of the same group. */
    public void restartWorker() {
        worker.close();
        worker = Worker.start(broker.bootstrap(), "nrt-test", environment);
    }

    /** Creates the connectors of every file in {@code folder} as they are, and waits until all run. */
    public List<String> apply(Path folder) throws Exception {
        ConnectClient connect = connect();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                ConnectClient.Answer answer = connect.create(file);
                if (answer.status() != 201) {
                    throw new AssertionError(file.getFileName() + ": " + answer);
                }
            }
        }
        List<String> names = ConnectClient.declaredIn(folder);
        awaitRunning(names);
        return names;
    }

    public void awaitRunning(List<String> names) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> names.stream().allMatch(connect()::isRunning));
    }

    public void delete(List<String> names) {
        names.forEach(name -> connect().delete("/connectors/" + name));
    }

    /** Waits until {@code topic} holds at least {@code least} committed offsets. */
    public void awaitRecords(String topic, long least) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> offsets.ends(topic).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        >= least);
    }

    /** Pauses the sources, then waits until each sink has committed the ends of its topics. */
    public void drain(List<String> sources, Map<String, Set<String>> topicsBySink) {
        sources.forEach(source -> connect().put("/connectors/" + source + "/pause", ""));
        Awaitility.await()
                .atMost(LONG)
                .until(() -> sources.stream()
                        .allMatch(source -> connect()
                                .get("/connectors/" + source + "/status")
                                .body()
                                .path("tasks")
                                .path(0)
                                .path("state")
                                .asText()
                                .equals("PAUSED")));
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> topicsBySink.forEach((sink, topics) -> {
                    long ahead = recordsAhead("connect-" + sink, topics);
                    if (ahead > 0) {
                        throw new AssertionError(sink + " has " + ahead + " records before it");
                    }
                }));
    }

    /** Records after what a group has committed. The marks of transactions, on which no sink commits, do not count. */
    private long recordsAhead(String group, Set<String> topics) {
        Map<TopicPartition, Long> committed = offsets.committed(group);
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            topics.forEach(topic -> ends.putAll(offsets.ends(topic)));
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> consumer.seek(partition, committed.getOrDefault(partition, 0L)));
            long ahead = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ahead += consumer.poll(Duration.ofMillis(100)).count();
            }
            return ahead;
        }
    }

    /** At least {@code count} committed records of a topic, from its beginning, as soon as they are there. */
    public List<ConsumerRecord<String, String>> read(String topic, int count) {
        awaitRecords(topic, 1);
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Set<TopicPartition> partitions = offsets.ends(topic).keySet();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Produces one record beside all connectors. */
    public void produce(String topic, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    @Override
    public void close() {
        offsets.close();
        worker.close();
        endpoint.close();
        broker.close();
    }
}
