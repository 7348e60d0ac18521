package io.nrtstreams.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.query.LiveService.Answer;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SELECT without EMIT over a real broker. */
class LookUpsTest {

    private final LiveService live = LiveService.start();
    private final String topic = "lookups_" + UUID.randomUUID();

    @BeforeEach
    void declare() {
        live.execute("CREATE STREAM trips (rider STRING KEY, km DOUBLE, at BIGINT) WITH (KAFKA_TOPIC='" + topic
                + "', PARTITIONS=3, VALUE_FORMAT='JSON', TIMESTAMP='at');"
                + "CREATE TABLE totals WITH (KAFKA_TOPIC='" + topic
                + "_totals') AS SELECT rider, COUNT(*) AS trips, SUM(km) AS km FROM trips GROUP BY rider;"
                + "CREATE TABLE hourly WITH (KAFKA_TOPIC='" + topic + "_hourly') AS SELECT rider, COUNT(*) AS trips"
                + " FROM trips WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY rider;");
        insert("ada", 1.5, 1_000);
        insert("bob", 2.5, 2_000);
        insert("ada", 3.0, 3_600_001);
        insert("cleo", 4.0, 7_200_000);
        live.await(
                "SELECT COUNT(*) AS n FROM trips EMIT CHANGES LIMIT 4;", List.of(row(1L), row(2L), row(3L), row(4L)));
        live.await("SELECT rider, trips FROM totals;", List.of(row("ada", 2L), row("bob", 1L), row("cleo", 1L)));
    }

    private void insert(String rider, double km, long at) {
        live.execute("INSERT INTO trips VALUES ('" + rider + "', " + km + "E0, " + at + ");");
    }

    private static List<Object> row(Object... values) {
        return List.of(values);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void rowsAreFoundByKeyRangeAndCondition() {
        assertThat(live.ask("SELECT * FROM totals WHERE rider = 'ada';").values())
                .containsExactly(row("ada", 2L, 4.5));
        assertThat(live.ask("SELECT * FROM totals WHERE rider = 'nobody';").values())
                .isEmpty();
        assertThat(live.ask("SELECT rider FROM totals WHERE rider IN ('cleo', 'ada', 'x');")
                        .values())
                .containsExactly(row("ada"), row("cleo"));
        assertThat(live.ask("SELECT rider FROM totals WHERE rider >= 'b' AND rider < 'c';")
                        .values())
                .containsExactly(row("bob"));
        assertThat(live.ask("SELECT rider FROM totals WHERE rider LIKE 'c%o';").values())
                .containsExactly(row("cleo"));
        assertThat(live.ask("SELECT rider FROM totals WHERE rider > 'a' OR rider > 'b';")
                        .values())
                .containsExactly(row("ada"), row("bob"), row("cleo"));
        assertThat(live.ask("SELECT UCASE(rider) AS who, km * 2 AS twice FROM totals WHERE trips > 1;")
                        .values())
                .containsExactly(row("ADA", 9.0));
        assertThat(live.ask("SELECT rider FROM totals LIMIT 2;").values()).hasSize(2);
        assertThat(live.ask("SELECT rider FROM totals LIMIT 0;").values()).isEmpty();
    }

    @Test
    void windowsAreFoundByTheirBounds() {
        live.await(
                "SELECT * FROM hourly WHERE rider = 'ada';",
                List.of(row("ada", 0L, 3_600_000L, 1L), row("ada", 3_600_000L, 7_200_000L, 1L)));

        assertThat(live.ask("SELECT * FROM hourly WHERE rider = 'ada' AND WINDOWSTART = 3600000;")
                        .values())
                .containsExactly(row("ada", 3_600_000L, 7_200_000L, 1L));
        assertThat(live.ask("SELECT rider FROM hourly WHERE rider = 'ada' AND WINDOWEND <= 3600000;")
                        .values())
                .containsExactly(row("ada"));
        assertThat(live.ask(
                                "SELECT rider, ROWTIME FROM hourly WHERE rider = 'ada' AND WINDOWSTART > '1970-01-01T00:30';")
                        .values())
                .containsExactly(row("ada", 3_600_001L));
    }

    @Test
    void windowsAreForgottenWhenTheirRetentionIsOver() {
        insert("ada", 1.0, 864_000_000);

        live.await("SELECT WINDOWSTART, trips FROM hourly WHERE rider = 'ada';", List.of(row(864_000_000L, 1L)));
    }

    @Test
    void theHeaderTellsKeysOfTables() {
        Answer answer = live.ask("SELECT ROWTIME, rider, WINDOWSTART, trips FROM hourly WHERE rider = 'x';");

        assertThat(answer.header().queryId()).isEmpty();
        assertThat(answer.header().columns())
                .containsExactly(
                        new ResultColumn("ROWTIME", SqlTypes.BIGINT, false),
                        new ResultColumn("RIDER", SqlTypes.STRING, true),
                        new ResultColumn("WINDOWSTART", SqlTypes.BIGINT, true),
                        new ResultColumn("TRIPS", SqlTypes.BIGINT, false));
    }

    @Test
    void aStreamIsReadToItsEndInTheOrderOfTime() {
        Answer all = live.ask("SELECT rider, km FROM trips;");
        Answer two = live.ask("SELECT rider FROM trips WHERE km > 2 LIMIT 2;");

        assertThat(all.values())
                .containsExactlyInAnyOrder(row("ada", 1.5), row("bob", 2.5), row("ada", 3.0), row("cleo", 4.0));
        assertThat(all.finalMessage()).contains("Query Completed");
        assertThat(two.values()).hasSize(2);
        assertThat(two.finalMessage()).contains("Limit Reached");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheRemedy() {
        live.execute("CREATE TABLE plain (id INT PRIMARY KEY, v INT) WITH (KAFKA_TOPIC='" + topic
                + "_plain', PARTITIONS=1, VALUE_FORMAT='JSON');");

        assertThatThrownBy(() -> live.ask("SELECT * FROM plain WHERE id = 1;"))
                .hasMessageContaining("CREATE TABLE QUERYABLE_PLAIN AS SELECT");
        assertThatThrownBy(() -> live.ask("SELECT * FROM totals WHERE rider = 7;"))
                .hasMessageContaining("STRING");
        assertThatThrownBy(() -> live.ask("SELECT * FROM totals WHERE WINDOWSTART = 7;"))
                .hasMessageContaining("WINDOWSTART");
        assertThatThrownBy(() -> live.ask("SELECT trips, COUNT(*) FROM totals GROUP BY trips;"))
                .hasMessageContaining("GROUP BY");
        assertThatThrownBy(() -> live.ask(
                        "SELECT * FROM totals;",
                        LiveService.with(Map.of("ksql.query.pull.table.scan.enabled", "false"))))
                .hasMessageContaining("ksql.query.pull.table.scan.enabled");
    }

    @Test
    void sourceTablesAreStoredToo() {
        live.execute("CREATE SOURCE TABLE copied (rider STRING PRIMARY KEY, trips BIGINT) WITH (KAFKA_TOPIC='" + topic
                + "_totals', VALUE_FORMAT='JSON');");

        assertThat(live.ask("SELECT * FROM copied WHERE rider = 'ada';").values())
                .containsExactly(row("ada", 2L));
    }

    @Test
    void topicsArePrintedAsTheyAre() {
        List<List<Object>> lines =
                live.ask("PRINT '" + topic + "_totals' FROM BEGINNING LIMIT 2;").values();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).containsExactly("Key format: KAFKA_STRING");
        assertThat(lines.get(1)).containsExactly("Value format: JSON or KAFKA_STRING");
        assertThat(String.valueOf(lines.get(2).get(0)))
                .contains("rowtime: 1970-01-01 00:00:01.000Z, key: ", "\"TRIPS\":1");
    }
}
