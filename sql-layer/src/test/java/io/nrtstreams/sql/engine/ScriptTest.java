package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scripts of several statements, and what a statement that fails leaves behind. */
class ScriptTest {

    private static final String STREAM =
            "CREATE STREAM s (k STRING KEY, a INT) WITH (KAFKA_TOPIC='s', VALUE_FORMAT='JSON');";

    private final Session session = Session.withTopics("s");

    @Test
    void theOutcomesBeforeAFailureReachTheHost() {
        List<Outcome> outcomes = new ArrayList<>();
        assertThatThrownBy(() -> session.engine.execute(
                        STREAM
                                + "\nCREATE STREAM o AS SELECT * FROM s;\nCREATE STREAM p AS SELECT b FROM s;\nDROP STREAM o;",
                        Map.of(),
                        outcomes::add))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("line 3, column 27: There is no column B.");
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Started.class);
        assertThat(session.engine.queries()).hasSize(1);
        assertThat(session.engine.catalog().source("O")).isPresent();
        assertThat(session.engine.catalog().source("P")).isEmpty();
    }

    @Test
    void aScriptThatCannotBeReadIsNotBegun() {
        List<Outcome> outcomes = new ArrayList<>();
        assertThatThrownBy(() -> session.engine.execute(STREAM + "CRATE STREAM p;", Map.of(), outcomes::add))
                .isInstanceOf(SqlException.class);
        assertThat(outcomes).isEmpty();
        assertThat(session.engine.catalog().sources()).isEmpty();
    }

    @Test
    void everyFailureTellsTheStatementsPlace() {
        for (String format : List.of("WITH (VALUE_FORMAT='JASON')", "WITH (KEY_FORMAT='JASON')")) {
            assertThatThrownBy(() -> session.run(STREAM + "\n  CREATE STREAM o " + format + " AS SELECT * FROM s;"))
                    .isInstanceOf(SqlException.class)
                    .hasMessageStartingWith("line 2, column 3: ")
                    .hasMessageContaining("JASON");
            session.run("DROP STREAM s;");
        }
    }

    @Test
    void aPropertyHoldsFromItsStatementOn() {
        session.run("SET 'ksql.persistence.default.format.value' = 'JSON';"
                + "CREATE STREAM s (a INT) WITH (KAFKA_TOPIC='s');");
        assertThat(session.engine
                        .catalog()
                        .source("S")
                        .orElseThrow()
                        .layout()
                        .valueFormat()
                        .name())
                .isEqualTo("JSON");
    }

    @Test
    void anEmptyScriptDoesNothing() {
        assertThat(session.engine.execute(" ;; -- nothing\n", Map.of())).isEmpty();
    }

    /** Each statement fails as late as it can. */
    @Test
    void aStatementThatFailsChangesNothing() {
        session.run(STREAM + "CREATE STREAM o AS SELECT * FROM s; CREATE TYPE t AS INT;"
                + "CREATE STREAM a WITH (VALUE_FORMAT='AVRO') AS SELECT * FROM s;");
        List<DataSource> sources = List.copyOf(session.engine.catalog().sources());
        List<PersistentQuery> queries = List.copyOf(session.engine.queries());
        List<String> subjects = session.registry.subjects();
        session.refusedSubjects.add("P-value");
        for (String statement : List.of(
                STREAM,
                "CREATE STREAM p (a INT, a INT) WITH (KAFKA_TOPIC='P', PARTITIONS=1, VALUE_FORMAT='JSON');",
                "CREATE STREAM p (a INT) WITH (KAFKA_TOPIC='P', PARTITIONS=1, VALUE_FORMAT='JSON', TIMESTAMP='b');",
                "CREATE STREAM p WITH (VALUE_FORMAT='AVRO') AS SELECT * FROM s;",
                "CREATE STREAM p WITH (KAFKA_TOPIC='s', PARTITIONS=9, VALUE_FORMAT='AVRO') AS SELECT * FROM s;",
                "CREATE OR REPLACE STREAM o WITH (KAFKA_TOPIC='P') AS SELECT * FROM s;",
                "CREATE OR REPLACE STREAM o WITH (VALUE_FORMAT='AVRO') AS SELECT * FROM s;",
                "ALTER STREAM s ADD COLUMN b INT, ADD COLUMN b INT;",
                "DROP STREAM s DELETE TOPIC;",
                "INSERT INTO o WITH (QUERY_ID='CSAS_O_0') SELECT * FROM s;",
                "INSERT INTO s VALUES ('a', 'b');",
                "TERMINATE nothing;",
                "CREATE TYPE t AS STRING;",
                "DROP TYPE u;")) {
            assertThatThrownBy(() -> session.run(statement)).as(statement).isInstanceOf(SqlException.class);
            assertThat(session.engine.catalog().sources()).as(statement).containsExactlyElementsOf(sources);
            assertThat(session.engine.queries()).as(statement).containsExactlyElementsOf(queries);
            assertThat(session.engine.catalog().types()).as(statement).hasSize(1);
            assertThat(session.topics.partitions("P")).as(statement).isEmpty();
            assertThat(session.topics.partitions("s")).as(statement).hasValue(1);
            assertThat(session.registry.subjects()).as(statement).isEqualTo(subjects);
        }
        Outcome.Started next = (Outcome.Started) session.run("CREATE STREAM q AS SELECT * FROM s;");
        assertThat(next.query().id()).isEqualTo("CSAS_Q_2");
    }

    @Test
    void aForkGoesItsOwnWay() {
        session.run(STREAM);
        InMemoryTopics topics = new InMemoryTopics();
        Engine fork = session.engine.fork(topics, () -> Instant.EPOCH);
        fork.execute("CREATE STREAM o AS SELECT * FROM s;", Map.of());
        session.run("CREATE TYPE t AS INT;");
        assertThat(fork.queries()).hasSize(1);
        assertThat(fork.catalog().types()).isEmpty();
        assertThat(session.engine.queries()).isEmpty();
        assertThat(session.topics.partitions("O")).isEmpty();
        assertThat(topics.partitions("O")).isPresent();
    }

    @Test
    void statementsOfManyThreadsAreCarriedOutOneAfterTheOther() throws Exception {
        session.run(STREAM);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Outcome>>> scripts = IntStream.range(0, 64)
                    .<Callable<List<Outcome>>>mapToObj(i -> () -> session.engine.execute(
                            "CREATE STREAM o" + i + " AS SELECT * FROM s; INSERT INTO o" + i + " SELECT * FROM s;",
                            Map.of()))
                    .toList();
            for (Future<List<Outcome>> done : threads.invokeAll(scripts)) {
                assertThat(done.get()).hasSize(2);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(session.engine.queries()).hasSize(128);
        List<Integer> numbers = session.engine.queries().stream()
                .map(query -> Integer.valueOf(query.id().substring(query.id().lastIndexOf('_') + 1)))
                .toList();
        assertThat(numbers).isEqualTo(IntStream.range(0, 128).boxed().toList());
    }
}
