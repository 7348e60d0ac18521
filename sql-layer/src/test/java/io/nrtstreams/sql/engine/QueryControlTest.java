package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryControlTest {

    private final Session session = Session.withTopics("s");

    @BeforeEach
    void twoQueries() {
        session.run("CREATE STREAM s (k STRING KEY, a INT) WITH (KAFKA_TOPIC='s', VALUE_FORMAT='JSON');"
                + "CREATE STREAM o AS SELECT * FROM s; CREATE STREAM p AS SELECT * FROM o;");
    }

    private List<String> states() {
        return session.rows("SHOW QUERIES;").stream()
                .map(row -> row.get(0) + " " + row.get(2))
                .toList();
    }

    @Test
    void terminateEndsAQueryAndKeepsWhatItMade() {
        Outcome.Terminated ended = (Outcome.Terminated) session.run("TERMINATE csas_o_0;");
        assertThat(ended.queries()).extracting(PersistentQuery::id).containsExactly("CSAS_O_0");
        assertThat(states()).containsExactly("CSAS_P_1 RUNNING");
        assertThat(session.engine.catalog().source("O")).isPresent();
        assertThat(session.topics.partitions("O")).isPresent();
    }

    @Test
    void pauseHoldsAQueryUntilItIsResumed() {
        Outcome.Paused paused = (Outcome.Paused) session.run("PAUSE csas_o_0;");
        assertThat(paused.queries()).extracting(PersistentQuery::id).containsExactly("CSAS_O_0");
        assertThat(states()).containsExactly("CSAS_O_0 PAUSED", "CSAS_P_1 RUNNING");
        Outcome.Resumed resumed = (Outcome.Resumed) session.run("RESUME csas_o_0;");
        assertThat(resumed.queries()).extracting(PersistentQuery::id).containsExactly("CSAS_O_0");
        assertThat(states()).containsExactly("CSAS_O_0 RUNNING", "CSAS_P_1 RUNNING");
    }

    @Test
    void allMeansAllThatRun() {
        session.run("PAUSE ALL;");
        assertThat(states()).containsExactly("CSAS_O_0 PAUSED", "CSAS_P_1 PAUSED");
        session.run("RESUME ALL;");
        assertThat(states()).containsExactly("CSAS_O_0 RUNNING", "CSAS_P_1 RUNNING");
        assertThat(((Outcome.Terminated) session.run("TERMINATE ALL;")).queries())
                .hasSize(2);
        assertThat(states()).isEmpty();
        assertThat(((Outcome.Terminated) session.run("TERMINATE ALL;")).queries())
                .isEmpty();
    }

    @Test
    void theNumberingGoesOnBehindPausesAndEnds() {
        session.run("PAUSE ALL; RESUME ALL; TERMINATE csas_p_1;");
        Outcome.Started next = (Outcome.Started) session.run("CREATE STREAM q AS SELECT * FROM s;");
        assertThat(next.query().id()).isEqualTo("CSAS_Q_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERMINATE", "PAUSE", "RESUME"})
    void anUnknownQueryIsRefusedWithANearOne(String action) {
        assertThatThrownBy(() -> session.run(action + " csas_q_0;"))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "line 1, column 1: There is no query CSAS_Q_0. Did you mean CSAS_O_0? SHOW QUERIES lists them.");
        assertThat(states()).containsExactly("CSAS_O_0 RUNNING", "CSAS_P_1 RUNNING");
    }

    @Test
    void aWantedIdIsUpperCaseLikeAllNames() {
        session.run("INSERT INTO o WITH (QUERY_ID='lower') SELECT * FROM s; PAUSE LOWER;");
        assertThat(states()).contains("LOWER PAUSED");
    }
}
