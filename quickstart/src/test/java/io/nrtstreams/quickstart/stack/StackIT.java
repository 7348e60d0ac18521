package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.Pauses;
import io.nrtstreams.quickstart.connect.ConnectRest;
import io.nrtstreams.quickstart.connect.Connector;
import io.nrtstreams.quickstart.connect.ConnectorSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real children: a broker, a worker and an S3 endpoint, and what becomes of them when something is killed. */
class StackIT {
    private static final TopicPartition LINES = new TopicPartition("lines", 0);

    @TempDir
    Path data;

    @Test
    void runsAnExactlyOnceSourceAndComesBackWithItsRecordsAfterTheLauncherWasKilled() throws Exception {
        Path input = Files.writeString(data.resolve("input.txt"), "one\ntwo\nthree\n");
        List<String> lines = new ArrayList<>();
        try (StackWithoutAnalytics first = new StackWithoutAnalytics(data.resolve("stack")).start()) {
            assertThat(first.progress).hasSize(3);
            createTopic(first);
            new ConnectorSet(List.of(fileSource(input)), new ConnectRest(first.addresses.connectUrl()), lines::add)
                    .apply();
            assertThat(lines).containsExactly("lines: created");
            eventually(() -> read(first).size() == 3);
        }
        assertThat(RunRecord.read(data.resolve("stack"))).isEmpty();

        Process launcher = launcher();
        RunRecord left = awaitReady();
        launcher.destroyForcibly().waitFor();
        eventually(() -> left.parts().stream().allMatch(part -> part.process().isEmpty()));

        try (StackWithoutAnalytics second = new StackWithoutAnalytics(data.resolve("stack")).start()) {
            Files.writeString(input, "one\ntwo\nthree\nfour\n");
            eventually(() -> read(second).size() == 4);
            assertThat(read(second)).containsExactly("one", "two", "three", "four");
        }
    }

    @Test
    void aChildThatIsKilledIsReportedWithItsNameAndExitCode() throws Exception {
        try (StackWithoutAnalytics running = new StackWithoutAnalytics(data.resolve("stack")).start()) {
            RunRecord record = RunRecord.read(data.resolve("stack")).orElseThrow();
            assertThat(record.ready()).isTrue();
            RunRecord.Running worker = record.parts().stream()
                    .filter(part -> part.name().equals("connect"))
                    .findFirst()
                    .orElseThrow();

            worker.process().orElseThrow().destroyForcibly();

            eventually(() -> worker.process().isEmpty());
            assertThatThrownBy(running.stack::check)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("The connect ended with exit code 137")
                    .hasMessageContaining("connect.log");
            assertThatThrownBy(() -> DataFolder.open(data.resolve("stack")))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("./nrt down --out");
        }
    }

    private Process launcher() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dnrt.home=" + System.getProperty("nrt.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackWithoutAnalytics.class.getName(),
                        data.resolve("stack").toString())
                .inheritIO()
                .start();
    }

    private RunRecord awaitReady() {
        eventually(() ->
                RunRecord.read(data.resolve("stack")).filter(RunRecord::ready).isPresent());
        return RunRecord.read(data.resolve("stack")).orElseThrow();
    }

    private static Connector fileSource(Path input) {
        return new Connector(
                "lines",
                Map.of(
                        "connector.class", "FileStreamSource",
                        "file", input.toString(),
                        "topic", "lines",
                        "exactly.once.support", "required",
                        "transaction.boundary", "poll",
                        "value.converter", "org.apache.kafka.connect.storage.StringConverter"),
                Path.of("lines.json"));
    }

    private static void createTopic(StackWithoutAnalytics running) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", running.addresses.bootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(List.of(new NewTopic("lines", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(StackWithoutAnalytics running) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", running.addresses.bootstrapServers());
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(LINES));
            long end = consumer.endOffsets(List.of(LINES)).get(LINES);
            while (consumer.position(LINES) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("the condition holds within a minute")
                    .isLessThan(deadline);
            Pauses.rest(Duration.ofMillis(50));
        }
    }
}
