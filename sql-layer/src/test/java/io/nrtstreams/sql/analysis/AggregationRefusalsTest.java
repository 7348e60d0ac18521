package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be grouped or aggregated. */
class AggregationRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    CREATE STREAM A AS SELECT PAGE, COUNT(*) FROM CLICKS GROUP BY PAGE; => line 1, column 1: The query gives a table, since it reads a table or aggregates. Use CREATE TABLE A.
                    CREATE TABLE A AS SELECT * FROM CLICKS; => line 1, column 1: The query gives a stream, since it reads a stream and aggregates nothing. Use CREATE STREAM A, or GROUP BY with an aggregate.
                    CREATE STREAM A AS SELECT ID, COUNT(*) FROM CLICKS; => line 1, column 31: The aggregate function COUNT needs GROUP BY, which says over which rows. To aggregate all rows, group by a constant: SELECT 1 AS K, … GROUP BY 1.
                    CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS HAVING ID > 3; => line 1, column 55: HAVING filters groups and needs GROUP BY. To filter rows, use WHERE.
                    CREATE TABLE A AS SELECT ID, PAGE, COUNT(*) FROM CLICKS GROUP BY ID; => line 1, column 30: The column PAGE in SELECT is neither grouped nor aggregated. Add it to GROUP BY, or take one of its values, such as LATEST_BY_OFFSET(PAGE).
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS GROUP BY ID HAVING PAGE = 'a'; => line 1, column 70: The column PAGE in HAVING is neither grouped nor aggregated. Add it to GROUP BY, or take one of its values, such as LATEST_BY_OFFSET(PAGE).
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS GROUP BY ID HAVING COUNT(*); => line 1, column 70: The condition of HAVING must be a BOOLEAN, and this is BIGINT. Compare it with something.
                    CREATE TABLE A AS SELECT USER_ID, PAGE, COUNT(*) FROM CLICKS GROUP BY USER_ID + 1, PAGE; => line 1, column 26: The column USER_ID in SELECT is neither grouped nor aggregated. Add it to GROUP BY, or take one of its values, such as LATEST_BY_OFFSET(USER_ID).
                    CREATE TABLE A AS SELECT ID, SUM(COUNT(*)) FROM CLICKS GROUP BY ID; => line 1, column 34: The aggregate function COUNT cannot be an argument of SUM. Compute it in a query of its own first.
                    CREATE TABLE A AS SELECT ID, UCASE('a') FROM CLICKS GROUP BY ID; => line 1, column 19: GROUP BY needs an aggregate function in SELECT or HAVING, such as COUNT(*).
                    CREATE TABLE A AS SELECT ID, CUONT(PAGE) FROM CLICKS GROUP BY ID; => line 1, column 30: There is no function CUONT. Did you mean COUNT? SHOW FUNCTIONS lists them.
                    CREATE TABLE A AS SELECT ID, COUNT(*), SUMM(USER_ID) FROM CLICKS GROUP BY ID; => line 1, column 40: There is no function SUMM. Did you mean SUM? SHOW FUNCTIONS lists them.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WHERE COUNT(*) > 3 GROUP BY ID; => line 1, column 57: The aggregate function COUNT cannot stand in WHERE. To filter groups, use HAVING.
                    CREATE TABLE A AS SELECT COUNT(*), COUNT(*) + 1 FROM CLICKS GROUP BY COUNT(*); => line 1, column 70: The aggregate function COUNT cannot stand in GROUP BY.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS GROUP BY ID, ID; => line 1, column 64: GROUP BY names the same expression twice; leave one.
                    CREATE TABLE A AS SELECT ID, COUNT(*), EXPLODE(TAGS) FROM POSTS GROUP BY ID; => line 1, column 40: The table function EXPLODE cannot stand beside GROUP BY. Select it in a sub-query or a stream of its own, and group that.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS GROUP BY ID PARTITION BY ID; => line 1, column 19: GROUP BY and PARTITION BY both make the key; leave one.
                    CREATE TABLE A AS SELECT COUNT(*) FROM CLICKS GROUP BY PAGE; => line 1, column 19: The key of the result is not selected. Add PAGE to the SELECT list; as it is the key, it is not written to the value.
                    CREATE TABLE A AS SELECT PAGE, PAGE AS P, COUNT(*) FROM CLICKS GROUP BY PAGE; => line 1, column 32: The key column is selected twice, as PAGE and as P. To have a copy of it in the value, write AS_VALUE(…) AS P.
                    CREATE TABLE A AS SELECT PAGE FROM CLICKS GROUP BY PAGE HAVING COUNT(*) > 1; => line 1, column 1: All columns of the result are its key, so there is no value to write. Select another column, or a copy of the key with AS_VALUE.
                    CREATE TABLE A AS SELECT SHOP, TOPK(ID, 3) FROM USERS GROUP BY SHOP; => line 1, column 32: The aggregate function TOPK cannot take back a row that a table changes. Use another, such as COUNT, SUM, AVG or COLLECT_LIST, or aggregate a stream of the same topic.
                    CREATE TABLE A AS SELECT MARKS, COUNT(*) FROM POSTS GROUP BY MARKS; => line 1, column 62: The key column MARKS has the type MAP<STRING, INTEGER>, but a key cannot hold a MAP: equal maps may be written differently. Use an ARRAY of STRUCT, or move the column to the value.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM USERS WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY ID; => line 1, column 57: WINDOW parts the records of a stream, and a table has only its present rows. Leave it out, or read the table's topic as a stream.
                    CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR); => line 1, column 55: WINDOW goes with GROUP BY: windows part the rows of each group.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW HOPPING (SIZE 1 HOUR, ADVANCE BY 2 HOURS) GROUP BY ID; => line 1, column 58: ADVANCE BY is longer than SIZE, so records between two windows would be lost. Make it 1 HOUR at most.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW HOPPING (SIZE 1 HOUR, ADVANCE BY 0 HOURS) GROUP BY ID; => line 1, column 91: A window's size, advance and gap must be longer than nothing.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 0 SECONDS) GROUP BY ID; => line 1, column 73: A window's size, advance and gap must be longer than nothing.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR, RETENTION 30 MINUTES) GROUP BY ID; => line 1, column 58: RETENTION is shorter than the window and its GRACE PERIOD together, so open windows would be lost. Make it 1 HOUR at least.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR, RETENTION 1 HOUR, GRACE PERIOD 1 MINUTE) GROUP BY ID; => line 1, column 58: RETENTION is shorter than the window and its GRACE PERIOD together, so open windows would be lost. Make it 61 MINUTES at least.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS GROUP BY ID EMIT FINAL; => line 1, column 19: EMIT FINAL waits for the end of windows, and this query has no WINDOW. Use EMIT CHANGES.
                    CREATE TABLE A AS SELECT ID, WINDOWSTART, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY ID; => line 1, column 30: WINDOWSTART is the name of a pseudo column, so no column of a result can have it. Name it with AS.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR) WHERE WINDOWSTART > 3 GROUP BY ID; => line 1, column 87: WINDOWSTART is known only where keys are windowed: in the SELECT of an aggregation with WINDOW, or of a source declared with WINDOW_TYPE.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY ID, WINDOWSTART; => line 1, column 94: WINDOWSTART is known only where keys are windowed: in the SELECT of an aggregation with WINDOW, or of a source declared with WINDOW_TYPE.
                    CREATE TABLE A AS SELECT ID, COUNT(*) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY ID HAVING WINDOWSTART > 3; => line 1, column 100: WINDOWSTART is known only where keys are windowed: in the SELECT of an aggregation with WINDOW, or of a source declared with WINDOW_TYPE.
                    CREATE TABLE A AS SELECT ID, MAX(WINDOWSTART) FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY ID; => line 1, column 34: WINDOWSTART is not known before rows are grouped, so it cannot be an argument of MAX.
                    CREATE TABLE A AS SELECT WINDOWSTART AS S, COUNT(*) AS N, ID FROM CLICKS GROUP BY ID; => line 1, column 26: WINDOWSTART is known only where keys are windowed: in the SELECT of an aggregation with WINDOW, or of a source declared with WINDOW_TYPE.
                    """)
    void refuses(String statement, String message) {
        Planning shop = Planning.shop();

        assertThatThrownBy(() -> shop.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessage(message);
    }
}
