package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingsTest {

    private static final String COUNT =
            "CREATE TABLE n AS SELECT k, COUNT(*) AS c FROM s WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY k;";

    private final Session session = Session.withTopics("in");

    @BeforeEach
    void someSources() {
        session.run("CREATE STREAM s (k STRING KEY, a INT, at BIGINT, o BYTES HEADER('o'), `x y` ARRAY<INT>)"
                + " WITH (KAFKA_TOPIC='in', VALUE_FORMAT='JSON', TIMESTAMP='at');" + COUNT
                + "CREATE TYPE pair AS STRUCT<l INT, r INT>;");
    }

    @Test
    void streamsAndTablesAreListedApartInTheOrderOfTheirDeclaration() {
        session.run("CREATE STREAM a WITH (KAFKA_TOPIC='z', VALUE_FORMAT='DELIMITED') AS SELECT k, a FROM s;");
        assertThat(((Outcome.Listing) session.run("SHOW STREAMS;")).headings())
                .containsExactly("Name", "Topic", "Key format", "Value format", "Windowed");
        assertThat(session.rows("SHOW STREAMS;"))
                .containsExactly(
                        List.of("S", "in", "KAFKA", "JSON", "no"), List.of("A", "z", "KAFKA", "DELIMITED", "no"));
        assertThat(session.rows("LIST TABLES;")).containsExactly(List.of("N", "N", "KAFKA", "JSON", "TUMBLING"));
    }

    @Test
    void queriesAreListedWithTheirStatements() {
        assertThat(session.rows("SHOW QUERIES;")).containsExactly(List.of("CTAS_N_0", "N", "RUNNING", COUNT));
    }

    @Test
    void typesAndPropertiesAreListed() {
        assertThat(session.rows("SHOW TYPES;")).containsExactly(List.of("PAIR", "STRUCT<`L` INTEGER, `R` INTEGER>"));
        session.run("SET 'b' = '2'; SET 'a' = '1';");
        assertThat(session.rows("SHOW PROPERTIES;")).containsExactly(List.of("a", "1"), List.of("b", "2"));
    }

    @Test
    void functionsAreListedAndDescribed() {
        assertThat(session.rows("SHOW FUNCTIONS;"))
                .extracting(row -> row.get(0))
                .isSorted()
                .contains("COUNT", "LEN", "EXPLODE");
        assertThat(session.text("DESCRIBE FUNCTION len;"))
                .contains("Name           LEN")
                .contains("Kind           SCALAR")
                .contains("LEN(STRING) -> INTEGER");
        assertThatThrownBy(() -> session.run("DESCRIBE FUNCTION lem;"))
                .hasMessage("line 1, column 1: There is no function LEM. Did you mean LEN? SHOW FUNCTIONS lists them.");
    }

    @Test
    void describeListsTheColumnsAndTheirRoles() {
        assertThat(session.rows("DESCRIBE s;"))
                .containsExactly(
                        List.of("K", "STRING", "(key)"),
                        List.of("A", "INTEGER", ""),
                        List.of("AT", "BIGINT", ""),
                        List.of("x y", "ARRAY<INTEGER>", ""),
                        List.of("O", "BYTES", "(header 'o')"));
        assertThat(session.rows("DESCRIBE n;"))
                .containsExactly(List.of("K", "STRING", "(primary key)"), List.of("C", "BIGINT", ""));
        assertThatThrownBy(() -> session.run("DESCRIBE m;"))
                .hasMessage("line 1, column 1: There is no stream or table M.");
    }

    @Test
    void describeExtendedTellsTheTopicAndTheQueries() {
        assertThat(session.text("DESCRIBE n EXTENDED;"))
                .contains("Name           N")
                .contains("Kind           table")
                .contains("Topic          N (1 partitions)")
                .contains("Window         TUMBLING")
                .contains("Written by     CTAS_N_0")
                .doesNotContain("Read by")
                .contains("Statement      " + COUNT)
                .contains("Column         `K` STRING (key)");
        assertThat(session.text("DESCRIBE s EXTENDED;"))
                .contains("Timestamp      AT")
                .contains("Read by        CTAS_N_0")
                .doesNotContain("Written by");
    }

    @Test
    void allStreamsOrTablesAreDescribedAtOnce() {
        session.run("CREATE STREAM a AS SELECT k, a FROM s;");
        assertThat(session.text("DESCRIBE STREAMS;").lines())
                .contains("Name           S", "Column         `K` STRING (key)", "", "Name           A")
                .noneMatch(line -> line.startsWith("Topic"));
        assertThat(session.text("DESCRIBE TABLES EXTENDED;")).isEqualTo(session.text("DESCRIBE n EXTENDED;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOW TOPICS;",
                "SHOW VARIABLES;",
                "SHOW CONNECTORS;",
                "PRINT s;",
                "SET 'a' = 'b';",
                "UNSET 'a';",
                "DEFINE a = 'b';",
                "UNDEFINE a;",
                "RUN SCRIPT 'x.sql';",
                "DROP CONNECTOR c;",
                "SELECT * FROM n;"
            })
    void whatIsNotTheEnginesIsLeftToTheHost(String statement) {
        assertThat(session.run(statement)).isInstanceOf(Outcome.ForHost.class);
    }
}
