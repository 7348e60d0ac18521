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
    void showsAggregatesOfAllRows() {
        assertThat(shop.run("""
                        SELECT COUNT(*) AS N, MAX(ID) FROM CLICKS EMIT CHANGES;
                        """)).isEqualTo("""
                        project: compute AGGREGATE_0 AS N, AGGREGATE_1 AS KSQL_COL_0
                        -> (`KSQL_COL_1` INTEGER KEY, `N` BIGINT, `KSQL_COL_0` INTEGER)
                          aggregate: aggregate COUNT(*) AS AGGREGATE_0, MAX(`ID`) AS AGGREGATE_1
                          -> (`KSQL_COL_1` INTEGER KEY, `AGGREGATE_0` BIGINT, `AGGREGATE_1` INTEGER)
                            group: key by 1 AS KSQL_COL_1, compute `ID`, without null keys
                            -> (`KSQL_COL_1` INTEGER KEY, `ID` INTEGER)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void showsTheKeyOfRightJoinsThoughTheLeftSideIsNull() {
        assertThat(shop.run("""
                        SELECT U.ID, CITY FROM USERS U RIGHT JOIN SHOPS S ON U.ID = S.ID EMIT CHANGES;
                        """)).isEqualTo("""
                        project: compute ROWKEY AS U_ID, S_CITY AS CITY
                        -> (`U_ID` INTEGER KEY, `U_ID` INTEGER, `CITY` STRING)
                          join-S: right join of tables
                          -> (`ROWKEY` INTEGER KEY, `U_ID` INTEGER, `S_ID` INTEGER, `S_CITY` STRING)
                            columns-U: compute `ID` AS U_ID
                            -> (`ID` INTEGER KEY, `U_ID` INTEGER)
                              source-U: read table USERS from topic users (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                            columns-S: compute `ID` AS S_ID, CITY AS S_CITY
                            -> (`ID` INTEGER KEY, `S_ID` INTEGER, `S_CITY` STRING)
                              source-S: read table SHOPS from topic shops (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `CITY` STRING)
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
