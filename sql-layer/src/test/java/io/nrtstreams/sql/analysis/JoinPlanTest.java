package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Joins of two sources. */
class JoinPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void joinsStreamsByTheirKeys() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT C.ID, PAGE, AMOUNT FROM CLICKS C JOIN ORDERS O WITHIN
                        (1 HOUR, 2 HOURS) GRACE PERIOD 1 MINUTE ON C.ID = O.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE, O_AMOUNT AS AMOUNT
                          -> (`C_ID` INTEGER KEY, `PAGE` STRING, `AMOUNT` DECIMAL(9, 2))
                            join-O: inner join of streams, up to 1 HOUR before and 2 HOURS after, grace 1 MINUTE
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

    @Test
    void keysBothStreamsByTheCondition() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT C.USER_ID, PAGE, O.ID FROM CLICKS C LEFT JOIN ORDERS O
                        WITHIN 1 HOUR ON O.USER_ID = C.USER_ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE, O_ID
                          -> (`C_USER_ID` INTEGER KEY, `PAGE` STRING, `O_ID` INTEGER)
                            join-O: left join of streams, up to 1 HOUR before and 1 HOUR after
                            -> (`ROWKEY` INTEGER KEY, `C_USER_ID` INTEGER, `C_PAGE` STRING, `O_ID` INTEGER, `O_USER_ID` INTEGER)
                              key-C: key by USER_ID AS ROWKEY, compute USER_ID AS C_USER_ID, PAGE AS C_PAGE
                              -> (`ROWKEY` INTEGER KEY, `C_USER_ID` INTEGER, `C_PAGE` STRING)
                                source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                              key-O: key by USER_ID AS ROWKEY, compute `ID` AS O_ID, USER_ID AS O_USER_ID
                              -> (`ROWKEY` INTEGER KEY, `O_ID` INTEGER, `O_USER_ID` INTEGER)
                                source-O: read stream ORDERS from topic orders (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                        """);
    }

    @Test
    void makesAKeyOfItsOwnForExpressions() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ROWKEY AS K, PAGE FROM CLICKS C JOIN ORDERS O WITHIN 1
                        HOUR ON ABS(C.ID) = ABS(O.ID);
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE
                          -> (`K` INTEGER KEY, `PAGE` STRING)
                            join-O: inner join of streams, up to 1 HOUR before and 1 HOUR after
                            -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING, `O_ID` INTEGER)
                              key-C: key by ABS(`ID`) AS ROWKEY, compute `ID` AS C_ID, PAGE AS C_PAGE
                              -> (`ROWKEY` INTEGER KEY, `C_ID` INTEGER, `C_PAGE` STRING)
                                source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                              key-O: key by ABS(`ID`) AS ROWKEY, compute `ID` AS O_ID
                              -> (`ROWKEY` INTEGER KEY, `O_ID` INTEGER)
                                source-O: read stream ORDERS from topic orders (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                        """);
    }

    @Test
    void prefixesTheColumnsOfAStar() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT * FROM USERS U FULL JOIN SHOPS S ON U.ID = S.ID;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          join-S: full join of tables
                          -> (`ROWKEY` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER, `S_ID` INTEGER, `S_CITY` STRING)
                            columns-U: compute `ID` AS U_ID, NAME AS U_NAME, SHOP AS U_SHOP
                            -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER)
                              source-U: read table USERS from topic users (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                            columns-S: compute `ID` AS S_ID, CITY AS S_CITY
                            -> (`ID` INTEGER KEY, `S_ID` INTEGER, `S_CITY` STRING)
                              source-S: read table SHOPS from topic shops (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `CITY` STRING)
                        """);
    }

    @Test
    void joinsAStreamWithATable() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT U.ID AS K, PAGE, NAME, U.ROWTIME FROM CLICKS C LEFT
                        JOIN USERS U ON C.USER_ID = U.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute C_PAGE AS PAGE, U_NAME AS NAME, U_ROWTIME
                          -> (`K` INTEGER KEY, `PAGE` STRING, `NAME` STRING, `U_ROWTIME` BIGINT)
                            join-U: left join of a stream with a table
                            -> (`ROWKEY` INTEGER KEY, `C_USER_ID` INTEGER, `C_PAGE` STRING, `U_ID` INTEGER, `U_NAME` STRING, `U_ROWTIME` BIGINT)
                              key-C: key by USER_ID AS ROWKEY, compute USER_ID AS C_USER_ID, PAGE AS C_PAGE
                              -> (`ROWKEY` INTEGER KEY, `C_USER_ID` INTEGER, `C_PAGE` STRING)
                                source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                              columns-U: compute `ID` AS U_ID, NAME AS U_NAME, ROWTIME AS U_ROWTIME
                              -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING, `U_ROWTIME` BIGINT)
                                source-U: read table USERS from topic users (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                        """);
    }

    @Test
    void joinsTablesByForeignKey() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT U.ID, NAME, CITY FROM USERS U JOIN SHOPS S ON S.ID =
                        U.SHOP + 1;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute U_NAME AS NAME, S_CITY AS CITY
                          -> (`U_ID` INTEGER KEY, `NAME` STRING, `CITY` STRING)
                            join-S: inner join of tables by foreign key U_SHOP + 1
                            -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER, `S_ID` INTEGER, `S_CITY` STRING)
                              columns-U: compute `ID` AS U_ID, NAME AS U_NAME, SHOP AS U_SHOP
                              -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_NAME` STRING, `U_SHOP` INTEGER)
                                source-U: read table USERS from topic users (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                              columns-S: compute `ID` AS S_ID, CITY AS S_CITY
                              -> (`ID` INTEGER KEY, `S_ID` INTEGER, `S_CITY` STRING)
                                source-S: read table SHOPS from topic shops (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `CITY` STRING)
                        """);
    }

    @Test
    void joinsByAForeignKeyOfSeveralColumns() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT U.ID, N FROM USERS U LEFT JOIN STOCK S ON U.ID = S.ITEM
                        AND U.SHOP = S.SHOP;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute S_N AS N
                          -> (`ID` INTEGER KEY, `N` INTEGER)
                            join-S: left join of tables by foreign key U_SHOP, U_ID
                            -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_SHOP` INTEGER, `S_SHOP` INTEGER, `S_ITEM` INTEGER, `S_N` INTEGER)
                              columns-U: compute `ID` AS U_ID, SHOP AS U_SHOP
                              -> (`ID` INTEGER KEY, `U_ID` INTEGER, `U_SHOP` INTEGER)
                                source-U: read table USERS from topic users (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                              columns-S: compute SHOP AS S_SHOP, ITEM AS S_ITEM, N AS S_N
                              -> (`SHOP` INTEGER KEY, `ITEM` INTEGER KEY, `S_SHOP` INTEGER, `S_ITEM` INTEGER, `S_N` INTEGER)
                                source-S: read table STOCK from topic stock (key JSON, value JSON)
                                -> (`SHOP` INTEGER KEY, `ITEM` INTEGER KEY, `N` INTEGER)
                        """);
    }

    @Test
    void joinsStreamsBySeveralColumns() {
        assertThat(shop.run("""
                        CREATE STREAM A WITH (key_format='JSON') AS SELECT C.ID, C.USER_ID, PAGE FROM
                        CLICKS C JOIN ORDERS O WITHIN 1 HOUR ON C.ID = O.ID AND C.USER_ID = O.USER_ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key JSON, value JSON)
                          project: compute C_PAGE AS PAGE
                          -> (`C_ID` INTEGER KEY, `C_USER_ID` INTEGER KEY, `PAGE` STRING)
                            join-O: inner join of streams, up to 1 HOUR before and 1 HOUR after
                            -> (`ROWKEY` INTEGER KEY, `ROWKEY_1` INTEGER KEY, `C_ID` INTEGER, `C_USER_ID` INTEGER, `C_PAGE` STRING, `O_ID` INTEGER, `O_USER_ID` INTEGER)
                              key-C: key by `ID` AS ROWKEY, USER_ID AS ROWKEY_1, compute `ID` AS C_ID, USER_ID AS C_USER_ID, PAGE AS C_PAGE
                              -> (`ROWKEY` INTEGER KEY, `ROWKEY_1` INTEGER KEY, `C_ID` INTEGER, `C_USER_ID` INTEGER, `C_PAGE` STRING)
                                source-C: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                              key-O: key by `ID` AS ROWKEY, USER_ID AS ROWKEY_1, compute `ID` AS O_ID, USER_ID AS O_USER_ID
                              -> (`ROWKEY` INTEGER KEY, `ROWKEY_1` INTEGER KEY, `O_ID` INTEGER, `O_USER_ID` INTEGER)
                                source-O: read stream ORDERS from topic orders (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                        """);
    }

    @Test
    void joinsWindowedStreams() {
        assertThat(shop.run("""
                        CREATE STREAM B AS SELECT * FROM VISITS; CREATE STREAM A AS SELECT * FROM VISITS
                        V JOIN B WITHIN 1 HOUR ON V.ID = B.ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute V_WINDOWSTART, V_WINDOWEND, V_N, B_ID, B_WINDOWSTART, B_WINDOWEND, B_N
                          -> (`V_ID` INTEGER WINDOWED KEY, `V_WINDOWSTART` BIGINT, `V_WINDOWEND` BIGINT, `V_N` BIGINT, `B_ID` INTEGER, `B_WINDOWSTART` BIGINT, `B_WINDOWEND` BIGINT, `B_N` BIGINT)
                            join-B: inner join of streams, up to 1 HOUR before and 1 HOUR after
                            -> (`ROWKEY` INTEGER WINDOWED KEY, `V_ID` INTEGER, `V_WINDOWSTART` BIGINT, `V_WINDOWEND` BIGINT, `V_N` BIGINT, `B_ID` INTEGER, `B_WINDOWSTART` BIGINT, `B_WINDOWEND` BIGINT, `B_N` BIGINT)
                              columns-V: compute `ID` AS V_ID, WINDOWSTART AS V_WINDOWSTART, WINDOWEND AS V_WINDOWEND, N AS V_N
                              -> (`ID` INTEGER WINDOWED KEY, `V_ID` INTEGER, `V_WINDOWSTART` BIGINT, `V_WINDOWEND` BIGINT, `V_N` BIGINT)
                                source-V: read stream VISITS from topic visits (key KAFKA, value JSON)
                                -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                              columns-B: compute `ID` AS B_ID, WINDOWSTART AS B_WINDOWSTART, WINDOWEND AS B_WINDOWEND, N AS B_N
                              -> (`ID` INTEGER WINDOWED KEY, `B_ID` INTEGER, `B_WINDOWSTART` BIGINT, `B_WINDOWEND` BIGINT, `B_N` BIGINT)
                                source-B: read stream B from topic B (key KAFKA, value JSON)
                                -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                        """);
    }
}
