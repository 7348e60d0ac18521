package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be selected or filtered. */
class SelectRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    CREATE STREAM A AS SELECT ID, PAGE FROM CLIKS; => line 1, column 41: There is no stream or table CLIKS. Did you mean CLICKS?
                    CREATE STREAM A AS SELECT ID, PGE FROM CLICKS; => line 1, column 31: There is no column PGE. Did you mean PAGE?
                    CREATE STREAM A AS SELECT ID, C.PAGE FROM CLICKS; => line 1, column 31: There is no source C in this query; it reads CLICKS.
                    CREATE STREAM A AS SELECT X.* FROM CLICKS C; => line 1, column 27: There is no source X in this query; it reads C.
                    CREATE STREAM A AS SELECT ID, C.PGE FROM CLICKS C; => line 1, column 31: There is no column PGE in C. Did you mean PAGE?
                    CREATE STREAM A AS SELECT PAGE FROM CLICKS; => line 1, column 20: The key of the result is not selected. Add `ID` to the SELECT list; as it is the key, it is not written to the value.
                    CREATE STREAM A AS SELECT ITEM, N FROM PARCELS; => line 1, column 20: The key of the result is not selected. Add SHOP to the SELECT list; as it is the key, it is not written to the value.
                    CREATE STREAM A AS SELECT ID, ID AS B, PAGE FROM CLICKS; => line 1, column 31: The key column is selected twice, as ID and as B. To have a copy of it in the value, write AS_VALUE(…) AS B.
                    CREATE STREAM A AS SELECT ID FROM CLICKS; => line 1, column 1: All columns of the result are its key, so there is no value to write. Select another column, or a copy of the key with AS_VALUE.
                    CREATE STREAM A AS SELECT ID, PAGE, USER_ID AS PAGE FROM CLICKS; => line 1, column 37: The result has two columns PAGE; give one another name with AS.
                    CREATE STREAM A AS SELECT ID, ROWTIME FROM CLICKS; => line 1, column 31: ROWTIME is the name of a pseudo column, so no column of a result can have it. Name it with AS.
                    CREATE STREAM A AS SELECT ID, PAGE AS WINDOWEND FROM CLICKS; => line 1, column 31: WINDOWEND is the name of a pseudo column, so no column of a result can have it. Name it with AS.
                    CREATE STREAM A AS SELECT ID, WINDOWSTART AS W FROM CLICKS; => line 1, column 31: WINDOWSTART is known only where keys are windowed: in the SELECT of an aggregation with WINDOW, or of a source declared with WINDOW_TYPE.
                    CREATE STREAM A AS SELECT ID, NULL AS X FROM CLICKS; => line 1, column 31: The column X is NULL and so has no type. Give it one, such as CAST(NULL AS STRING).
                    CREATE STREAM A AS SELECT ID, TAGS->* FROM POSTS; => line 1, column 31: ->* lists the fields of a STRUCT, and this is ARRAY<STRING>.
                    CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS WHERE PAGE; => line 1, column 54: The condition of WHERE must be a BOOLEAN, and this is STRING. Compare it with something.
                    CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS WHERE NULL; => line 1, column 54: The condition of WHERE must be a BOOLEAN, and this is NULL. Compare it with something.
                    CREATE STREAM A AS SELECT ID, EXPLODE(TAGS) FROM POSTS WHERE EXPLODE(TAGS) = 'a'; => line 1, column 62: The table function EXPLODE cannot stand in WHERE, only in SELECT. Select it in a sub-query or a stream of its own first.
                    CREATE STREAM A AS SELECT ID, EXPLODE(EXPLODE(TAGS)) FROM POSTS; => line 1, column 39: The table function EXPLODE cannot be an argument of EXPLODE. Compute it in a query of its own first.
                    CREATE TABLE A AS SELECT ID, EXPLODE(ARRAY[1]) FROM USERS; => line 1, column 30: The table function EXPLODE needs a stream: a table has one row for each key.
                    CREATE STREAM A AS SELECT * FROM CLICKS LIMIT 3; => line 1, column 20: LIMIT is for queries that are shown; what is stored has no end. Leave it out.
                    SELECT * FROM CLICKS ORDER BY ID EMIT CHANGES; => line 1, column 31: ORDER BY needs an end, and this query has none. Leave it out, or order the result with a pull query, without EMIT.
                    SELECT * FROM CLICKS EMIT FINAL; => line 1, column 1: EMIT FINAL waits for the end of windows, and this query has no WINDOW. Use EMIT CHANGES.
                    CREATE TABLE A AS SELECT * FROM TOTALS; => line 1, column 33: A windowed table cannot be the source of a persistent query. Declare a stream over its topic with the same WINDOW_TYPE and WINDOW_SIZE, and read that.
                    CREATE STREAM A AS SELECT * FROM USERS PARTITION BY SHOP; => line 1, column 20: A table has its primary key and cannot be partitioned by another. Use GROUP BY with an aggregate.
                    CREATE STREAM A AS SELECT * FROM CLICKS PARTITION BY NULL, PAGE; => line 1, column 54: PARTITION BY cannot name NULL beside other expressions; leave it out.
                    CREATE STREAM A AS SELECT * FROM POSTS PARTITION BY MARKS; => line 1, column 53: The key column MARKS has the type MAP<STRING, INTEGER>, but a key cannot hold a MAP: equal maps may be written differently. Use an ARRAY of STRUCT, or move the column to the value.
                    CREATE STREAM A AS SELECT * FROM CLICKS PARTITION BY PAGE, PAGE; => line 1, column 60: PARTITION BY names the same expression twice; leave one.
                    CREATE STREAM A AS SELECT ID FROM CLICKS PARTITION BY PAGE; => line 1, column 20: The key of the result is not selected. Add PAGE to the SELECT list; as it is the key, it is not written to the value.
                    CREATE STREAM A AS SELECT * FROM VISITS PARTITION BY N; => line 1, column 20: The keys of this stream are windowed, so it cannot be partitioned by anything else. Leave PARTITION BY out.
                    CREATE STREAM A AS SELECT * FROM POSTS PARTITION BY EXPLODE(TAGS); => line 1, column 53: The table function EXPLODE cannot stand in PARTITION BY, only in SELECT. Select it in a sub-query or a stream of its own first.
                    CREATE STREAM A AS SELECT ID, USER_ID FROM CLICKS UNION ALL SELECT ID, PAGE FROM CLICKS; => line 1, column 61: The SELECTs of UNION ALL must give columns of the same types in the same order, keys too. The first gives (`ID` INTEGER KEY, `USER_ID` INTEGER), this one (`ID` INTEGER KEY, `PAGE` STRING). CAST what differs, and PARTITION BY the same columns.
                    CREATE TABLE A AS SELECT ID, NAME FROM USERS UNION ALL SELECT ID, NAME FROM USERS; => line 1, column 19: UNION ALL adds the records of streams, and this SELECT gives a table or windowed keys. Store it as a table and read that one's topic as a stream.
                    CREATE STREAM A AS SELECT DISTINCT MARKS FROM POSTS; => line 1, column 20: The key column MARKS has the type MAP<STRING, INTEGER>, but a key cannot hold a MAP: equal maps may be written differently. Use an ARRAY of STRUCT, or move the column to the value.
                    CREATE TABLE A AS SELECT DISTINCT SHOP FROM USERS; => line 1, column 19: DISTINCT is for streams. For the different values of a table's columns, use GROUP BY with COUNT(*).
                    CREATE TABLE A AS SELECT DISTINCT PAGE FROM CLICKS GROUP BY PAGE; => line 1, column 19: DISTINCT does not go with GROUP BY or PARTITION BY. Select from a sub-query.
                    CREATE STREAM A AS SELECT DISTINCT * FROM VISITS; => line 1, column 20: DISTINCT is not for streams whose keys are windowed.
                    """)
    void refuses(String statement, String message) {
        Planning shop = Planning.shop();

        assertThatThrownBy(() -> shop.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessage(message);
    }
}
