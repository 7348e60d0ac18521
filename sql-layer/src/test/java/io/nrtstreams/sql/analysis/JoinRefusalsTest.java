package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be joined. */
class JoinRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN CLICKS D WITHIN 1 HOUR ON C.ID = D.ID; => line 1, column 48: CLICKS cannot be joined with itself. Declare a second source over its topic and join with that.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN ORDERS C WITHIN 1 HOUR ON C.ID = C.ID; => line 1, column 48: Two sources are called C; give one an alias with AS.
                    CREATE STREAM A AS SELECT * FROM CLICKS JOIN ORDERS ON CLICKS.ID = ORDERS.ID; => line 1, column 41: A join of two streams needs WITHIN, which says how far apart records may be, such as WITHIN 1 HOUR before ON.
                    CREATE STREAM A AS SELECT * FROM CLICKS C RIGHT JOIN USERS U ON C.ID = U.ID; => line 1, column 43: A stream can be joined with a table by INNER and LEFT JOIN only, since a table's change alone gives no record. Use one of these.
                    CREATE STREAM A AS SELECT * FROM CLICKS C FULL JOIN USERS U ON C.ID = U.ID; => line 1, column 43: A stream can be joined with a table by INNER and LEFT JOIN only, since a table's change alone gives no record. Use one of these.
                    CREATE STREAM A AS SELECT * FROM USERS U JOIN CLICKS C ON C.ID = U.ID; => line 1, column 42: A table cannot be joined with a stream. Write the stream left of the table: C JOIN U.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U WITHIN 1 HOUR ON C.ID = U.ID; => line 1, column 56: WITHIN is for joins of two streams, and U is a table. Leave it out.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID = U.SHOP; => line 1, column 59: The table U must be joined by its whole primary key, U.ID, and by nothing else. To look rows up by another column, make a table grouped by it.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID = U.ID AND C.PAGE = U.NAME; => line 1, column 59: The table U must be joined by its whole primary key, U.ID, and by nothing else. To look rows up by another column, make a table grouped by it.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN STOCK S ON C.ID = S.SHOP; => line 1, column 59: The table S must be joined by its whole primary key, S.SHOP and S.ITEM, and by nothing else. To look rows up by another column, make a table grouped by it.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.PAGE = U.ID; => line 1, column 59: Both sides of a join condition must have one type, but the left one is STRING and the right one INTEGER. CAST one of them.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN VISITS V WITHIN 1 HOUR ON C.ID = V.N; => line 1, column 74: Both sides of a join condition must have one type, but the left one is INTEGER and the right one BIGINT. CAST one of them.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID > U.ID; => line 1, column 59: A join condition is an equality between both sides, such as a.id = b.id, or several joined by AND. Put other conditions into WHERE.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID = U.ID OR C.ID = U.SHOP; => line 1, column 59: A join condition is an equality between both sides, such as a.id = b.id, or several joined by AND. Put other conditions into WHERE.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID = U.ID AND U.ID = C.ID; => line 1, column 59: The join condition says the same equality twice; leave one.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID = 3; => line 1, column 59: One side of the equality must name columns of U only, and the other columns of C only.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON C.ID + U.ID = U.ID; => line 1, column 59: One side of the equality must name columns of U only, and the other columns of C only.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON ID = U.ID; => line 1, column 59: The column ID is ambiguous: it could be C.ID or U.ID. Name the source before it.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN USERS U ON X.ID = U.ID; => line 1, column 59: There is no source X in this query; it reads C, U.
                    CREATE STREAM A AS SELECT * FROM POSTS P JOIN CLICKS C WITHIN 1 HOUR ON P.MARKS = MAP('a' := C.ID); => line 1, column 73: The key column of the join has the type MAP<STRING, INTEGER>, but a key cannot hold a MAP: equal maps may be written differently. Use an ARRAY of STRUCT, or move the column to the value.
                    CREATE STREAM A AS SELECT * FROM VISITS V JOIN CLICKS C WITHIN 1 HOUR ON V.ID = C.ID; => line 1, column 43: The keys of V are windowed and those of the other side are not, so they are never equal. Join two windowed sources or two others.
                    CREATE STREAM A AS SELECT * FROM VISITS V JOIN SESSIONS S WITHIN 1 HOUR ON V.ID = S.ID; => line 1, column 43: Sessions and windows of a fixed size cannot be joined: their keys are never equal.
                    CREATE STREAM A AS SELECT * FROM VISITS V JOIN FIXED F WITHIN 1 HOUR ON V.ID = F.ID; => line 1, column 43: The keys of V are windowed and those of the other side are not, so they are never equal. Join two windowed sources or two others.
                    CREATE STREAM A AS SELECT * FROM CLICKS C JOIN TOTALS T ON C.ID = T.ID; => line 1, column 48: A windowed table cannot be the source of a persistent query. Declare a stream over its topic with the same WINDOW_TYPE and WINDOW_SIZE, and read that.
                    CREATE TABLE A AS SELECT * FROM USERS U RIGHT JOIN SHOPS S ON U.SHOP = S.ID; => line 1, column 41: A join by a foreign key is INNER or LEFT. For RIGHT JOIN both tables must be joined by their primary keys.
                    CREATE TABLE A AS SELECT * FROM USERS U JOIN SHOPS S ON U.ID = S.ID JOIN STOCK T ON U.SHOP = T.ITEM AND U.ID = T.SHOP; => line 1, column 85: Only the first join of a query can be by a foreign key, that is, by a column that is not the left table's key. Make a table of the joins before it, and join that.
                    CREATE TABLE A AS SELECT * FROM USERS U JOIN SHOPS S ON U.NAME = S.ID; => line 1, column 57: Both sides of a join condition must have one type, but the left one is STRING and the right one INTEGER. CAST one of them.
                    CREATE STREAM A AS SELECT PAGE FROM CLICKS C JOIN USERS U ON C.ID = U.ID; => line 1, column 20: The key of the result is not selected. Add C.`ID` or U.`ID` to the SELECT list; as it is the key, it is not written to the value.
                    CREATE STREAM A AS SELECT C.*, O.* FROM CLICKS C JOIN ORDERS O WITHIN 1 HOUR ON ABS(C.ID) = ABS(O.ID); => line 1, column 20: The key of the result is not selected. Add ROWKEY to the SELECT list; as it is the key, it is not written to the value.
                    CREATE STREAM A AS SELECT C.ID, USER_ID FROM CLICKS C JOIN ORDERS O WITHIN 1 HOUR ON C.ID = O.ID; => line 1, column 33: The column USER_ID is ambiguous: it could be C.USER_ID or O.USER_ID. Name the source before it.
                    CREATE STREAM A AS SELECT C.ID, ROWTIME AS T FROM CLICKS C JOIN ORDERS O WITHIN 1 HOUR ON C.ID = O.ID; => line 1, column 33: The column ROWTIME is ambiguous: it could be C.ROWTIME or O.ROWTIME. Name the source before it.
                    CREATE STREAM A AS SELECT C.ID, C.ID AS D, PAGE FROM CLICKS C JOIN ORDERS O WITHIN 1 HOUR ON C.ID = O.ID; => line 1, column 33: The key column is selected twice, as C_ID and as D. To have a copy of it in the value, write AS_VALUE(…) AS D.
                    """)
    void refuses(String statement, String message) {
        Planning shop = Planning.shop();

        assertThatThrownBy(() -> shop.run(statement))
                .isInstanceOf(SqlException.class)
                .hasMessage(message);
    }
}
