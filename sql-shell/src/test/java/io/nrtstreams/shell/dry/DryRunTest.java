package io.nrtstreams.shell.dry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.shell.TestScreen;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlParser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final String LOAD =
            "CREATE STREAM load (city STRING KEY, kwh DOUBLE) WITH (KAFKA_TOPIC='load', VALUE_FORMAT='AVRO');";

    private final DryRun dryRun = new DryRun(InstantSource.fixed(Instant.EPOCH));
    private final TestScreen screen = new TestScreen(0);

    private String shown(String script) {
        new SqlParser()
                .parse(script)
                .forEach(statement -> dryRun.run(statement, Map.of()).forEach(block -> block.print(screen.screen())));
        return screen.text();
    }

    @Test
    void aTopicThatNoStatementMakesIsTakenForGranted() {
        assertThat(shown(LOAD)).isEqualTo("""
                STREAM LOAD over the topic load, which is taken for granted
                 Column | Type   |
                --------+--------+-----
                 CITY   | STRING | key
                 KWH    | DOUBLE |
                """);
    }

    @Test
    void aTopicThatAStatementMakesIsNot() {
        assertThat(shown(LOAD.replace("VALUE_FORMAT", "PARTITIONS=3, VALUE_FORMAT")))
                .startsWith("STREAM LOAD over the topic load\n");
    }

    @Test
    void aQueryIsShownWithWhatItWritesItsPlanAndItsStages() {
        assertThat(shown(LOAD + "CREATE TABLE t AS SELECT city, SUM(kwh) AS total FROM load GROUP BY city;"))
                .contains("TABLE T over the topic T\n", " CITY   | STRING | primary key\n", "Query CTAS_T_")
                .contains("aggregate SUM(KWH)", "read stream LOAD from topic load", "stage aggregate");
    }

    @Test
    void aPushQueryIsShownWithItsColumnsAndPlan() {
        assertThat(shown(LOAD + "SELECT kwh * 2 AS twice FROM load EMIT CHANGES;"))
                .contains("Rows as they come\n", " TWICE  | DOUBLE |\n", "read stream LOAD");
    }

    @Test
    void aModelIsShownWithThePlanOfItsRows() {
        assertThat(shown(LOAD + "CREATE MODEL m WITH (TYPE='LINEAR_REGRESSION', LABEL='kwh') AS"
                        + " SELECT kwh, LEN(city) AS letters FROM load;"))
                .contains("Model M of type LINEAR_REGRESSION for KWH from LETTERS");
    }

    @Test
    void whatOnlyAServerCanDoIsSaidToBe() {
        assertThat(shown("SHOW CONNECTORS;"))
                .isEqualTo("Only a server can do this; it was read and nothing is wrong with its form.\n");
    }

    @Test
    void nothingIsDeclaredByAStatementThatIsRefused() {
        assertThatThrownBy(() -> shown(LOAD + "CREATE TABLE t AS SELECT nothing FROM load;"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("NOTHING");

        assertThat(shown("SHOW TABLES;")).endsWith("There are none.\n");
    }
}
