package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceStatementsTest {

    private static final String JSON = " WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON');";
    private static final String STREAM = "CREATE STREAM s (k STRING KEY, a INT)" + JSON;

    private final Session session = Session.withTopics("t");

    private DataSource source(String name) {
        return session.engine.catalog().source(name).orElseThrow();
    }

    private List<String> values(String name) {
        return source(name).schema().value().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    private void refused(String statement, String message) {
        assertThatThrownBy(() -> session.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aStreamIsDeclaredOverATopicThatIsThere() {
        assertThat(session.run(STREAM)).isEqualTo(new Outcome.Declared(source("S")));
        assertThat(source("S").isTable()).isFalse();
        assertThat(source("S").partitions()).isEqualTo(1);
        assertThat(source("S").createdBy()).isEmpty();
        assertThat(source("S").statement()).isEqualTo(STREAM);
    }

    @Test
    void aTopicThatIsMissingIsMadeWhenPartitionsAreTold() {
        session.run(
                "CREATE TABLE n (k STRING PRIMARY KEY, a INT) WITH (KAFKA_TOPIC='n', PARTITIONS=3, VALUE_FORMAT='JSON');");
        assertThat(session.topics.partitions("n")).hasValue(3);
        assertThat(source("N").partitions()).isEqualTo(3);
        refused(
                "CREATE STREAM o (a INT) WITH (KAFKA_TOPIC='o', VALUE_FORMAT='JSON');",
                "line 1, column 1: The topic 'o' does not exist. Name an existing one in KAFKA_TOPIC, or add PARTITIONS");
        refused(
                "CREATE STREAM o (a INT) WITH (KAFKA_TOPIC='t', PARTITIONS=2, VALUE_FORMAT='JSON');",
                "The topic 't' exists and has 1 partitions, not 2.");
        session.run("CREATE STREAM o (a INT) WITH (KAFKA_TOPIC='t', PARTITIONS=1, VALUE_FORMAT='JSON');");
    }

    @Test
    void noTopicIsMadeForAStatementThatIsRefused() {
        refused("CREATE STREAM n (a NOTYPE) WITH (KAFKA_TOPIC='n', PARTITIONS=1, VALUE_FORMAT='JSON');", "NOTYPE");
        refused("CREATE STREAM n (a INT, b INT) WITH (KAFKA_TOPIC='n', PARTITIONS=1, VALUE_FORMAT='KAFKA');", "KAFKA");
        session.run(STREAM);
        refused(
                "CREATE OR REPLACE STREAM s (k STRING KEY, a INT) WITH (KAFKA_TOPIC='n', PARTITIONS=1, VALUE_FORMAT='JSON');",
                "OR REPLACE cannot change KAFKA_TOPIC from t to n");
        assertThat(session.topics.partitions("n")).isEmpty();
    }

    @Test
    void aNameIsTakenOnceByStreamsAndTables() {
        session.run(STREAM);
        refused(STREAM, "There is already a stream S. Choose another name, drop it, or use CREATE OR REPLACE.");
        refused("CREATE TABLE s (k STRING PRIMARY KEY)" + JSON, "There is already a stream S.");
        refused("CREATE OR REPLACE TABLE s (k STRING PRIMARY KEY, a INT)" + JSON, "OR REPLACE cannot change that");
        assertThat(session.run("CREATE STREAM IF NOT EXISTS s (b INT) WITH (NOTHING=1);"))
                .isEqualTo(new Outcome.Done("S exists already; nothing was done."));
        assertThat(values("S")).containsExactly("A INTEGER");
        session.run("CREATE STREAM `s` (k STRING KEY, b INT)" + JSON);
        assertThat(values("s")).containsExactly("B INTEGER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (k STRING KEY)                    | the column `A` INTEGER is gone
            (k STRING KEY, b INT, a INT)      | the column `A` INTEGER became `B` INTEGER
            (k STRING KEY, a BIGINT)          | the column `A` INTEGER became `A` BIGINT
            (k INT KEY, a INT)                | OR REPLACE cannot change the key
            (a INT)                           | OR REPLACE cannot change the key
            """)
    void aReplacementMayOnlyAddColumns(String columns, String message) {
        session.run(STREAM);
        refused("CREATE OR REPLACE STREAM s " + columns + JSON, message);
        assertThat(values("S")).containsExactly("A INTEGER");
    }

    @Test
    void aReplacementAddsColumnsAtTheEnd() {
        session.run(STREAM);
        session.run("CREATE OR REPLACE STREAM s (k STRING KEY, a INT, b DOUBLE)" + JSON);
        assertThat(values("S")).containsExactly("A INTEGER", "B DOUBLE");
        session.run("CREATE OR REPLACE STREAM new (k STRING KEY)" + JSON);
        refused(
                "CREATE OR REPLACE STREAM s (k STRING KEY, a INT, b DOUBLE) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='DELIMITED');",
                "OR REPLACE cannot change VALUE_FORMAT from JSON to DELIMITED");
    }

    @Test
    void aSourceIsReadOnly() {
        session.run("CREATE SOURCE STREAM s (k STRING KEY, a INT)" + JSON);
        refused("ALTER STREAM s ADD COLUMN b INT;", "S is a SOURCE STREAM and cannot be altered");
        refused("INSERT INTO s VALUES ('a', 1);", "S is a SOURCE STREAM, which is read only");
        refused(
                "CREATE OR REPLACE STREAM s (k STRING KEY, a INT)" + JSON,
                "S is a SOURCE STREAM, which cannot be replaced");
        refused(
                "DROP STREAM s DELETE TOPIC;",
                "The topic of the SOURCE STREAM S is read only. Leave DELETE TOPIC out.");
        refused("INSERT INTO s SELECT k, a FROM s;", "S");
        assertThat(session.run("DROP STREAM s;")).isEqualTo(new Outcome.Done("S was dropped."));
        refused(
                "CREATE OR REPLACE SOURCE STREAM s (k STRING KEY, a INT)" + JSON,
                "OR REPLACE is not for SOURCE streams and tables");
    }

    @Test
    void alterAddsValueColumns() {
        session.run(STREAM);
        session.run("ALTER STREAM s ADD COLUMN b INT, ADD COLUMN c STRING;");
        assertThat(values("S")).containsExactly("A INTEGER", "B INTEGER", "C STRING");
        refused("ALTER STREAM s ADD COLUMN a INT;", "S already has a column A.");
        refused("ALTER STREAM s ADD COLUMN k INT;", "S already has a column K.");
        refused("ALTER STREAM s ADD COLUMN rowtime INT;", "taken by a pseudo column");
        refused("ALTER STREAM s ADD COLUMN d INT, ADD COLUMN d INT;", "There are two columns D");
        refused("ALTER TABLE s ADD COLUMN d INT;", "S is a stream, not a table.");
        refused("ALTER STREAM ss ADD COLUMN d INT;", "There is no stream or table SS.");
        session.run("CREATE STREAM made AS SELECT k, a FROM s;");
        refused("ALTER STREAM made ADD COLUMN d INT;", "MADE was made by the query CSAS_MADE_0");
        assertThat(values("S")).hasSize(3);
    }

    @Test
    void dropForgetsTheDeclarationAndKeepsTheTopic() {
        session.run(STREAM);
        refused("DROP TABLE s;", "S is a stream, not a table.");
        refused("DROP STREAM r;", "There is no stream or table R.");
        assertThat(session.run("DROP STREAM s;")).isEqualTo(new Outcome.Done("S was dropped."));
        assertThat(session.topics.partitions("t")).hasValue(1);
        assertThat(session.run("DROP STREAM IF EXISTS s;"))
                .isEqualTo(new Outcome.Done("S does not exist; nothing was done."));
        session.run(STREAM + "DROP STREAM s DELETE TOPIC;");
        assertThat(session.topics.partitions("t")).isEmpty();
    }

    @Test
    void dropIsRefusedWhileAQueryReadsOrWrites() {
        session.run(STREAM + "CREATE STREAM o AS SELECT k, a FROM s; INSERT INTO o SELECT k, a + 1 AS a FROM s;"
                + "CREATE STREAM p AS SELECT k, a FROM o;");
        refused(
                "DROP STREAM s DELETE TOPIC;",
                "S is in use by CSAS_O_0, INSERTQUERY_1. TERMINATE these queries first.");
        refused("DROP STREAM o;", "O is in use by CSAS_P_2, INSERTQUERY_1.");
        assertThat(session.topics.partitions("t")).hasValue(1);
        session.run("TERMINATE csas_p_2; TERMINATE insertquery_1;");
        Outcome.Terminated ended = (Outcome.Terminated) session.run("DROP STREAM o;");
        assertThat(ended.queries()).extracting(PersistentQuery::id).containsExactly("CSAS_O_0");
        assertThat(session.engine.queries()).isEmpty();
        assertThat(session.run("DROP STREAM p;")).isEqualTo(new Outcome.Done("P was dropped."));
    }

    @Test
    void aTopicThatOthersAreDeclaredOverIsNotDeleted() {
        session.run(STREAM + STREAM.replace("STREAM s", "STREAM other"));
        refused(
                "DROP STREAM s DELETE TOPIC;",
                "The topic 't' is also that of OTHER. Drop it first, or leave DELETE TOPIC");
        assertThat(session.topics.partitions("t")).hasValue(1);
        assertThat(session.engine.catalog().source("S")).isPresent();
    }

    @Test
    void typesStandForOthersFromThenOn() {
        assertThat(session.run("CREATE TYPE place AS STRUCT<lat DOUBLE, lon DOUBLE>;"))
                .isEqualTo(new Outcome.Done("The type PLACE stands for STRUCT<`LAT` DOUBLE, `LON` DOUBLE>."));
        session.run("CREATE TYPE places AS ARRAY<place>; CREATE STREAM s (a places)" + JSON);
        refused("CREATE TYPE place AS INT;", "There is already a type PLACE.");
        assertThat(session.run("CREATE TYPE IF NOT EXISTS place AS INT;")).isInstanceOf(Outcome.Done.class);
        refused("DROP TYPE plac;", "There is no type PLAC. Did you mean PLACE?");
        assertThat(session.run("DROP TYPE place;")).isEqualTo(new Outcome.Done("The type PLACE was dropped."));
        assertThat(session.run("DROP TYPE IF EXISTS place;"))
                .isEqualTo(new Outcome.Done("The type PLACE does not exist; nothing was done."));
        SqlType.Array kept = (SqlType.Array) source("S").schema().value().get(0).type();
        assertThat(kept.element()).isInstanceOf(SqlType.Struct.class);
        refused("CREATE STREAM q (a place)" + JSON, "PLACE");
        refused("CREATE TYPE self AS STRUCT<a self>;", "SELF");
    }
}
