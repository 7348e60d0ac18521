package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** PARTITION BY. */
class PartitionPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void keysByAColumn() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT * FROM CLICKS PARTITION BY USER_ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          partition: key by USER_ID, compute PAGE, `ID`
                          -> (`USER_ID` INTEGER KEY, `PAGE` STRING, `ID` INTEGER)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void keysByAnExpressionUnderItsAlias() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT UCASE(PAGE) AS P, ID FROM CLICKS PARTITION BY
                        UCASE(PAGE);
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          partition: key by UCASE(PAGE) AS P, compute `ID`
                          -> (`P` STRING KEY, `ID` INTEGER)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void addsTheNewKeyToAStar() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT * FROM POSTS PARTITION BY PLACE->CITY;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          partition: key by PLACE->CITY AS CITY, compute TAGS, PLACE, MARKS, `ID`
                          -> (`CITY` STRING KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>, `ID` INTEGER)
                            source-POSTS: read stream POSTS from topic posts (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `TAGS` ARRAY<STRING>, `PLACE` STRUCT<`CITY` STRING, `LAT` DOUBLE>, `MARKS` MAP<STRING, INTEGER>)
                        """);
    }

    @Test
    void keysBySeveralColumnsInTheOrderOfTheSelect() {
        assertThat(shop.run("""
                        CREATE STREAM A WITH (key_format='JSON') AS SELECT PAGE, USER_ID, ID FROM CLICKS
                        PARTITION BY USER_ID, PAGE;
                        """)).isEqualTo("""
                        write stream A to topic A (key JSON, value JSON)
                          partition: key by PAGE, USER_ID, compute `ID`
                          -> (`PAGE` STRING KEY, `USER_ID` INTEGER KEY, `ID` INTEGER)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void takesTheKeyAwayByNull() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT * FROM CLICKS PARTITION BY NULL;
                        """)).isEqualTo("""
                        write stream A to topic A (key NONE, value JSON)
                          partition: key by nothing, compute USER_ID, PAGE, `ID`
                          -> (`USER_ID` INTEGER, `PAGE` STRING, `ID` INTEGER)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void changesNothingByTheKeyThatIs() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS PARTITION BY ID;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          project: compute PAGE
                          -> (`ID` INTEGER KEY, `PAGE` STRING)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void keysAKeylessStreamInTheDefaultFormat() {
        assertThat(shop.run("""
                        CREATE STREAM A AS SELECT * FROM EVENTS PARTITION BY KIND;
                        """)).isEqualTo("""
                        write stream A to topic A (key KAFKA, value JSON)
                          partition: key by KIND, compute AMOUNT
                          -> (`KIND` STRING KEY, `AMOUNT` INTEGER)
                            source-EVENTS: read stream EVENTS from topic events (key NONE, value JSON)
                            -> (`KIND` STRING, `AMOUNT` INTEGER)
                        """);
    }
}
