package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sub-queries, UNION ALL and DISTINCT. */
class NestedPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void groupsTheRowsOfASubQuery() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT P, COUNT(*) AS N FROM (SELECT UCASE(PAGE) AS P FROM
                        CLICKS WHERE ID > 3) X GROUP BY P;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`P` STRING KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`P` STRING KEY, `AGGREGATE_0` BIGINT)
                              group: key by P, compute nothing, without null keys
                              -> (`P` STRING KEY)
                                X.project: key by nothing, compute UCASE(PAGE) AS P
                                -> (`P` STRING)
                                  X.where: keep rows where `ID` > 3
                                    X.source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void filtersTheGroupsOfASubQuery() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT P, N FROM (SELECT PAGE AS P, COUNT(*) AS N FROM CLICKS
                        GROUP BY PAGE) X WHERE N > 3;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          where: keep rows where N > 3
                            X.project: compute AGGREGATE_0 AS N
                            -> (`P` STRING KEY, `N` BIGINT)
                              X.aggregate: aggregate COUNT(*) AS AGGREGATE_0
                              -> (`P` STRING KEY, `AGGREGATE_0` BIGINT)
                                X.group: key by PAGE AS P, compute nothing, without null keys
                                -> (`P` STRING KEY)
                                  X.source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                  -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void joinsASubQuery() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT C.ID, NAME FROM CLICKS C JOIN (SELECT ID, UCASE(NAME)
                        AS NAME FROM USERS) N ON C.ID = N.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute N_NAME AS NAME
                          -> (`C_ID` INTEGER KEY, `NAME` STRING)
                            join-N: inner join of a stream with a table
                            -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `N_ID` INTEGER, `N_NAME` STRING)
                              columns-C: compute `ID` AS C_ID
                              -> (`ID` INTEGER KEY, `C_ID` INTEGER)
                                source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                              columns-N: compute `ID` AS N_ID, NAME AS N_NAME
                              -> (`ID` INTEGER KEY, `N_ID` INTEGER, `N_NAME` STRING)
                                N.project: compute UCASE(NAME) AS NAME
                                -> (`ID` INTEGER KEY, `NAME` STRING)
                                  N.source-USERS: read table USERS from topic users (key KAFKA, value JSON)
                                  -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                        """);
    }

    @Test
    void losesTheWindowWithTheKey() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT N, COUNT(*) AS C FROM (SELECT N FROM VISITS) X GROUP BY
                        N;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS C
                          -> (`N` BIGINT KEY, `C` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`N` BIGINT KEY, `AGGREGATE_0` BIGINT)
                              group: key by N, compute nothing, without null keys
                              -> (`N` BIGINT KEY)
                                X.project: key by nothing, compute N
                                -> (`N` BIGINT)
                                  X.source-VISITS: read stream VISITS from topic visits (key KAFKA, value JSON)
                                  -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                        """);
    }

    @Test
    void addsTheRowsOfStreams() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID, USER_ID FROM CLICKS UNION ALL SELECT ID AS I,
                        USER_ID AS U FROM ORDERS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          union: all rows of
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER)
                            union1.project: compute USER_ID
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER)
                              union1.source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                            union2.align: compute U AS USER_ID
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER)
                              union2.project: compute USER_ID AS U
                              -> (`I` INTEGER KEY, `U` INTEGER)
                                union2.source-ORDERS: read stream ORDERS from topic orders (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                        """);
    }

    @Test
    void keepsTheFirstOfEqualRows() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT DISTINCT ID, PAGE FROM CLICKS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: key by `ID`, compute PAGE
                          -> (`ID` INTEGER KEY, `PAGE` STRING)
                            distinct: the first row of each key
                              compare: key by `ID`, PAGE, compute nothing
                              -> (`ID` INTEGER KEY, `PAGE` STRING KEY)
                                source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void losesTheKeyThatDistinctDoesNotName() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT DISTINCT PAGE FROM CLICKS;
                        """)).isEqualTo("""
                        write stream A to topic A (key NONE, value JSON)
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
