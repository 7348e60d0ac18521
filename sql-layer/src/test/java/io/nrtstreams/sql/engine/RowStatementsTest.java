package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowStatementsTest {

    private final Session session = Session.withTopics("s", "t", "p", "h", "w", "d", "x");

    @BeforeEach
    void sources() {
        session.run("CREATE STREAM s (k STRING KEY, i INT, b BIGINT, d DOUBLE, n DECIMAL(5, 2), t TIMESTAMP,"
                + " a ARRAY<DOUBLE>, m MAP<STRING, INT>, r STRUCT<x INT, y STRING>)"
                + " WITH (KAFKA_TOPIC='s', VALUE_FORMAT='JSON');"
                + "CREATE TABLE t (k STRING PRIMARY KEY, v INT) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON');"
                + "CREATE TABLE p (k STRING PRIMARY KEY, l INT PRIMARY KEY, v INT)"
                + " WITH (KAFKA_TOPIC='p', FORMAT='JSON');"
                + "CREATE STREAM h (k STRING KEY, v INT, o BYTES HEADER('o')) WITH (KAFKA_TOPIC='h', VALUE_FORMAT='JSON');"
                + "CREATE TABLE w (k STRING PRIMARY KEY, v INT)"
                + " WITH (KAFKA_TOPIC='w', VALUE_FORMAT='JSON', WINDOW_TYPE='SESSION');"
                + "CREATE STREAM d (v STRING) WITH (KAFKA_TOPIC='d', VALUE_FORMAT='KAFKA');"
                + "CREATE STREAM x (v INT) WITH (KAFKA_TOPIC='x', VALUE_FORMAT='JSON');");
    }

    private void refused(String statement, String message) {
        assertThatThrownBy(() -> session.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void valuesWithoutColumnsAreAllOfThemKeyFirst() {
        session.run("INSERT INTO t VALUES ('a', 1);");
        assertThat(session.records("t")).containsExactly("a -> {\"V\":1} @1000");
    }

    @Test
    void columnsLeftOutAreNull() {
        session.run("INSERT INTO s (d, k) VALUES (1.5, 'a'); INSERT INTO s (d) VALUES (2);");
        assertThat(session.records("s"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("a -> {\"I\":null")
                .contains("\"D\":1.5");
        assertThat(session.records("s").get(1)).startsWith("null -> ").contains("\"D\":2.0");
    }

    @Test
    void rowtimeIsTheRecordsTime() {
        session.run("INSERT INTO t (rowtime, k, v) VALUES (7, 'a', 1); INSERT INTO t (k, rowtime) VALUES ('b', NULL);"
                + "INSERT INTO t (rowtime, k, v) VALUES (1 + 7, 'a', 1);");
        assertThat(session.records("t"))
                .containsExactly("a -> {\"V\":1} @7", "b -> {\"V\":null} @1000", "a -> {\"V\":1} @8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            b | 1                     | "B":1
            d | 1                     | "D":1.0
            d | 1.25                  | "D":1.25
            d | -(1 + 2) * 2          | "D":-6.0
            n | 1                     | "N":1.00
            n | 1.5                   | "N":1.50
            t | '1970-01-01T00:00:01' | "T":1000
            a | ARRAY[1, NULL, 2.5]   | "A":[1.0,null,2.5]
            m | MAP('x' := 1)         | "M":{"x":1}
            r | STRUCT(y := 'z')      | "R":{"X":null,"Y":"z"}
            i | LEN('four')           | "I":4
            i | CAST('12' AS INT)     | "I":12
            i | NULL                  | "I":null
            """)
    void valuesBecomeTheColumnsType(String column, String value, String json) {
        session.run("INSERT INTO s (k, " + column + ") VALUES ('a', " + value + ");");
        assertThat(session.records("s")).singleElement().asString().contains(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INSERT INTO u VALUES (1)                       | line 1, column 1: There is no stream or table U.
            INSERT INTO t VALUES ('a')                     | There are 1 values for 2 columns (K, V). Give one value for each.
            INSERT INTO t (k) VALUES ('a', 1)              | 1 columns are named, but 2 values are given
            INSERT INTO t (k, k) VALUES ('a', 'b')         | The column K is named twice.
            INSERT INTO t (k, vv) VALUES ('a', 1)          | T has no column VV.
            INSERT INTO t (v) VALUES (1)                   | A row of the table T needs its key: give a value for K.
            INSERT INTO t VALUES (NULL, 1)                 | A row of the table T needs its key
            INSERT INTO p (k, v) VALUES ('a', 1)           | give a value for L
            INSERT INTO t VALUES ('a', 'one')              | line 1, column 28: The value of V: A value of type INTEGER is needed, not of type STRING
            INSERT INTO t VALUES ('a', 1.5)                | The value of V: A value of type INTEGER is needed
            INSERT INTO t VALUES ('a', 3000000000)         | The value of V: A value of type INTEGER is needed
            INSERT INTO s (n) VALUES (1.555)               | The number has more digits than DECIMAL(5, 2) holds
            INSERT INTO s (n) VALUES (12345)               | The value of N
            INSERT INTO s (r) VALUES (STRUCT(q := 1))      | The struct has a field Q
            INSERT INTO t VALUES (a, 1)                    | names the column A, but VALUES are constants. Texts stand in single quotes.
            INSERT INTO t VALUES ('a', 1 / 0)              | The value of V cannot be computed as INTEGER
            INSERT INTO h (k, o) VALUES ('a', 'b')         | The column O is filled from headers, which cannot be inserted.
            INSERT INTO w VALUES ('a', 1)                  | W has windowed keys, and a window cannot be given
            INSERT INTO t (rowtime, k) VALUES ('x', 'a')   | The value of ROWTIME
            INSERT INTO t (rowtime, k) VALUES (-1, 'a')    | ROWTIME cannot be negative
            INSERT INTO t (rowoffset, k) VALUES (1, 'a')   | T has no column ROWOFFSET.
            """)
    void aRowThatCannotBeIsRefused(String statement, String message) {
        refused(statement + ";", message);
        assertThat(session.records("t")).isEmpty();
    }

    @Test
    void aRowThatTheFormatCannotHoldIsRefused() {
        String schema = "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"V\",\"type\":\"long\"}]}";
        int id = session.registry.register("d-value", new SchemaText(Kind.AVRO, schema, List.of()));
        session.run("CREATE STREAM pinned (k STRING KEY) WITH (KAFKA_TOPIC='d', VALUE_FORMAT='AVRO', VALUE_SCHEMA_ID="
                + id + ");");
        refused(
                "INSERT INTO pinned (k, v) VALUES ('a', NULL);",
                "line 1, column 1: The row cannot be written as KAFKA and AVRO: column V is null");
    }

    @Test
    void deleteWritesARecordWithoutValue() {
        session.run("DELETE FROM t WHERE k = 'a'; DELETE FROM p WHERE l = 1 AND k = 'b';");
        assertThat(session.records("t")).containsExactly("a -> null @1000");
        assertThat(session.records("p")).containsExactly("{\"K\":\"b\",\"L\":1} -> null @1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DELETE FROM u WHERE k = 'a'              | There is no stream or table U.
            DELETE FROM s WHERE k = 'a'              | S is a stream; only rows of tables can be deleted.
            DELETE FROM w WHERE k = 'a'              | W has windowed keys, and a window cannot be given: nothing can be deleted.
            DELETE FROM t WHERE v = 1                | DELETE deletes one row by its key: write WHERE K = value.
            DELETE FROM t WHERE k <> 'a'             | DELETE deletes one row by its key
            DELETE FROM t WHERE k = 'a' OR k = 'b'   | DELETE deletes one row by its key
            DELETE FROM t WHERE k = 'a' AND k = 'b'  | The key column K is given twice.
            DELETE FROM t WHERE k = NULL             | DELETE needs the whole key: add K = … to WHERE.
            DELETE FROM p WHERE k = 'a'              | DELETE needs the whole key: add L = … to WHERE.
            DELETE FROM p WHERE l = 'a' AND k = 'a'  | The value of L: A value of type INTEGER is needed
            """)
    void aDeletionThatCannotBeIsRefused(String statement, String message) {
        refused(statement + ";", message);
        assertThat(session.records("t")).isEmpty();
    }
}
