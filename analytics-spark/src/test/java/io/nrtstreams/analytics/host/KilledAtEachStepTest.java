package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process is killed at steps of a batch, each time started again with more records to read, and in the end the topic holds
 * what one process that never died would have given. A few steps always; all of them with {@code -Dnrt.kill.all=true}.
 */
final class KilledAtEachStepTest {

    private static final int RECORDS_A_LIFE = 250;
    private static final int ITEMS = 7;
    private static final boolean ALL = Boolean.getBoolean("nrt.kill.all");

    enum Statement {
        GROUPED(1, "CREATE STREAM orders (id VARCHAR KEY, item VARCHAR)", "AFTER_SEND"),
        TWO_LEVELS(2, "CREATE TABLE orders (id VARCHAR PRIMARY KEY, item VARCHAR)", "AFTER_COMMIT");

        private final int depth;
        private final String source;
        private final String always;

        Statement(int depth, String source, String always) {
            this.depth = depth;
            this.source = source;
            this.always = always;
        }

        String script(String name) {
            return source + " WITH (kafka_topic='" + name + "_in', value_format='JSON', key_format='KAFKA');"
                    + "CREATE TABLE counts WITH (kafka_topic='" + name + "_out', partitions=2) AS"
                    + " SELECT item, COUNT(*) AS n FROM orders GROUP BY item;";
        }

        /** In the order of a batch. */
        List<Kill> kills(String name) {
            String job = "d" + depth;
            String checkpoint = "jobs/" + depth + "/checkpoint/";
            String offsets = checkpoint + "offsets/\\d+$";
            String commits = checkpoint + "commits/\\d+$";
            String state = checkpoint + "state/0/\\d+/.*changelog$";
            Stream<Kill> kills = Stream.of(
                    new Kill("BEFORE", offsets, 2),
                    new Kill("AFTER", offsets, 2),
                    new Kill("RANGE_READ", name + "_in", 3),
                    new Kill("BEFORE_BEGIN", job, 1),
                    new Kill("BEFORE_BEGIN", job, 4),
                    new Kill("AFTER_SEND", job, 30),
                    new Kill("BEFORE", state, 2),
                    new Kill("AFTER", state, 3),
                    new Kill("BEFORE_COMMIT", job, 3),
                    new Kill("AFTER_COMMIT", job, 1),
                    new Kill("AFTER_COMMIT", job, 4),
                    new Kill("BEFORE", commits, 2),
                    new Kill("AFTER", commits, 2));
            return kills.filter(kill -> ALL || kill.step().equals(always)).toList();
        }
    }

    private final List<TopicRecord> inputs = new ArrayList<>();
    private KafkaTopic topics;

    @BeforeEach
    void connect() throws Exception {
        topics = new KafkaTopic(TestBroker.shared().address());
    }

    @AfterEach
    void disconnect() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDiesEachResultIsThereOnce(Statement statement, @TempDir Path folder) throws Exception {
        String name = "killed_" + statement.depth;
        topics.create(name + "_in", 2, Optional.empty(), Optional.empty());
        topics.create(name + "_out", 2, Optional.empty(), Optional.empty());
        for (Kill kill : statement.kills(name)) {
            send(name + "_in");
            assertThat(live(statement.script(name), name, folder, Optional.of(kill)))
                    .as("the exit code of the process that is to die at %s", kill)
                    .isEqualTo(Kill.EXIT_CODE);
        }
        send(name + "_in");
        assertThat(live(statement.script(name), name, folder, Optional.empty())).isZero();

        List<String> written = topics.committed(name + "_out").stream()
                .map(record -> record.key() + "=" + record.value())
                .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(expected(statement.script(name)));
    }

    private void send(String topic) {
        for (int i = 0; i < RECORDS_A_LIFE; i++) {
            int number = inputs.size();
            String key = "order-" + number;
            String value = "{\"item\":\"item" + number * 31 % ITEMS + "\"}";
            topics.send(topic, number % 2, number * 10L, key, value);
            inputs.add(new TopicRecord(topic, number % 2, number / 2, number * 10L, utf8(key), utf8(value), List.of()));
        }
        topics.flush();
    }

    private static int live(String script, String service, Path folder, Optional<Kill> kill)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(TestJvm.command());
        kill.map(Kill::option).ifPresent(command::add);
        command.add("-Dspark.hadoop.fs.file.impl=" + KilledFiles.class.getName());
        command.add(KilledHost.class.getName());
        command.addAll(List.of(TestBroker.shared().address(), service, folder.toString(), script));
        Path log = folder.resolve("process.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .withFailMessage(() -> "the process neither ends nor dies: " + read(log))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private List<String> expected(String script) {
        Engine engine =
                Engine.create(FunctionRegistry.builtIn(), Formats.withoutRegistry(), topics, InstantSource.system());
        DirectHost host = engine.execute(script, Map.of()).stream()
                .filter(Outcome.Started.class::isInstance)
                .map(Outcome.Started.class::cast)
                .map(started -> DirectHost.start(
                        started.query().plan(),
                        FunctionRegistry.builtIn(),
                        Formats.withoutRegistry(),
                        Map.of(),
                        ProcessingLog.NONE))
                .findFirst()
                .orElseThrow();
        List<String> expected = new ArrayList<>();
        inputs.forEach(input ->
                host.process(input, record -> expected.add(text(record.key()) + "=" + text(record.value()))));
        return expected;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
