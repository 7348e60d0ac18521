package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryStatementsTest {

    private static final String EXPLAINED = """
            write stream O to topic O (key KAFKA, value JSON)
              project: compute A * 2 AS B
              -> (`K` STRING KEY, `B` INTEGER)
                where: keep rows where A > 1
                  source-S: read stream S from topic s (key KAFKA, value JSON)
                  -> (`K` STRING KEY, `A` INTEGER)
            """;

    private final Session session = Session.withTopics("s");

    @BeforeEach
    void aStream() {
        session.run("CREATE STREAM s (k STRING KEY, a INT) WITH (KAFKA_TOPIC='s', VALUE_FORMAT='JSON');");
    }

    private PersistentQuery started(String statement) {
        return ((Outcome.Started) session.run(statement)).query();
    }

    private void refused(String statement, String message) {
        assertThatThrownBy(() -> session.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void idsAreNumberedInTheOrderOfTheStart() {
        assertThat(started("CREATE STREAM o AS SELECT * FROM s;").id()).isEqualTo("CSAS_O_0");
        assertThat(started("CREATE TABLE n AS SELECT k, COUNT(*) AS c FROM s GROUP BY k;")
                        .id())
                .isEqualTo("CTAS_N_1");
        assertThat(started("INSERT INTO o SELECT * FROM s;").id()).isEqualTo("INSERTQUERY_2");
        assertThat(started("INSERT INTO o WITH (QUERY_ID='mine') SELECT * FROM s;")
                        .id())
                .isEqualTo("MINE");
        session.run("TERMINATE mine;");
        assertThat(started("INSERT INTO o SELECT * FROM s;").id()).isEqualTo("INSERTQUERY_4");
        assertThat(session.engine.queries())
                .extracting(PersistentQuery::id)
                .containsExactly("CSAS_O_0", "CTAS_N_1", "INSERTQUERY_2", "INSERTQUERY_4");
    }

    @Test
    void aWantedIdIsTakenOnceAndNoNumberedOneTakesItsPlace() {
        session.run("CREATE STREAM o AS SELECT * FROM s; INSERT INTO o WITH (QUERY_ID='csas_p_2') SELECT * FROM s;");
        refused("INSERT INTO o WITH (QUERY_ID='CSAS_P_2') SELECT * FROM s;", "There is already a query CSAS_P_2.");
        assertThat(started("CREATE STREAM p AS SELECT * FROM s;").id()).isEqualTo("CSAS_P_3");
        assertThat(session.engine.queries()).hasSize(3);
        session.run("INSERT INTO o WITH (QUERY_ID='INSERTQUERY_5') SELECT * FROM s;");
        assertThat(started("INSERT INTO o SELECT * FROM s;").id()).isEqualTo("INSERTQUERY_6");
        assertThat(session.engine.queries()).hasSize(5);
        session.run("TERMINATE insertquery_6;");
        assertThat(started("INSERT INTO o SELECT * FROM s;").id()).isEqualTo("INSERTQUERY_7");
    }

    @Test
    void theSinksTopicIsMadeAsTheSourceOrAsTold() {
        session.run("CREATE STREAM big (a INT) WITH (KAFKA_TOPIC='big', PARTITIONS=5, VALUE_FORMAT='JSON');"
                + "CREATE STREAM o AS SELECT * FROM big;"
                + "CREATE STREAM p WITH (KAFKA_TOPIC='other', PARTITIONS=2) AS SELECT * FROM big;");
        assertThat(session.topics.partitions("O")).hasValue(5);
        assertThat(session.topics.partitions("other")).hasValue(2);
        assertThat(session.engine.catalog().source("P").orElseThrow().partitions())
                .isEqualTo(2);
        refused(
                "CREATE STREAM q WITH (KAFKA_TOPIC='other', PARTITIONS=3) AS SELECT * FROM big;",
                "The topic 'other' exists and has 2 partitions, not 3. Leave PARTITIONS out, or choose another KAFKA_TOPIC.");
    }

    @Test
    void theSinkIsASourceMadeByItsQuery() {
        PersistentQuery query = started("CREATE STREAM o AS SELECT k, a + 1 AS b FROM s;");
        assertThat(query.sink()).isEqualTo("O");
        assertThat(query.ownsSink()).isTrue();
        assertThat(query.reads()).containsExactly("S");
        assertThat(session.engine.catalog().source("O").orElseThrow().createdBy())
                .contains("CSAS_O_0");
        session.run("INSERT INTO s VALUES ('x', 1);");
        assertThat(session.records("O")).containsExactly("x -> {\"B\":2} @1000");
    }

    @Test
    void aNameIsTakenOnce() {
        session.run("CREATE STREAM o AS SELECT * FROM s;");
        refused("CREATE STREAM o AS SELECT * FROM s;", "There is already a stream O.");
        assertThat(session.run("CREATE STREAM IF NOT EXISTS o AS SELECT nothing FROM nowhere;"))
                .isEqualTo(new Outcome.Done("O exists already; nothing was done."));
        refused("CREATE OR REPLACE STREAM s AS SELECT * FROM o;", "S was not made by a running query");
        refused(
                "CREATE OR REPLACE STREAM o (k STRING KEY, a INT) WITH (KAFKA_TOPIC='O', VALUE_FORMAT='JSON');",
                "O was made by the query CSAS_O_0, so only CREATE OR REPLACE … AS SELECT can replace it.");
    }

    @Test
    void aReplacementKeepsTheIdAndTellsTheOldQuery() {
        PersistentQuery old = started("CREATE STREAM o AS SELECT * FROM s;");
        Outcome.Started anew =
                (Outcome.Started) session.run("CREATE OR REPLACE STREAM o AS SELECT *, a + 1 AS b FROM s WHERE a > 0;");
        assertThat(anew.query().id()).isEqualTo("CSAS_O_0");
        assertThat(anew.replaces()).contains(old);
        assertThat(session.engine.queries()).containsExactly(anew.query());
        assertThat(started("INSERT INTO s SELECT * FROM s;").id()).isEqualTo("INSERTQUERY_1");
        refused(
                "CREATE OR REPLACE STREAM o AS SELECT k, a + 1 AS b FROM s;",
                "The column `A` INTEGER would become `B` INTEGER");
        assertThat(session.engine.queries()).contains(anew.query());
    }

    @Test
    void nothingIsMadeForAQueryThatIsRefused() {
        refused("CREATE STREAM o AS SELECT k, nothing FROM s;", "NOTHING");
        refused("CREATE TABLE o AS SELECT * FROM s;", "O");
        assertThat(session.topics.partitions("O")).isEmpty();
        session.refusedSubjects.add("O-value");
        refused(
                "CREATE STREAM o WITH (VALUE_FORMAT='AVRO') AS SELECT * FROM s;",
                "line 1, column 1: the subject O-value is refused");
        assertThat(session.topics.partitions("O")).isEmpty();
        assertThat(session.engine.catalog().source("O")).isEmpty();
        assertThat(session.engine.queries()).isEmpty();
    }

    @Test
    void insertIntoWantsAStreamThatFits() {
        session.run("CREATE TABLE t AS SELECT k, COUNT(*) AS c FROM s GROUP BY k; CREATE STREAM o AS SELECT * FROM s;");
        refused("INSERT INTO nowhere SELECT * FROM s;", "There is no stream or table NOWHERE.");
        refused("INSERT INTO o SELECT k, CAST(a AS STRING) AS a FROM s;", "A");
        refused(
                "INSERT INTO o WITH (KAFKA_TOPIC='x') SELECT * FROM s;",
                "KAFKA_TOPIC is not a property of this WITH clause");
        assertThat(session.engine.queries()).hasSize(2);
    }

    @Test
    void aSelectWithEmitIsPushedAndOneWithoutIsTheHosts() {
        Outcome.Push push = (Outcome.Push) session.run("SELECT a FROM s EMIT CHANGES LIMIT 3;");
        assertThat(push.limit()).contains(3L);
        assertThat(push.plan().sink()).isEmpty();
        assertThat(session.run("SELECT a FROM s;")).isInstanceOf(Outcome.ForHost.class);
        assertThat(session.engine.queries()).isEmpty();
    }

    @Test
    void explainShowsThePlanAndStartsNothing() {
        assertThat(session.text("EXPLAIN CREATE STREAM o AS SELECT k, a * 2 AS b FROM s WHERE a > 1;"))
                .startsWith(EXPLAINED)
                .contains("stage ");
        assertThat(session.engine.queries()).isEmpty();
        assertThat(session.topics.partitions("O")).isEmpty();
        PersistentQuery query = started("CREATE STREAM o AS SELECT k, a * 2 AS b FROM s WHERE a > 1;");
        assertThat(session.text("EXPLAIN " + query.id() + ";"))
                .startsWith(EXPLAINED)
                .contains("stage ");
        refused("EXPLAIN csas_q_0;", "There is no query CSAS_Q_0. Did you mean CSAS_O_0?");
        refused("EXPLAIN DROP STREAM s;", "EXPLAIN shows the plan of");
        refused("EXPLAIN SELECT a FROM s;", "this statement has none");
        assertThat(session.text("EXPLAIN INSERT INTO o SELECT k, a AS b FROM s;"))
                .contains("write stream O");
    }
}
