package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** INSERT INTO … SELECT. */
class InsertPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void writesToTheTargetsTopic() {
        assertThat(shop.run("""
                        INSERT INTO ORDERS SELECT ID, USER_ID, CAST(1 AS DECIMAL(9, 2)) AS AMOUNT FROM
                        CLICKS;
                        """)).isEqualTo("""
                        write stream ORDERS to topic orders (key KAFKA, value JSON)
                          project: compute USER_ID, CAST(1 AS DECIMAL(9, 2)) AS AMOUNT
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void widensNumbersToTheTargetsTypes() {
        assertThat(shop.run("""
                        INSERT INTO ORDERS SELECT ID, USER_ID, 1 AS AMOUNT FROM CLICKS;
                        """)).isEqualTo("""
                        write stream ORDERS to topic orders (key KAFKA, value JSON)
                          cast: compute USER_ID, CAST(AMOUNT AS DECIMAL(9, 2)) AS AMOUNT
                          -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2))
                            project: compute USER_ID, 1 AS AMOUNT
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` INTEGER)
                              source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                              -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }

    @Test
    void writesWithoutAKeyWhereTheTargetHasNone() {
        assertThat(shop.run("""
                        INSERT INTO EVENTS SELECT PAGE AS KIND, ID AS AMOUNT FROM CLICKS PARTITION BY
                        NULL;
                        """)).isEqualTo("""
                        write stream EVENTS to topic events (key NONE, value JSON)
                          partition: key by nothing, compute PAGE AS KIND, `ID` AS AMOUNT
                          -> (`KIND` STRING, `AMOUNT` INTEGER)
                            source-CLICKS: read stream CLICKS from topic clicks (key KAFKA, value JSON)
                            -> (`ID` INTEGER KEY, `USER_ID` INTEGER, `PAGE` STRING)
                        """);
    }
}
