package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.batch.SparkService;
import io.nrtstreams.analytics.s3.TestS3;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SELECTs over HTTP of what lies in S3, each row a JSON array as clients get it. */
class ServedObjectsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of(System.getProperty("nrt.home", ".."), "docs/sql/history.md");

    @TempDir
    private static Path folder;

    private static SparkService spark;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        TestS3 store = TestS3.shared();
        spark = new SparkService("objects", folder);
        server = TestServer.of(spark.service());
        put(store, "served/json/day=2026-11-21/a+0+0.json", """
                {"place":"north","km":1,"at":{"lat":51.5}}
                {"place":"south","km":2}
                """);
        put(store, "served/json/day=2026-11-22/a+0+2.json", "{\"place\":\"east\",\"km\":3}\n");
        put(store, "served/csv/day=2026-11-21/a+0+0.csv", "place,km,at\nnorth,1,\"{\"\"lat\"\":51.5}\"\nsouth,2,\n");
        put(store, "served/csv/day=2026-11-22/a+0+2.csv", "km,place\n3,east\n");
        SparkSession session = TestSpark.session();
        parquet(session, store, "21", "('north', 1, NAMED_STRUCT('lat', 51.5D)), ('south', 2, NULL)");
        parquet(session, store, "22", "('east', 3, CAST(NULL AS STRUCT<lat: DOUBLE>))");
        for (String format : List.of("json", "csv", "parquet")) {
            statement("CREATE SOURCE TABLE by_" + format
                    + " (day DATE, place STRING, km INT, at STRUCT<lat DOUBLE>) WITH (LOCATION='"
                    + store.folder("served/" + format) + "', FORMAT='" + format + "');");
        }
    }

    private static void put(TestS3 store, String object, String text) throws Exception {
        store.put(store.folder(object), text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static void parquet(SparkSession session, TestS3 store, String day, String rows) {
        session.sql("SELECT * FROM VALUES " + rows + " AS t(place, km, at)")
                .coalesce(1)
                .write()
                .parquet(store.folder("served/parquet/day=2026-11-" + day));
    }

    @AfterAll
    static void stop() {
        server.close();
        spark.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY_JSON", "BY_CSV", "BY_PARQUET"})
    void allRowsOfATableAreGiven(String table) throws Exception {
        assertThat(rows("SELECT * FROM " + table + ";"))
                .containsExactlyInAnyOrder(
                        "[\"2026-11-21\",\"north\",1,{\"LAT\":51.5}]",
                        "[\"2026-11-21\",\"south\",2,null]",
                        "[\"2026-11-22\",\"east\",3,null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY_JSON", "BY_CSV", "BY_PARQUET"})
    void conditionsChooseAmongRowsAndFolders(String table) throws Exception {
        assertThat(rows("SELECT place FROM " + table + " WHERE km > 1;"))
                .containsExactlyInAnyOrder("[\"south\"]", "[\"east\"]");
        assertThat(rows("SELECT place FROM " + table + " WHERE day = DATE '2026-11-22';"))
                .containsExactly("[\"east\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY_JSON", "BY_CSV", "BY_PARQUET"})
    void aLimitIsAsManyRows(String table) throws Exception {
        assertThat(rows("SELECT * FROM " + table + " LIMIT 2;")).hasSize(2);
        assertThat(rows("SELECT * FROM " + table + " WHERE km > 2 LIMIT 2;")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BY_JSON", "BY_CSV", "BY_PARQUET"})
    void expressionsAreComputed(String table) throws Exception {
        assertThat(rows("SELECT UCASE(place) AS p, km * 2 AS twice, at->lat AS lat FROM " + table + " WHERE km = 1;"))
                .containsExactly("[\"NORTH\",2,51.5]");
    }

    @Test
    void theColumnsAreToldBeforeTheRows() throws Exception {
        HttpResponse<String> answer =
                server.post("/query-stream", "{\"sql\": \"SELECT place, km FROM by_csv WHERE km = 1;\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0))
                .contains("\"columnNames\":[\"PLACE\",\"KM\"]", "\"columnTypes\":[\"STRING\",\"INTEGER\"]");
        assertThat(lines.subList(1, lines.size())).containsExactly("[\"north\",1]");
    }

    @Test
    void theExamplesOfTheGuideAreAnswered() throws Exception {
        TestS3 store = TestS3.shared();
        put(store, "guide/day=2026-10-31/city=pune/a.json", reading("2026-10-31T09:00:00Z", 7));
        put(store, "guide/day=2026-11-01/city=pune/a.json", reading("2026-11-01T09:10:00Z", 1));
        put(store, "guide/day=2026-11-02/city=pune/a.json", reading("2026-11-02T09:20:00Z", 2));
        put(store, "guide/day=2026-11-02/city=oslo/a.json", reading("2026-11-02T09:30:00Z", 4));

        statement(example("CREATE SOURCE TABLE readings_stored"));
        assertThat(rows(example("SELECT city, AVG(usage) FROM readings_stored")))
                .containsExactlyInAnyOrder("[\"pune\",1.5]", "[\"oslo\",4.0]");
        statement(example("CREATE SOURCE STREAM readings_passing"));
        assertThat(rows(example("SELECT city, COUNT(*) FROM readings_passing")))
                .containsExactlyInAnyOrder("[\"pune\",1]", "[\"pune\",1]", "[\"oslo\",1]", "[\"pune\",1]");
    }

    private static String reading(String time, int usage) {
        return "{\"kafka_key\":\"7\",\"kafka_timestamp\":\"" + time + "\",\"usage\":" + usage
                + ",\"location\":{\"name\":\"cellar\"}}\n";
    }

    /** The statement of the page that begins so, over the objects of this test. */
    private static String example(String beginning) throws Exception {
        var found = Pattern.compile(Pattern.quote(beginning) + "[^;]*;").matcher(Files.readString(PAGE));
        assertThat(found.find()).as(beginning).isTrue();
        return found.group().replace("s3a://lake/raw/readings", TestS3.shared().folder("guide"));
    }

    private static void statement(String text) throws Exception {
        HttpResponse<String> answer = server.post("/ksql", JSON.writeValueAsString(Map.of("ksql", text)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> rows(String text) throws Exception {
        HttpResponse<String> answer = server.post("/query", JSON.writeValueAsString(Map.of("ksql", text)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> rows = new ArrayList<>();
        for (JsonNode element : JSON.readTree(answer.body())) {
            assertThat(element.has("errorMessage")).as(element.toString()).isFalse();
            if (element.has("row")) {
                rows.add(element.path("row").path("columns").toString());
            }
        }
        return rows;
    }
}
