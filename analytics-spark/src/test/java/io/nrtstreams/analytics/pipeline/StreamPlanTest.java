package io.nrtstreams.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.Shipped;
import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.config.DefinitionReader;
import io.nrtstreams.analytics.config.Problems;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The SQL of the shipped pipelines over records as the feeds produce them. */
class StreamPlanTest {
    private static final StructType KAFKA = StructType.fromDDL(
            "key BINARY, value BINARY, topic STRING, partition INT, offset BIGINT, timestamp TIMESTAMP");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SparkSession session = TestSpark.session().newSession();
    private final List<Row> records = new ArrayList<>();

    private void record(long seconds, String key, String value) {
        records.add(RowFactory.create(
                key.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                value.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "topic",
                0,
                (long) records.size(),
                Timestamp.from(NOON.plusSeconds(seconds))));
    }

    private static PipelineDefinition shipped(String name) {
        Problems problems = new Problems();
        DefinitionReader reader = new DefinitionReader(Shipped.environment(), problems);
        PipelineDefinition pipeline = PipelineParser.parse(reader.settings(
                reader.read(Shipped.sparkSql().resolve(name + ".json")).orElseThrow()));
        problems.throwIfAny();
        return pipeline;
    }

    private List<String> published(String name) {
        PipelineDefinition pipeline = shipped(name);
        Dataset<Row> rows =
                new StreamPlan(session, (s, source, kafka) -> s.createDataFrame(records, KAFKA)).rows(pipeline);
        return StreamPlan.asRecords(rows, (Sink.Topic) pipeline.sink()).orderBy("key").collectAsList().stream()
                .map(row -> row.getString(0) + " = " + row.getString(1))
                .toList();
    }

    @Test
    void engagementIsByUserAndCategory() {
        record(0, "5000001", "{\"time\":1.5,\"category\":\"Dance\",\"watchTime\":10,\"liked\":1}");
        record(2, "5000001", "{\"time\":1.5,\"category\":\"Dance\",\"watchTime\":15,\"liked\":0}");
        record(1, "5000001", "{\"time\":1.5,\"category\":\"Home reno/DIY\",\"watchTime\":3,\"liked\":1}");

        assertThat(published("tiktok_engagement"))
                .containsExactly(
                        "{\"user_id\":\"5000001\",\"category\":\"Dance\"} = {\"user_id\":\"5000001\",\"category\":\"Dance\","
                                + "\"avg_watch_time\":12.5,\"total_viewed\":2,\"likes\":1,"
                                + "\"last_event_time\":\"2026-11-22T12:00:02.000Z\"}",
                        "{\"user_id\":\"5000001\",\"category\":\"Home reno/DIY\"} = {\"user_id\":\"5000001\","
                                + "\"category\":\"Home reno/DIY\",\"avg_watch_time\":3.0,\"total_viewed\":1,\"likes\":1,"
                                + "\"last_event_time\":\"2026-11-22T12:00:01.000Z\"}");
    }

    @Test
    void energyIsByHouseAndMinuteOfTheRecordsTime() {
        record(1, "12345434", "{\"time\":1,\"userId\":12345434,\"usage\":0.25,\"location\":\"Pune\"}");
        record(59, "12345434", "{\"time\":1,\"userId\":12345434,\"usage\":0.5,\"location\":\"Pune\"}");
        record(60, "12345434", "{\"time\":1,\"userId\":12345434,\"usage\":0.125,\"location\":\"Pune\"}");

        assertThat(published("energy_by_house_minute"))
                .containsExactly(
                        "{\"minute\":\"2026-11-22T12:00:00.000Z\",\"house\":\"12345434\"} = {\"minute\":\"2026-11-22T12:00:00.000Z\","
                                + "\"house\":\"12345434\",\"location\":\"Pune\",\"readings\":2,\"usage_sum\":0.75,"
                                + "\"usage_avg\":0.375,\"last_event_time\":\"2026-11-22T12:00:59.000Z\"}",
                        "{\"minute\":\"2026-11-22T12:01:00.000Z\",\"house\":\"12345434\"} = {\"minute\":\"2026-11-22T12:01:00.000Z\","
                                + "\"house\":\"12345434\",\"location\":\"Pune\",\"readings\":1,\"usage_sum\":0.125,"
                                + "\"usage_avg\":0.125,\"last_event_time\":\"2026-11-22T12:01:00.000Z\"}");
    }

    @Test
    void weatherIsReadFromPythonDictsAndWhatIsNoneIsLeftOut() {
        record(0, "Pune India", dict("'Pune'", "68.0", "51"));
        record(5, "Pune India", dict("'Pune'", "70.0", "nan"));
        record(3, "Pune India", dict("'Pune'", "66.0", "49"));
        record(6, "Pune India", "{'message': 'You have exceeded the rate limit', 'name': None}");
        record(7, "Pune India", "{'location': {'name': 'Pune', 'reg");
        record(8, "Pune India", dict("'Pune'", "None", "50"));
        record(9, "Pune India", dict("None", "68.0", "50"));
        record(9, "Pune India", dict("'Pune'", "680.0", "50"));

        assertThat(published("weather_by_city"))
                .containsExactly(
                        "Pune = {\"city\":\"Pune\",\"temp_f_latest\":70.0,\"temp_f_avg\":68.0,\"humidity_avg\":50.0,"
                                + "\"readings\":3,\"last_event_time\":\"2026-11-22T12:00:05.000Z\"}");
    }

    @Test
    void wordsOfPythonInsideTextsStayAsTheyAre() {
        record(0, "X", dict("\"O'Hare: None, True: nan\"", "50.0", "50"));

        assertThat(published("weather_by_city")).first().asString().startsWith("O'Hare: None, True: nan = ");
    }

    private static String dict(String name, String temperature, String humidity) {
        return "{'location': {'name': " + name + ", 'region': \"O'Hare\", 'localtime': '2022-11-30 1:59'}, 'current':"
                + " {'temp_c': 20.0, 'temp_f': " + temperature + ", 'is_day': True, 'humidity': " + humidity
                + ", 'cloud': False}}";
    }
}
