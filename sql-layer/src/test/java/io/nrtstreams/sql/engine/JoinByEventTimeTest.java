package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JoinByEventTimeTest {

    private static final String PROPERTY = "nrt.join.stream.table";
    private static final String JOIN = "CREATE STREAM o AS SELECT u.k AS k, v, city FROM u LEFT JOIN t ON u.k = t.k;";
    private static final List<String> CHANGES = List.of("(10, 'a', 'Pune')", "(20, 'a', 'Delhi')", "(30, 'a', 'Goa')");

    private static Session session(String property) {
        Session session = Session.withTopics("u", "t");
        session.run("CREATE STREAM u (k STRING KEY, v INT) WITH (KAFKA_TOPIC='u', VALUE_FORMAT='JSON');"
                + "CREATE TABLE t (k STRING PRIMARY KEY, city STRING) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON');"
                + (property.isEmpty() ? "" : "SET '" + PROPERTY + "' = '" + property + "';")
                + JOIN);
        return session;
    }

    static Stream<List<Integer>> orders() {
        return Stream.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theAnswerIsTheSameInWhateverOrderTheTableChanges(List<Integer> order) {
        Session session = session("event-time");
        order.forEach(i -> session.run("INSERT INTO t (rowtime, k, city) VALUES " + CHANGES.get(i) + ";"));
        for (int time : new int[] {35, 5, 25, 10}) {
            session.run("INSERT INTO u (rowtime, k, v) VALUES (" + time + ", 'a', " + time + ");");
        }
        assertThat(session.records("O"))
                .containsExactly(
                        "a -> {\"V\":35,\"CITY\":\"Goa\"} @35",
                        "a -> {\"V\":5,\"CITY\":null} @5",
                        "a -> {\"V\":25,\"CITY\":\"Delhi\"} @25",
                        "a -> {\"V\":10,\"CITY\":\"Pune\"} @10");
    }

    @Test
    void byArrivalTheLastRowThatCameIsTaken() {
        for (String property : List.of("", "arrival", "ARRIVAL")) {
            Session session = session(property);
            session.run("INSERT INTO t (rowtime, k, city) VALUES (20, 'a', 'Delhi');"
                    + "INSERT INTO t (rowtime, k, city) VALUES (10, 'a', 'Pune');"
                    + "INSERT INTO u (rowtime, k, v) VALUES (25, 'a', 1);");
            assertThat(session.records("O")).containsExactly("a -> {\"V\":1,\"CITY\":\"Pune\"} @25");
        }
    }

    @Test
    void anotherValueIsRefused() {
        assertThatThrownBy(() -> session("event time"))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "line 1, column 221: nrt.join.stream.table is 'event time', but it can be arrival or event-time only."
                                + " Did you mean event-time? SET it anew, or UNSET it.");
    }

    @Test
    void explainTellsWhichOneItIs() {
        Session session = session("event-time");
        assertThat(session.text("EXPLAIN CSAS_O_0;")).contains("left join of a stream with a table by event time");
        session.properties.clear();
        assertThat(session.text("EXPLAIN " + JOIN.replace(" o ", " p ")))
                .contains("left join of a stream with a table")
                .doesNotContain("by event time");
        assertThat(session.text("EXPLAIN CSAS_O_0;")).contains("by event time");
    }
}
