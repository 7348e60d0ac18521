package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.KeySpan.Bound;
import io.nrtstreams.sql.plan.KeySpan.Range;
import io.nrtstreams.sql.plan.PullPlan;
import io.nrtstreams.sql.plan.PullPlan.Beyond;
import io.nrtstreams.sql.plan.PullPlan.StreamScan;
import io.nrtstreams.sql.plan.PullPlan.TableLookUp;
import io.nrtstreams.sql.tree.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How queries without EMIT are answered. */
class PullPlannerTest {

    private static final String DECLARED = "CREATE STREAM trips (rider STRING KEY, city STRING, km DOUBLE)"
            + " WITH (KAFKA_TOPIC='trips', VALUE_FORMAT='JSON', PARTITIONS=1);"
            + "CREATE TABLE plain (id INT PRIMARY KEY, v INT) WITH (KAFKA_TOPIC='plain', VALUE_FORMAT='JSON', PARTITIONS=1);"
            + "CREATE SOURCE TABLE given (id INT PRIMARY KEY, v INT) WITH (KAFKA_TOPIC='plain', VALUE_FORMAT='JSON');"
            + "CREATE TABLE totals AS SELECT rider, SUM(km) AS km FROM trips GROUP BY rider;"
            + "CREATE TABLE cities WITH (KEY_FORMAT='JSON') AS SELECT city, rider, COUNT(*) AS n FROM trips GROUP BY city, rider;"
            + "CREATE TABLE numbers AS SELECT id, v FROM plain;"
            + "CREATE TABLE hourly AS SELECT rider, COUNT(*) AS n FROM trips WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY rider;"
            + "CREATE SOURCE TABLE stored (city STRING, km DOUBLE) WITH (LOCATION='s3a://lake/trips', FORMAT='JSON');"
            + "CREATE SOURCE STREAM passing (city STRING, km DOUBLE) WITH (LOCATION='s3a://lake/trips', FORMAT='JSON');";

    private final Engine engine = engine();

    private static Engine engine() {
        Engine engine = Engine.create(
                FunctionRegistry.builtIn(), Formats.withoutRegistry(), new InMemoryTopics(), () -> Instant.EPOCH);
        engine.execute(DECLARED, Map.of());
        return engine;
    }

    private PullPlan plan(String statement, Map<String, String> properties) {
        Statement.Select select =
                (Statement.Select) new SqlParser().parse(statement).get(0).statement();
        return new PullPlanner(engine.catalog(), FunctionRegistry.builtIn(), Formats.withoutRegistry(), properties)
                .plan(select.query(), "PULL_1");
    }

    private static String text(TableLookUp plan) {
        return plan.spans().stream().map(PullPlannerTest::text).collect(Collectors.joining(" | "));
    }

    private static String text(KeySpan span) {
        String columns = span.columns().stream().map(PullPlannerTest::text).collect(Collectors.joining(" "));
        return span.windowStart().equals(Range.ALL) ? columns : columns + " at " + text(span.windowStart());
    }

    private static String text(Range range) {
        if (range.isPoint()) {
            return String.valueOf(range.low().map(Bound::value).orElseThrow());
        }
        return range.low()
                        .map(low -> (low.inclusive() ? "[" : "(") + low.value())
                        .orElse("(")
                + ".."
                + range.high()
                        .map(high -> high.value() + (high.inclusive() ? "]" : ")"))
                        .orElse(")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "totals; rider = 'a'; a",
                "totals; 'a' = rider; a",
                "totals; rider = CONCAT('a', 'b'); ab",
                "totals; rider IN ('a', 'b', 'a'); a | b",
                "totals; rider = 'a' OR rider = 'b'; a | b",
                "totals; rider = 'a' AND km > 3; a",
                "totals; (rider = 'a' OR rider = 'b') AND rider IN ('b', 'c'); a | b",
                "totals; rider = 'a' OR km > 3; (..)",
                "totals; NOT rider = 'a'; (..)",
                "totals; rider <> 'a'; (..)",
                "totals; rider IS NULL; (..)",
                "totals; rider > 'a' AND rider <= 'c'; (a..c]",
                "totals; rider BETWEEN 'a' AND 'c'; [a..c]",
                "totals; 'a' < rider; (a..)",
                "totals; rider LIKE 'ab%c'; [ab..ac)",
                "totals; rider LIKE '%c'; (..)",
                "numbers; id = 7; 7",
                "numbers; id = 7.5; (..)",
                "numbers; id + 1 = 7; (..)",
                "numbers; id = v; (..)",
                "given; id >= 7; [7..)",
                "cities; city = 'x' AND rider = 'a'; x a",
                "cities; city = 'x'; x (..)",
                "cities; rider = 'a'; (..) a",
                "hourly; rider = 'a' AND WINDOWSTART >= 10 AND WINDOWEND < 90; a at [10..)",
                "hourly; rider = 'a' AND WINDOWSTART = 10; a at 10",
            })
    void theConditionTellsWhereRowsAre(String table, String condition, String spans) {
        TableLookUp plan = (TableLookUp) plan("SELECT * FROM " + table + " WHERE " + condition + ";", Map.of());

        assertThat(text(plan)).isEqualTo(spans);
        assertThat(plan.condition()).isPresent();
    }

    @Test
    void withoutAConditionTheWholeTableIsRead() {
        TableLookUp plan = (TableLookUp) plan("SELECT km, rider AS who FROM totals LIMIT 3;", Map.of());

        assertThat(text(plan)).isEqualTo("(..)");
        assertThat(plan.limit()).contains(3L);
        assertThat(plan.columns())
                .extracting(column -> column.name() + " " + column.type() + " " + column.isKey())
                .containsExactly("KM DOUBLE false", "WHO STRING true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM totals WHERE rider = 'a' OR rider = 'b';",
                "SELECT * FROM totals WHERE rider < 'a';",
                "SELECT * FROM cities WHERE rider = 'a' AND city = 'b' AND n > 2;",
                "SELECT * FROM hourly WHERE rider = 'a' AND WINDOWSTART > 5;",
            })
    void lookUpsAreAllowedWhereTableScansAreNot(String statement) {
        assertThat(plan(statement, Map.of(PlanningProperties.TABLE_SCAN, "false")))
                .isInstanceOf(TableLookUp.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM totals;",
                "SELECT * FROM totals WHERE rider < 'a' AND rider > 'b';",
                "SELECT * FROM totals WHERE rider < 'a' OR rider > 'b';",
                "SELECT * FROM totals WHERE rider LIKE 'a%';",
                "SELECT * FROM totals WHERE rider = 'a' OR km > 3;",
                "SELECT * FROM cities WHERE city = 'a';",
                "SELECT * FROM cities WHERE city < 'a';",
                "SELECT * FROM numbers WHERE id < 3;",
                "SELECT * FROM hourly WHERE rider < 'a';",
                "SELECT * FROM hourly WHERE WINDOWSTART > 5;",
            })
    void scansAreRefusedWhereTheyAreForbidden(String statement) {
        assertThatThrownBy(() -> plan(statement, Map.of(PlanningProperties.TABLE_SCAN, "false")))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(PlanningProperties.TABLE_SCAN);
    }

    @Test
    void aRangeIsRefusedWhereRangesAreForbiddenToo() {
        Map<String, String> neither =
                Map.of(PlanningProperties.TABLE_SCAN, "false", PlanningProperties.RANGE_SCAN, "false");

        assertThatThrownBy(() -> plan("SELECT * FROM totals WHERE rider < 'a';", neither))
                .isInstanceOf(SqlException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "SELECT * FROM plain; QUERYABLE_PLAIN",
                "SELECT * FROM nowhere; nowhere",
                "SELECT nothing FROM totals; NOTHING",
                "SELECT km, km FROM totals; two columns",
                "SELECT * FROM totals WHERE rider = 7; STRING",
                "SELECT * FROM totals WHERE km; BOOLEAN",
                "SELECT * FROM totals WHERE WINDOWSTART = 7; WINDOWSTART",
                "SELECT * FROM totals WHERE COUNT(*) > 7; WHERE",
                "SELECT ROWOFFSET FROM totals; ROWOFFSET",
                "SELECT * FROM trips WHERE ROWPARTITION = 1; ROWPARTITION",
                "SELECT * FROM trips PARTITION BY city; PARTITION BY",
                "SELECT rider, COUNT(*) FROM trips WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY rider; WINDOW",
                "SELECT city, COUNT(*) FROM trips GROUP BY city; GROUP BY",
                "SELECT * FROM trips a JOIN trips b WITHIN 1 HOUR ON a.rider = b.rider; JOIN",
                "SELECT * FROM trips ORDER BY km; ORDER BY",
            })
    void whatCannotBeAskedIsRefused(String statement, String named) {
        assertThatThrownBy(() -> plan(statement + ";", Map.of()))
                .isInstanceOf(SqlException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).containsIgnoringCase(named));
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT km FROM totals ORDER BY km, ORDER BY",
        "SELECT km FROM totals GROUP BY km, GROUP BY",
        "SELECT SUM(km) AS s FROM totals, an aggregate function",
        "SELECT DISTINCT km FROM totals, DISTINCT",
        "SELECT * FROM totals a JOIN totals b ON a.rider = b.rider, JOIN",
        "SELECT * FROM (SELECT * FROM totals) x, a sub-query",
    })
    void moreThanALookUpOverTablesIsForABatch(String statement, String clause) {
        assertThat(plan(statement + ";", Map.of())).isEqualTo(new Beyond(clause));
        assertThatThrownBy(() -> plan(statement + ";", Map.of(PlanningProperties.BEYOND, "false")))
                .hasMessageContaining(PlanningProperties.BEYOND);
    }

    @Test
    void overStreamsABatchMustBeAskedFor() {
        String statement = "SELECT city, COUNT(*) AS n FROM trips GROUP BY city;";

        assertThat(plan(statement, Map.of(PlanningProperties.BEYOND, "true"))).isEqualTo(new Beyond("GROUP BY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM stored;",
                "SELECT city, km * 2 AS twice FROM stored WHERE km > 1 LIMIT 5;",
                "SELECT * FROM passing;",
            })
    void objectsAreForABatchWhateverIsAsked(String statement) {
        assertThat(plan(statement, Map.of())).isEqualTo(new Beyond("objects to read"));
        assertThatThrownBy(() -> plan(statement, Map.of(PlanningProperties.BEYOND, "false")))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("lies over objects, which only Spark reads")
                .hasMessageContaining("SET '" + PlanningProperties.BEYOND + "'='true'");
    }

    @Test
    void aStreamOfObjectsHasAnEndAndNeedsNotBeAskedForExpressly() {
        assertThat(plan("SELECT city, COUNT(*) AS n FROM passing GROUP BY city;", Map.of()))
                .isEqualTo(new Beyond("GROUP BY"));
        assertThatThrownBy(() -> plan(
                        "SELECT t.city, COUNT(*) AS n FROM trips t JOIN passing p ON t.city = p.city GROUP BY t.city;",
                        Map.of()))
                .hasMessageContaining(PlanningProperties.BEYOND);
    }

    @Test
    void aStreamIsScanned() {
        PullPlan plan = plan("SELECT rider, km * 2 AS twice FROM trips WHERE km > 1 LIMIT 5;", Map.of());

        assertThat(plan).isInstanceOfSatisfying(StreamScan.class, scan -> {
            assertThat(scan.limit()).contains(5L);
            assertThat(scan.plan().root().schema().value())
                    .extracting(column -> column.name())
                    .isEqualTo(List.of("RIDER", "TWICE"));
        });
    }
}
