package io.nrtstreams.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.row.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SELECTs over a stream, a table over a topic, a materialised table and objects in S3. */
final class AdHocQueriesTest {

    private static final String DECLARATIONS = """
            CREATE STREAM trips (id STRING KEY, place STRING, km INT, at STRUCT<lat DOUBLE>)
                WITH (KAFKA_TOPIC='adhoc-trips', VALUE_FORMAT='JSON', PARTITIONS=2);
            CREATE TABLE places (place STRING PRIMARY KEY, size BIGINT)
                WITH (KAFKA_TOPIC='adhoc-places', VALUE_FORMAT='DELIMITED', PARTITIONS=2);
            CREATE TABLE kept (place STRING PRIMARY KEY, score DOUBLE)
                WITH (KAFKA_TOPIC='adhoc-kept', VALUE_FORMAT='JSON', PARTITIONS=1);
            CREATE SOURCE TABLE stored (day DATE, place STRING, km INT, seen TIMESTAMP, note STRING)
                WITH (LOCATION='%s', FORMAT='JSON');
            CREATE SOURCE TABLE pruned (day DATE, place STRING) WITH (LOCATION='%s', FORMAT='JSON');
            CREATE SOURCE TABLE cells (place STRING, km INT, note STRING) WITH (LOCATION='%s', FORMAT='CSV');
            """;

    private static AdHocQueries queries;
    private static Engine engine;

    @BeforeAll
    static void fill() throws Exception {
        TestS3 store = TestS3.shared();
        store.settings()
                .forEach((name, value) ->
                        TestSpark.session().sparkContext().hadoopConfiguration().set(name, value));
        String address = TestBroker.shared().address();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(
                            new NewTopic("adhoc-trips", 2, (short) 1),
                            new NewTopic("adhoc-places", 2, (short) 1),
                            new NewTopic("adhoc-kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 60; i++) {
                String place = List.of("north", "south", "east").get(i % 3);
                producer.send(new ProducerRecord<>(
                        "adhoc-trips",
                        null,
                        1_700_000_000_000L + i,
                        "t" + i,
                        "{\"place\":\"" + place + "\",\"km\":" + i + ",\"at\":{\"lat\":" + i + ".5}}"));
            }
            producer.send(new ProducerRecord<>("adhoc-trips", "broken", "{"));
            for (String[] row :
                    new String[][] {{"north", "1"}, {"south", "2"}, {"north", "10"}, {"west", "7"}, {"west", null}}) {
                producer.send(new ProducerRecord<>("adhoc-places", row[0], row[1]));
            }
        }
        store.put(
                store.folder("adhoc/json/day=2026-11-21/a+0+00000000000000000000.json"),
                lines(
                        "{\"place\":\"north\",\"km\":5,\"seen\":\"2026-11-21T10:15:30.007Z\"}",
                        "{\"place\":\"south\",\"km\":6}"),
                Map.of());
        store.put(
                store.folder("adhoc/json/day=2026-11-22/a+0+00000000000000000002.json"),
                lines("{\"place\":\"north\",\"km\":7,\"note\":\"it's\"}", "{\"place\":\"north\",\"km\":\"far\"}"),
                Map.of());
        store.put(store.folder("adhoc/csv/one.csv"), lines("place,km", "\"no\"\"rth\",1", "south,"), Map.of());
        store.put(
                store.folder("adhoc/csv/two.csv"), lines("note,place,km", "\"a\nb\",east,3", "\"\",west,4"), Map.of());
        engine = Engine.create(
                FunctionRegistry.builtIn(), Formats.withoutRegistry(), new InMemoryTopics(), InstantSource.system());
        engine.execute(
                DECLARATIONS.formatted(
                        store.folder("adhoc/json"), store.folder("adhoc/pruned"), store.folder("adhoc/csv")),
                Map.of());
        queries = queries(new AdHocLimits(Duration.ofSeconds(60), 2));
        queries.use(new Kept());
    }

    private static AdHocQueries queries(AdHocLimits limits) throws Exception {
        return new AdHocQueries(
                new SparkRuntime(TestSpark.session()),
                Map.of("bootstrap.servers", TestBroker.shared().address()),
                "adhoc-test",
                QueryLibraries.builtIn(),
                limits);
    }

    @AfterAll
    static void close() {
        queries.close();
    }

    @Test
    void aStreamIsJoinedWithATableGroupedAndOrdered() throws Exception {
        assertThat(rows("""
                        SELECT t.place, p.size, COUNT(*) AS trips, SUM(km) AS far
                        FROM trips t LEFT JOIN places p ON t.place = p.place
                        GROUP BY t.place, p.size HAVING COUNT(*) > 1 ORDER BY far DESC, t.place;
                        """))
                .containsExactly(
                        List.of("east", "none", 20L, 610L),
                        List.of("south", 2L, 20L, 590L),
                        List.of("north", 10L, 20L, 570L));
    }

    @Test
    void aTableHasTheLastRowOfEachKeyAndNoDeletedOnes() throws Exception {
        assertThat(rows("SELECT * FROM places ORDER BY place"))
                .containsExactly(List.of("north", 10L), List.of("south", 2L));
    }

    @Test
    void aMaterialisedTableIsReadFromItsStore() throws Exception {
        assertThat(rows("SELECT k.place, k.score, k.ROWTIME, p.size FROM kept k JOIN places p ON k.place = p.place"))
                .containsExactly(List.of("north", 0.5, 77L, 10L));
    }

    @Test
    void windowFunctionsSubQueriesAndUnionsWork() throws Exception {
        assertThat(rows("""
                        WITH ranked AS (
                            SELECT place, km, ROW_NUMBER() OVER (PARTITION BY place ORDER BY km DESC) AS nth FROM trips)
                        SELECT place, km FROM ranked WHERE nth = 1
                        UNION ALL SELECT 'all', MAX(km) FROM trips WHERE km IN (SELECT size FROM places)
                        ORDER BY place, km
                        """))
                .containsExactly(List.of("all", 10), List.of("east", 59), List.of("north", 57), List.of("south", 58));
    }

    @Test
    void namesAreUpperCaseAsInTheCatalogAndPseudoColumnsAreHidden() throws Exception {
        try (QueryRun run = start("SELECT *, rowtime, rowoffset >= 0 AS `Read` FROM trips WHERE id = 't7'")) {
            assertThat(run.header().columns())
                    .extracting(column -> column.name() + " " + column.type())
                    .containsExactly(
                            "ID STRING",
                            "PLACE STRING",
                            "KM INTEGER",
                            "AT STRUCT<`LAT` DOUBLE>",
                            "ROWTIME BIGINT",
                            "Read BOOLEAN");
            assertThat(all(run).get(0).subList(4, 6)).isEqualTo(List.of(1_700_000_000_007L, true));
        }
    }

    @Test
    void ourOwnDialectAndFunctionsAreUnderstood() throws Exception {
        assertThat(
                        rows(
                                "SELECT at->lat, CAST(km AS VARCHAR), MASK_LEFT(place, 2), 'it''s' FROM trips WHERE \"KM\" = 7"))
                .containsExactly(List.of(7.5, "7", "xxuth", "it's"));
    }

    @Test
    void objectsAreReadInTheirColumnsAndFolders() throws Exception {
        assertThat(rows("SELECT day, place, km, seen, note FROM stored ORDER BY km"))
                .containsExactly(
                        List.of(
                                java.time.LocalDate.of(2026, 11, 21),
                                "north",
                                5,
                                java.time.Instant.parse("2026-11-21T10:15:30.007Z"),
                                "none"),
                        List.of(java.time.LocalDate.of(2026, 11, 21), "south", 6, "none", "none"),
                        List.of(java.time.LocalDate.of(2026, 11, 22), "north", 7, "none", "it's"));
        assertThat(rows("SELECT place, km, note FROM cells ORDER BY place"))
                .containsExactly(
                        List.of("east", 3, "a\nb"),
                        List.of("no\"rth", 1, "none"),
                        List.of("south", "none", "none"),
                        List.of("west", 4, ""));
    }

    @Test
    void objectsInFoldersThatAConditionRulesOutAreNotOpened() throws Exception {
        TestS3 store = TestS3.shared();
        store.put(
                store.folder("adhoc/pruned/day=2026-11-23/a+0+00000000000000000009.json"),
                "{\"place\": \"whole\"".getBytes(StandardCharsets.UTF_8),
                Map.of());

        store.put(
                store.folder("adhoc/pruned/day=2026-11-21/a+0+00000000000000000000.json"),
                lines("{\"place\":\"north\"}", "{\"place\":\"south\"}"),
                Map.of());

        assertThat(rows("SELECT COUNT(*) FROM pruned WHERE day = DATE '2026-11-21'"))
                .containsExactly(List.of(2L));
        assertThat(rows("SELECT COUNT(*) FROM pruned WHERE day < DATE '2026-11-23' AND place = 'north'"))
                .containsExactly(List.of(1L));
        assertThatThrownBy(() -> rows("SELECT COUNT(*) FROM pruned WHERE day >= DATE '2026-11-23'"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("day=2026-11-23")
                .hasMessageContaining("it is no JSON at byte")
                .hasMessageNotContaining("whole");
    }

    @Test
    void recordsThatDoNotDecodeAreLeftOutAndCounted() throws Exception {
        try (QueryRun run = start("SELECT COUNT(*) FROM trips")) {
            List<QueryRun.Rows> parts = new ArrayList<>();
            do {
                parts.add(run.poll(Duration.ofSeconds(60)));
            } while (!parts.get(parts.size() - 1).ended());
            assertThat(parts.get(parts.size() - 1).finalMessage())
                    .hasValueSatisfying(text -> assertThat(text).startsWith("1 records were left out"));
        }
    }

    @Test
    void whatIsNoSelectIsRefused() {
        for (String text : List.of(
                "DROP TABLE places",
                "WITH x AS (SELECT 1) INSERT INTO places SELECT * FROM x",
                "SELECT TRANSFORM(place) USING 'cat' AS (a) FROM places",
                "SELECT reflect('java.lang.System', 'getenv', 'PATH')",
                "SELECT * FROM json.`/etc/passwd`",
                "SELECT * FROM spark_catalog.default.x",
                "SET x = 1")) {
            assertThatThrownBy(() -> rows(text)).as(text).isInstanceOf(SqlException.class);
        }
        assertThatThrownBy(() -> rows("SELECT * FROM plces"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("There is no stream or table PLCES.")
                .hasMessageContaining("PLACES");
    }

    @Test
    void aQueryThatIsClosedEndsAtOnceAndLeavesRoomForOthers() throws Exception {
        String endless = "SELECT COUNT(*) FROM range(1000000000000000) WHERE id % 7 = -1";
        QueryRun first = start(endless);
        QueryRun second = start(endless);
        assertThatThrownBy(() -> start("SELECT 1"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("2 queries");
        assertThat(first.poll(Duration.ofMillis(300)).ended()).isFalse();
        first.close();
        second.close();
        assertThat(first.poll(Duration.ofSeconds(1)).ended()).isTrue();
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(rows("SELECT 1 AS one")).hasSize(1));
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() throws Exception {
        try (AdHocQueries hurried = queries(new AdHocLimits(Duration.ofSeconds(2), 1));
                QueryRun run = hurried.start(
                        "SELECT COUNT(*) FROM range(1000000000000000) WHERE id % 7 = -1", engine.catalog())) {
            assertThatThrownBy(() -> all(run)).isInstanceOf(SqlException.class).hasMessageContaining("longer than 2 s");
        }
    }

    @Test
    void manyRowsComeInBatches() throws Exception {
        try (QueryRun run = start("SELECT id FROM range(20000)")) {
            assertThat(all(run)).hasSize(20_000);
        }
    }

    private static QueryRun start(String text) {
        return queries.start(text, engine.catalog());
    }

    private static List<List<Object>> rows(String text) throws InterruptedException {
        try (QueryRun run = start(text)) {
            return all(run);
        }
    }

    private static List<List<Object>> all(QueryRun run) throws InterruptedException {
        List<List<Object>> rows = new ArrayList<>();
        QueryRun.Rows next;
        do {
            next = run.poll(Duration.ofSeconds(60));
            for (ResultRow row : next.rows()) {
                rows.add(row.values().stream()
                        .map(value -> value == null ? "none" : value)
                        .toList());
            }
        } while (!next.ended());
        return rows;
    }

    private static byte[] lines(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One table with one row. */
    private static final class Kept implements TableSnapshots {

        @Override
        public boolean isHeld(String table) {
            return table.equals("KEPT");
        }

        @Override
        public Rows open(String table) {
            Iterator<Row> rows = IntStream.range(0, 1)
                    .mapToObj(i -> new Row(new Object[] {"north"}, null, new Object[] {0.5}, null, 77, null))
                    .iterator();
            return new Rows() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    return rows.next();
                }

                @Override
                public void close() {}
            };
        }
    }
}
