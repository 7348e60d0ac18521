package io.nrtstreams.analytics.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.kafka.RecordProducer;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.TestService;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Snapshot;
import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.KeySpan.Range;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of tables through starts, ends and topics that are made anew. */
class TableStoresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final KeySpan ALL = new KeySpan(List.of(Range.ALL), Range.ALL);

    @TempDir
    Path folder;

    private final SqlEnvironment environment = TestService.environment();
    private final String topic = "stores_" + UUID.randomUUID();
    private final Admin admin = Admin.create(environment.kafka());
    private final RecordProducer producer = RecordProducer.connect(environment.kafka());
    private TableStores stores;

    @BeforeEach
    void open() throws Exception {
        make();
        stores = TableStores.open(folder, environment.formats(), environment.kafka());
        stores.changed(view(statement()));
    }

    private void make() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
                .all()
                .get();
    }

    private String statement() {
        return "CREATE SOURCE TABLE places (id STRING PRIMARY KEY, name STRING) WITH (KAFKA_TOPIC='" + topic
                + "', VALUE_FORMAT='JSON');";
    }

    private CatalogView view(String statements) {
        InMemoryTopics topics = new InMemoryTopics();
        topics.create(topic, 2, Optional.empty(), Optional.empty());
        Engine engine = Engine.create(environment.functions(), environment.formats(), topics, InstantSource.system());
        engine.execute(statements, Map.of());
        Snapshot snapshot = engine.snapshot();
        return new CatalogView(snapshot.declarations(), snapshot.queries());
    }

    @AfterEach
    void close() {
        stores.close();
        producer.close();
        admin.close();
    }

    private void write(String key, @Nullable String value) {
        producer.send(new TopicRecord(
                        topic,
                        -1,
                        -1,
                        1_000,
                        key.getBytes(StandardCharsets.UTF_8),
                        value == null ? null : ("{\"NAME\":\"" + value + "\"}").getBytes(StandardCharsets.UTF_8),
                        List.of()))
                .join();
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (StoredRows read = stores.find("PLACES").orElseThrow().read(List.of(ALL), PATIENCE)) {
            for (Row row = read.next(); row != null; row = read.next()) {
                rows.add(row.key()[0] + "=" + row.value()[0]);
            }
        }
        return rows;
    }

    private static void await(Supplier<List<String>> actual, String... wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> last = List.of();
        while (System.nanoTime() < end) {
            try {
                last = actual.get();
            } catch (SqlException e) {
                last = List.of(String.valueOf(e.getMessage()));
            }
            if (last.equals(List.of(wanted))) {
                return;
            }
        }
        assertThat(last).containsExactly(wanted);
    }

    @Test
    void theLastValueOfEachKeyIsThereAndDeletedOnesAreNot() {
        write("b", "Bern");
        write("a", "Aarau");
        write("b", "Basel");
        write("c", "Chur");
        write("c", null);

        await(this::rows, "a=Aarau", "b=Basel");
    }

    @Test
    void aRecordThatCannotBeReadLeavesTheRowAsItWas() {
        write("a", "Aarau");
        write("a", "\"");
        write("b", "Bern");

        await(this::rows, "a=Aarau", "b=Bern");
    }

    @Test
    void aServerThatStartsAgainGoesOnWhereItWas() {
        write("a", "Aarau");
        await(this::rows, "a=Aarau");
        stores.close();
        write("b", "Bern");

        stores = TableStores.open(folder, environment.formats(), environment.kafka());
        stores.changed(view(statement()));

        // Up to date as soon as it answers: what was written meanwhile is there too.
        assertThat(rows()).containsExactly("a=Aarau", "b=Bern");
    }

    /** What is on disk while the server runs is all that is left when it is killed. */
    @Test
    void aServerThatIsKilledLosesNothing(@TempDir Path left) throws Exception {
        write("a", "Aarau");
        await(this::rows, "a=Aarau");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith("LOCK")).toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        stores.close();
        write("a", null);
        write("b", "Bern");

        stores = TableStores.open(left, environment.formats(), environment.kafka());
        stores.changed(view(statement()));

        assertThat(rows()).containsExactly("b=Bern");
    }

    @Test
    void aTopicThatIsMadeAnewIsReadAnew() throws Exception {
        write("a", "Aarau");
        await(this::rows, "a=Aarau");

        admin.deleteTopics(List.of(topic)).all().get();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && admin.listTopics().names().get().contains(topic)) {
            Thread.onSpinWait();
        }
        make();
        write("z", "Zug");

        await(this::rows, "z=Zug");
    }

    @Test
    void aTableThatIsDroppedIsForgotten() {
        write("a", "Aarau");
        await(this::rows, "a=Aarau");

        stores.changed(view(""));
        assertThat(stores.find("PLACES")).isEmpty();
        stores.changed(view(statement()));

        await(this::rows, "a=Aarau");
    }
}
