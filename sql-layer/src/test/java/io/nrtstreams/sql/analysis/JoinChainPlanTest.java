package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Joins of more than two sources, and what is done with joined rows. */
class JoinChainPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void keepsTheKeyFromJoinToJoin() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT S.ID, PAGE, NAME, CITY FROM CLICKS C JOIN USERS U ON
                        C.ID = U.ID LEFT JOIN SHOPS S ON C.ID = S.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE, U_NAME AS NAME, S_CITY AS CITY
                          -> (`S_ID` INTEGER KEY, `PAGE` STRING, `NAME` STRING, `CITY` STRING)
                            join-S: left join of a stream with a table
                            -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `U_ID` INTEGER, `U_NAME` STRING, `S_ID` INTEGER, `S_CITY` STRING)
                              join-U: inner join of a stream with a table
                              -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `U_ID` INTEGER, `U_NAME` STRING)
                                columns-C: compute `ID` AS C_ID, PAGE AS C_PAGE
                                -> (`ID` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING)
                                  source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                  -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                                columns-U: compute `ID` AS U_ID, NAME AS U_NAME
                                -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING)
                                  source-U: read table USERS from topic users (key KAFKA, value JSON)
                                  -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                              columns-S: compute `ID` AS S_ID, CITY AS S_CITY
                              -> (`ID` INTEGER KEY, `S_ID` INTEGER, `S_CITY` STRING)
                                source-S: read table SHOPS from topic shops (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `CITY` STRING)
                        """);
    }

    @Test
    void keysAnewWhereTheNextJoinNeedsIt() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT S.ID, PAGE, NAME FROM CLICKS C JOIN USERS U ON C.ID =
                        U.ID JOIN SHOPS S ON U.SHOP = S.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE, U_NAME AS NAME
                          -> (`S_ID` INTEGER KEY, `PAGE` STRING, `NAME` STRING)
                            join-S: inner join of a stream with a table
                            -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER, `S_ID` INTEGER)
                              key-C: key by U_SHOP AS ROWKEY, compute C_ID, C_PAGE, U_ID, U_NAME, U_SHOP
                                join-U: inner join of a stream with a table
                                -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER)
                                  columns-C: compute `ID` AS C_ID, PAGE AS C_PAGE
                                  -> (`ID` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING)
                                    source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                                  columns-U: compute `ID` AS U_ID, NAME AS U_NAME, SHOP AS U_SHOP
                                  -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER)
                                    source-U: read table USERS from topic users (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                              columns-S: compute `ID` AS S_ID
                              -> (`ID` INTEGER KEY, `S_ID` INTEGER)
                                source-S: read table SHOPS from topic shops (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `CITY` STRING)
                        """);
    }

    @Test
    void keysAnewAfterAFullJoinWhoseSidesMayBeNull() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ROWKEY, PAGE FROM CLICKS C FULL JOIN ORDERS O WITHIN 1
                        HOUR ON C.ID = O.ID FULL JOIN POSTS P WITHIN 1 HOUR ON C.ID = P.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE
                          -> (`ROWKEY` INTEGER KEY, `PAGE` STRING)
                            join-P: full join of streams, up to 1 HOUR before and 1 HOUR after
                            -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `O_ID` INTEGER, `P_ID` INTEGER)
                              key-C: key by C_ID AS ROWKEY, compute C_ID, C_PAGE, O_ID
                                join-O: full join of streams, up to 1 HOUR before and 1 HOUR after
                                -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `O_ID` INTEGER)
                                  columns-C: compute `ID` AS C_ID, PAGE AS C_PAGE
                                  -> (`ID` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING)
                                    source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                                  columns-O: compute `ID` AS O_ID
                                  -> (`ID` INTEGER KEY, `O_ID` INTEGER)
                                    source-O: read stream ORDERS from topic orders (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                              columns-P: compute `ID` AS P_ID
                              -> (`ID` INTEGER KEY, `P_ID` INTEGER)
                                source-P: read stream POSTS from topic posts (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>)
                        """);
    }

    @Test
    void groupsJoinedRows() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT CITY, COUNT(*) AS N FROM USERS U JOIN SHOPS S ON U.SHOP
                        = S.ID GROUP BY CITY;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute AGGREGATE_0 AS N
                          -> (`CITY` STRING KEY, `N` BIGINT)
                            aggregate: aggregate COUNT(*) AS AGGREGATE_0
                            -> (`CITY` STRING KEY, `AGGREGATE_0` BIGINT)
                              group: key by S_CITY AS CITY, compute nothing, without null keys
                              -> (`CITY` STRING KEY)
                                join-S: inner join of tables by foreign key U_SHOP
                                -> (`ID` INTEGER KEY, `U_SHOP` INTEGER, `S_ID` INTEGER, `S_CITY` STRING)
                                  columns-U: compute SHOP AS U_SHOP
                                  -> (`ID` INTEGER KEY, `U_SHOP` INTEGER)
                                    source-U: read table USERS from topic users (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                                  columns-S: compute `ID` AS S_ID, CITY AS S_CITY
                                  -> (`ID` INTEGER KEY, `S_ID` INTEGER, `S_CITY` STRING)
                                    source-S: read table SHOPS from topic shops (key KAFKA, value JSON)
                                    -> (`ID` INTEGER KEY, `CITY` STRING)
                        """);
    }

    @Test
    void partitionsJoinedRows() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT PAGE, AMOUNT FROM CLICKS C JOIN ORDERS O WITHIN 1 HOUR
                        ON C.ID = O.ID WHERE AMOUNT > 1 PARTITION BY PAGE;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          partition: key by C_PAGE AS PAGE, compute O_AMOUNT AS AMOUNT
                          -> (`PAGE` STRING KEY, `AMOUNT` DECIMAL(9, 2))
                            where: keep rows where O_AMOUNT > 1
                              join-O: inner join of streams, up to 1 HOUR before and 1 HOUR after
                              -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `O_ID` INTEGER, `O_AMOUNT` DECIMAL(9, 2))
                                columns-C: compute `ID` AS C_ID, PAGE AS C_PAGE
                                -> (`ID` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING)
                                  source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                  -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                                columns-O: compute `ID` AS O_ID, AMOUNT AS O_AMOUNT
                                -> (`ID` INTEGER KEY, `O_ID` INTEGER, `O_AMOUNT` DECIMAL(9, 2))
                                  source-O: read stream ORDERS from topic orders (key KAFKA, value JSON)
                                  -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                        """);
    }
}
