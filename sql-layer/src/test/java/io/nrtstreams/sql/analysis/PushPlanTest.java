package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Queries that are shown: all that is selected is the value, in order. */
class PushPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void showsTheKeyAmongTheColumns() {
        assertThat(shop.run("""
                        SELECT PAGE, ID AS I FROM CLICKS EMIT CHANGES;
                        """)).isEqualTo("""
                        project: compute PAGE, `ID` AS I
                        -> (`I` INTEGER KEY, `PAGE` STRING, `I` INTEGER)
                          source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void showsPseudoColumns() {
        assertThat(shop.run("""
                        SELECT ROWTIME, PAGE FROM CLICKS EMIT CHANGES LIMIT 3;
                        """)).isEqualTo("""
                        project: compute ROWTIME, PAGE
                        -> (`ID` INTEGER KEY, `ROWTIME` BIGINT, `PAGE` STRING)
                          source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void showsTheBoundsOfWindows() {
        assertThat(shop.run("""
                        SELECT * FROM TOTALS EMIT CHANGES;
                        """)).isEqualTo("""
                        project: compute `ID`, WINDOWSTART, WINDOWEND, N
                        -> (`ID` INTEGER WINDOWED KEY, `ID` INTEGER, `WINDOWSTART` BIGINT, `WINDOWEND` BIGINT, `N` BIGINT)
                          source-TOTALS: read table TOTALS from topic totals (key KAFKA, value JSON)
                          -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                        """);
    }

    @Test
    void showsGroups() {
        assertThat(shop.run("""
                        SELECT COUNT(*) FROM CLICKS GROUP BY USER_ID EMIT CHANGES;
                        """)).isEqualTo("""
                        project: compute AGGREGATE_0 AS KSQL_COL_0
                        -> (`USER_ID` INTEGER KEY, `KSQL_COL_0` BIGINT)
                          aggregate: aggregate COUNT(*) AS AGGREGATE_0
                          -> (`USER_ID` INTEGER KEY, `AGGREGATE_0` BIGINT)
                            group: key by USER_ID, compute nothing, without null keys
                            -> (`USER_ID` INTEGER KEY)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void showsPartitionedRows() {
        assertThat(shop.run("""
                        SELECT ID FROM CLICKS PARTITION BY PAGE EMIT CHANGES;
                        """)).isEqualTo("""
                        partition: key by PAGE, compute `ID`
                        -> (`PAGE` STRING KEY, `ID` INTEGER)
                          source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void showsStreamsOfDifferentKeys() {
        assertThat(shop.run("""
                        SELECT PAGE FROM CLICKS UNION ALL SELECT KIND FROM EVENTS EMIT CHANGES;
                        """)).isEqualTo("""
                        union: all rows of
                        -> (`PAGE` STRING)
                          union1.align: key by nothing, compute PAGE
                          -> (`PAGE` STRING)
                            union1.project: compute PAGE
                            -> (`ID` INTEGER KEY, `PAGE` STRING)
                              union1.source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                          union2.align: key by nothing, compute KIND AS PAGE
                          -> (`PAGE` STRING)
                            union2.project: compute KIND
                            -> (`KIND` STRING)
                              union2.source-EVENTS: read stream EVENTS from topic events (key NONE, value JSON)
                              -> (`KIND` STRING, `AMOUNT` INTEGER)
                        """);
    }

    @Test
    void showsDifferentRows() {
        assertThat(shop.run("""
                        SELECT DISTINCT PAGE FROM CLICKS EMIT CHANGES;
                        """)).isEqualTo("""
                        project: key by nothing, compute PAGE
                        -> (`PAGE` STRING)
                          distinct: the first row of each key
                            compare: key by PAGE, compute nothing
                            -> (`PAGE` STRING KEY)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }
}
