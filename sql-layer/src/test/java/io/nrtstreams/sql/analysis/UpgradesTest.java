package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.plan.QueryPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    STREAM A AS SELECT * FROM CLICKS => STREAM A AS SELECT * FROM CLICKS
                    STREAM A AS SELECT * FROM CLICKS => STREAM A AS SELECT * FROM CLICKS WHERE ID > 3
                    STREAM A AS SELECT * FROM CLICKS WHERE ID > 3 => STREAM A AS SELECT * FROM CLICKS
                    STREAM A AS SELECT ID, PAGE FROM CLICKS => STREAM A AS SELECT ID, UCASE(PAGE) AS PAGE FROM CLICKS
                    STREAM A AS SELECT ID, PAGE FROM CLICKS => STREAM A AS SELECT ID, PAGE, USER_ID FROM CLICKS
                    TABLE A AS SELECT ID, NAME FROM USERS => TABLE A AS SELECT ID, NAME FROM USERS WHERE ID > 3
                    TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS GROUP BY ID => TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS GROUP BY ID
                    """)
    void allowsWhatKeepsTheTopicAndTheStateReadable(String running, String wanted) {
        assertThat(refusal(running, wanted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    STREAM A AS SELECT ID, PAGE FROM CLICKS => STREAM A AS SELECT ID, PAGE FROM FIXED => The query would read FIXED instead of CLICKS.
                    STREAM A AS SELECT ID, PAGE FROM CLICKS => STREAM A AS SELECT ID, USER_ID FROM CLICKS => The column `PAGE` STRING would become `USER_ID` INTEGER; columns keep their place, name and type, and new ones come last.
                    STREAM A AS SELECT * FROM CLICKS => STREAM A AS SELECT ID, USER_ID FROM CLICKS => The column PAGE would be gone; columns can only be added, at the end.
                    STREAM A AS SELECT * FROM CLICKS => STREAM A AS SELECT ID AS K, USER_ID, PAGE FROM CLICKS => The key would change from [`ID` INTEGER] to [`K` INTEGER].
                    STREAM A AS SELECT * FROM CLICKS => STREAM A WITH (kafka_topic='b') AS SELECT * FROM CLICKS => The topic would change from A to b.
                    STREAM A AS SELECT * FROM CLICKS => STREAM A WITH (key_format='JSON') AS SELECT * FROM CLICKS => The formats of the topic would change.
                    STREAM A AS SELECT ID, PAGE FROM CLICKS => TABLE A AS SELECT ID, NAME AS PAGE FROM USERS => A is a stream and would become a table.
                    TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS GROUP BY ID => TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS WHERE ID > 1 GROUP BY ID => The query aggregates, and what it has aggregated so far would not fit the new one.
                    STREAM A AS SELECT C.ID, NAME FROM CLICKS C JOIN USERS U ON C.ID = U.ID => STREAM A AS SELECT C.ID, UCASE(NAME) AS NAME FROM CLICKS C JOIN USERS U ON C.ID = U.ID => The query joins, and what it remembers of both sides would not fit the new one.
                    STREAM A AS SELECT DISTINCT ID, PAGE FROM CLICKS => STREAM A AS SELECT DISTINCT ID, UCASE(PAGE) AS PAGE FROM CLICKS => The query is DISTINCT, and what it remembers would not fit the new one.
                    STREAM A AS SELECT * FROM VISITS => STREAM A AS SELECT * FROM VISITS WHERE N > 3 => The query reads windowed keys.
                    """)
    void refusesTheRestWithTheReason(String running, String wanted, String reason) {
        assertThat(refusal(running, wanted)).contains(reason + " Create it under another name, or drop it first.");
    }

    @Test
    void replacesOnlyWhatIsWritten() {
        QueryPlan shown =
                Planning.shop().plan("SELECT * FROM CLICKS EMIT CHANGES;").plan();
        QueryPlan other =
                Planning.shop().plan("SELECT ID FROM CLICKS EMIT CHANGES;").plan();

        assertThat(Upgrades.refusal(shown, other))
                .contains("Only queries that write a stream or table can be replaced."
                        + " Create it under another name, or drop it first.");
    }

    private static Optional<String> refusal(String running, String wanted) {
        return Upgrades.refusal(plan(running), plan(wanted));
    }

    private static QueryPlan plan(String created) {
        return Planning.shop().plan("CREATE " + created + ";").plan();
    }
}
