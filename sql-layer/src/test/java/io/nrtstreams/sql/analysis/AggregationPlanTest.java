package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GROUP BY. */
class AggregationPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void aggregatesByTheKeyWithoutKeyingAnew() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS GROUP BY ID;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`ID` INTEGER KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`ID` INTEGER KEY, `AGGREGATE_0` BIGINT)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void keysByTheGroupWithTheColumnsThatAggregatesNeed() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT USER_ID AS U, SUM(ID) + 1 AS S, U.USER_ID * 2,
                        COUNT(USER_ID) FROM CLICKS U GROUP BY USER_ID;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 + 1 AS S, U * 2 AS KSQL_COL_0, AGGREGATE_1 AS KSQL_COL_1
                          -> (`U` INTEGER KEY, `S` INTEGER, `KSQL_COL_0` INTEGER, `KSQL_COL_1` BIGINT)
                            aggregate: aggregate SUM(`ID`) AS AGGREGATE_0, COUNT(U) AS AGGREGATE_1
                            -> (`U` INTEGER KEY, `AGGREGATE_0` INTEGER, `AGGREGATE_1` BIGINT)
                              group: key by USER_ID AS U, compute `ID`, without null keys
                              -> (`U` INTEGER KEY, `ID` INTEGER)
                                source-U: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void filtersGroupsByHaving() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT PAGE, COUNT(*) AS N FROM CLICKS WHERE ID > 1 GROUP BY
                        PAGE HAVING COUNT(*) > 3 AND MAX(ID) < 9;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`PAGE` STRING KEY, `N` BIGINT)
                            having: keep rows where AGGREGATE_0 > 3 AND AGGREGATE_1 < 9
                              aggregate: aggregate COUNT(*) AS AGGREGATE_0, MAX(`ID`) AS AGGREGATE_1
                              -> (`PAGE` STRING KEY, `AGGREGATE_0` BIGINT, `AGGREGATE_1` INTEGER)
                                group: key by PAGE, compute `ID`, without null keys
                                -> (`PAGE` STRING KEY, `ID` INTEGER)
                                  where: keep rows where `ID` > 1
                                    source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void groupsByExpressions() {
        assertThat(shop.run("""
                        CREATE TABLE A WITH (key_format='JSON') AS SELECT UCASE(PAGE), COUNT(*), USER_ID
                        * 2, USER_ID * 2 + 1 FROM CLICKS GROUP BY USER_ID * 2, UCASE(PAGE);
                        """)).isEqualTo("""
                        write table A to topic A (key JSON, value JSON)
                          project: compute AGGREGATE_0 AS KSQL_COL_1, KSQL_COL_2 + 1 AS KSQL_COL_3
                          -> (`KSQL_COL_2` INTEGER KEY, `KSQL_COL_0` STRING KEY, `KSQL_COL_1` BIGINT, `KSQL_COL_3` INTEGER)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`KSQL_COL_2` INTEGER KEY, `KSQL_COL_0` STRING KEY, `AGGREGATE_0` BIGINT)
                              group: key by USER_ID * 2 AS KSQL_COL_2, UCASE(PAGE) AS KSQL_COL_0, compute nothing, without null keys
                              -> (`KSQL_COL_2` INTEGER KEY, `KSQL_COL_0` STRING KEY)
                                source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void keepsTheOrderOfTheGroupForTheKeyOfATable() {
        assertThat(shop.run("""
                        CREATE TABLE A WITH (key_format='JSON') AS SELECT PAGE, USER_ID, COUNT(*) AS N
                        FROM CLICKS GROUP BY USER_ID, PAGE;
                        """)).isEqualTo("""
                        write table A to topic A (key JSON, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`USER_ID` INTEGER KEY, `PAGE` STRING KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`USER_ID` INTEGER KEY, `PAGE` STRING KEY, `AGGREGATE_0` BIGINT)
                              group: key by USER_ID, PAGE, compute nothing, without null keys
                              -> (`USER_ID` INTEGER KEY, `PAGE` STRING KEY)
                                source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void knowsTheBoundsOfWindows() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT ID, WINDOWSTART AS S, CLICKS.WINDOWEND / 2, COUNT(*) AS
                        N FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY ID;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute WINDOWSTART AS S, WINDOWEND / 2 AS KSQL_COL_0, AGGREGATE_0 AS N
                          -> (`ID` INTEGER WINDOWED KEY, `S` BIGINT, `KSQL_COL_0` BIGINT, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0 in windows of 1 HOUR
                            -> (`ID` INTEGER WINDOWED KEY, `AGGREGATE_0` BIGINT)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void waitsForWindowsToClose() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS WINDOW HOPPING (SIZE 1
                        HOUR, ADVANCE BY 90 SECONDS, RETENTION 2 DAYS, GRACE PERIOD 1 MINUTE) GROUP BY
                        ID EMIT FINAL;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0 in windows of 1 HOUR every 90 SECONDS, retention 2 DAYS, grace 1 MINUTE, once windows are closed
                            -> (`ID` INTEGER WINDOWED KEY, `AGGREGATE_0` BIGINT)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void groupsIntoSessions() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS WINDOW SESSION (30
                        SECONDS) GROUP BY ID;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0 in sessions with gaps of 30 SECONDS
                            -> (`ID` INTEGER WINDOWED KEY, `AGGREGATE_0` BIGINT)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void takesRowsBackOverATable() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT SHOP, COUNT(*) AS N FROM USERS WHERE NAME IS NOT NULL
                        GROUP BY SHOP;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`SHOP` INTEGER KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`SHOP` INTEGER KEY, `AGGREGATE_0` BIGINT)
                              group: key by SHOP, compute nothing, without null keys
                              -> (`SHOP` INTEGER KEY)
                                where: keep rows where NAME IS NOT NULL
                                  source-USERS: read table USERS from topic users (key KAFKA, value JSON), remembering rows
                                  -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                        """);
    }

    @Test
    void losesTheWindowOfAWindowedStream() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT ID, SUM(N) AS N FROM VISITS GROUP BY ID;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`ID` INTEGER KEY, `N` BIGINT)
                            aggregate: aggregate SUM(N) AS AGGREGATE_0
                            -> (`ID` INTEGER KEY, `AGGREGATE_0` BIGINT)
                              group: key by `ID`, compute N, without null keys
                              -> (`ID` INTEGER KEY, `N` BIGINT)
                                source-VISITS: read stream VISITS from topic visits (key KAFKA, value JSON)
                                -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                        """);
    }

    @Test
    void groupsByAConstant() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT 1 AS K, COUNT(*) AS N FROM CLICKS GROUP BY 1;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`K` INTEGER KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`K` INTEGER KEY, `AGGREGATE_0` BIGINT)
                              group: key by 1 AS K, compute nothing, without null keys
                              -> (`K` INTEGER KEY)
                                source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }
}
