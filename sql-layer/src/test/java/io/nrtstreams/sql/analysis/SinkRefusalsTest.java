package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be written. */
class SinkRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    CREATE STREAM A WITH (value_format='DELIMITED') AS SELECT * FROM POSTS; => line 1, column 1: DELIMITED holds no ARRAY, MAP or STRUCT, but there is `TAGS` ARRAY<STRING>; choose another VALUE_FORMAT, such as JSON.
                    CREATE STREAM A WITH (value_format='XML') AS SELECT * FROM CLICKS; => line 1, column 1: There is no format XML; the formats are DELIMITED, JSON, KAFKA, NONE.
                    CREATE STREAM A WITH (key_format='NONE') AS SELECT * FROM CLICKS; => line 1, column 1: NONE holds no columns, but there is `ID` INTEGER; choose another KEY_FORMAT, or leave the column out.
                    CREATE STREAM A WITH (timestamp='PAGES') AS SELECT * FROM CLICKS; => line 1, column 1: TIMESTAMP names the column PAGES, which there is not. Did you mean PAGE?
                    CREATE STREAM A WITH (timestamp='PAGE') AS SELECT * FROM CLICKS; => line 1, column 1: The TIMESTAMP column PAGE is a STRING and needs TIMESTAMP_FORMAT, its pattern.
                    CREATE STREAM A WITH (wrap_single_value=false) AS SELECT * FROM CLICKS; => line 1, column 1: WRAP_SINGLE_VALUE is for values of one column, and this one has 2. Leave it out.
                    CREATE TABLE A WITH (retention_ms=1000) AS SELECT * FROM USERS; => line 1, column 1: RETENTION_MS would drop rows of a table that are still valid. Leave it out; only windowed tables may have it.
                    CREATE TABLE A AS SELECT TAGS, COUNT(*) FROM POSTS GROUP BY TAGS; => line 1, column 1: KAFKA holds INTEGER, BIGINT, DOUBLE, STRING or BYTES, which `TAGS` ARRAY<STRING> is not; choose another KEY_FORMAT, such as JSON.
                    CREATE TABLE A AS SELECT USER_ID, PAGE, COUNT(*) FROM CLICKS GROUP BY USER_ID, PAGE; => line 1, column 1: The key has 2 columns, and KAFKA holds only one. Use a format for several columns, such as KEY_FORMAT='JSON'.
                    INSERT INTO USERS SELECT * FROM CLICKS; => line 1, column 1: USERS is a table, and INSERT INTO … SELECT is for streams. Use CREATE TABLE … AS SELECT, or INSERT INTO … VALUES for single rows.
                    INSERT INTO FIXED SELECT ID, PAGE FROM CLICKS; => line 1, column 1: FIXED was declared with CREATE SOURCE and is only read.
                    INSERT INTO NOTES SELECT ID, PAGE AS TEXT FROM CLICKS; => line 1, column 1: NOTES has columns of headers, which cannot be written. Declare a stream without them over the same topic, and insert into that.
                    INSERT INTO ORDRS SELECT ID, USER_ID FROM CLICKS; => line 1, column 1: There is no stream ORDRS to insert into. Did you mean ORDERS?
                    INSERT INTO ORDERS SELECT ID, USER_ID FROM CLICKS; => line 1, column 1: The result does not fit ORDERS: it has the columns (`ID` INTEGER KEY, `USER_ID` INTEGER), and must have (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2)). Select these in this order, under these names, and CAST what differs.
                    INSERT INTO ORDERS SELECT ID, USER_ID, USER_ID AS AMOUNT FROM CLICKS; => line 1, column 1: The result does not fit ORDERS: it has the columns (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` INTEGER), and must have (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2)). Select these in this order, under these names, and CAST what differs.
                    INSERT INTO ORDERS SELECT ID AS K, USER_ID, 1 AS AMOUNT FROM CLICKS; => line 1, column 1: The result does not fit ORDERS: it has the columns (`K` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` INTEGER), and must have (`ID` INTEGER KEY, `USER_ID` INTEGER, `AMOUNT` DECIMAL(9, 2)). Select these in this order, under these names, and CAST what differs.
                    INSERT INTO EVENTS SELECT PAGE AS KIND, USER_ID AS AMOUNT FROM CLICKS; => line 1, column 20: The key of the result is not selected. Add `ID` to the SELECT list; as it is the key, it is not written to the value.
                    INSERT INTO CLICKS SELECT ID, SHOP AS USER_ID, NAME AS PAGE FROM USERS; => line 1, column 1: The query gives a table, whose changes are not the records of a stream. Use CREATE TABLE.
                    INSERT INTO VISITS SELECT ID, CAST(1 AS BIGINT) AS N FROM CLICKS; => line 1, column 1: The result does not fit VISITS: it has the columns (`ID` INTEGER KEY, `N` BIGINT), and must have (`ID` INTEGER WINDOWED KEY, `N` BIGINT). Select these in this order, under these names, and CAST what differs.
                    """)
    void refuses(String statement, String message) {
        Planning shop = Planning.shop();

        assertThatThrownBy(() -> shop.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessage(message);
    }
}
