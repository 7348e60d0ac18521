package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Projections, filters and table functions. */
class SelectPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void readsAWholeStreamAsItIs() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT * FROM CLICKS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void computesColumnsAndNamesThem() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID AS K, UCASE(PAGE), USER_ID + 1 AS NEXT,
                        AS_VALUE(ID) AS COPY FROM CLICKS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute UCASE(PAGE) AS KSQL_COL_0, USER_ID + 1 AS NEXT, `ID` AS COPY
                          -> (`K` INTEGER KEY, `KSQL_COL_0` STRING, `NEXT` INTEGER, `COPY` INTEGER)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void namesFieldsOfStructsAfterTheField() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID, PLACE->CITY, PLACE->CITY + '!' FROM POSTS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute PLACE->CITY AS CITY, PLACE->CITY + '!' AS KSQL_COL_0
                          -> (`ID` INTEGER KEY, `CITY` STRING, `KSQL_COL_0` STRING)
                            source-POSTS: read stream POSTS from topic posts (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>)
                        """);
    }

    @Test
    void writesOutTheFieldsOfAStruct() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID, PLACE->* FROM POSTS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute PLACE->CITY AS CITY, PLACE->LAT AS LAT
                          -> (`ID` INTEGER KEY, `CITY` STRING, `LAT` DOUBLE)
                            source-POSTS: read stream POSTS from topic posts (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>)
                        """);
    }

    @Test
    void filtersBeforeItComputes() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS WHERE USER_ID > 3 AND ROWTIME >
                        0;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute PAGE
                          -> (`ID` INTEGER KEY, `PAGE` STRING)
                            where: keep rows where USER_ID > 3 AND ROWTIME > 0
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void remembersATablesRowsToDeleteWhatNoLongerPasses() {
        assertThat(shop.run("""
                        CREATE TABLE A AS SELECT ID, NAME FROM USERS WHERE SHOP = 1;
                        """)).isEqualTo("""
                        write table A to topic A (key KAFKA, value JSON)
                          project: compute NAME
                          -> (`ID` INTEGER KEY, `NAME` STRING)
                            where: keep rows where SHOP = 1
                              source-USERS: read table USERS from topic users (key KAFKA, value JSON), remembering rows
                              -> (`ID` INTEGER KEY, `NAME` STRING, `SHOP` INTEGER)
                        """);
    }

    @Test
    void copiesHeadersIntoTheValue() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT * FROM NOTES;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute TEXT, FROM_HEADER
                          -> (`ID` INTEGER KEY, `TEXT` STRING, `FROM_HEADER` BYTES)
                            source-NOTES: read stream NOTES from topic notes (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `TEXT` STRING, `FROM_HEADER` BYTES HEADERS)
                        """);
    }

    @Test
    void ordersTheKeyOfAStreamAsSelected() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ITEM, SHOP, N FROM PARCELS;
                        """)).isEqualTo("""
                        write stream A to topic A (key JSON, value JSON)
                          project: key by ITEM, SHOP, compute N
                          -> (`ITEM` INTEGER KEY, `SHOP` INTEGER KEY, `N` INTEGER)
                            source-PARCELS: read stream PARCELS from topic parcels (key JSON, value JSON)
                            -> (`SHOP` INTEGER KEY, `ITEM` INTEGER KEY, `N` INTEGER)
                        """);
    }

    @Test
    void makesARowOfEachElement() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID, EXPLODE(TAGS) AS TAG, LEN(EXPLODE(TAGS)) FROM
                        POSTS WHERE ID > 1;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute ELEMENT_0 AS TAG, LEN(ELEMENT_0) AS KSQL_COL_0
                          -> (`ID` INTEGER KEY, `TAG` STRING, `KSQL_COL_0` INTEGER)
                            explode: a row for each element of EXPLODE(TAGS) AS ELEMENT_0
                            -> (`ID` INTEGER KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>, `ELEMENT_0` STRING)
                              where: keep rows where `ID` > 1
                                source-POSTS: read stream POSTS from topic posts (key KAFKA, value JSON)
                                -> (`ID` INTEGER KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>)
                        """);
    }

    @Test
    void keepsWindowsAndLeavesTheirBoundsOutOfTheValue() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT *, WINDOWEND AS UNTIL FROM VISITS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute N, WINDOWEND AS UNTIL
                          -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT, `UNTIL` BIGINT)
                            source-VISITS: read stream VISITS from topic visits (key KAFKA, value JSON)
                            -> (`ID` INTEGER WINDOWED KEY, `N` BIGINT)
                        """);
    }

    @Test
    void writesOutTypesMadeByCreateType() {
        assertThat(shop.run("""
                        CREATE TYPE MONEY AS DECIMAL(9, 3); CREATE STREAM A AS SELECT ID, CAST(USER_ID
                        AS MONEY) AS X FROM CLICKS;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute CAST(USER_ID AS DECIMAL(9, 3)) AS X
                          -> (`ID` INTEGER KEY, `X` DECIMAL(9, 3))
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }
}
