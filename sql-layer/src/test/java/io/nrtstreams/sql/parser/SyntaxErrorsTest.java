package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user is told of a text that is no SQL: where, what is wrong, and what to write instead. */
class SyntaxErrorsTest {

    static String messageOf(String text) {
        return catchThrowableOfType(SqlException.class, () -> new SqlParser().parse(text))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiterString = "=>>", textBlock = """
                    SELCT a FROM s;                           =>> line 1, column 1: SELCT is not expected here. Did you mean SELECT?
                    CRAETE STREAM s (a INT);                  =>> line 1, column 1: CRAETE is not expected here. Did you mean CREATE?
                    SELECT * FROM s EMIT CHANGE;              =>> line 1, column 22: CHANGE is not expected here. Did you mean CHANGES?
                    SELECT a FORM s;                          =>> line 1, column 10: FORM is not expected here. Did you mean FROM?
                    SELECT a FROM s WHRE a = 1;               =>> line 1, column 17: WHRE is not expected here. Did you mean WHERE?
                    SELECT a FROM s GROPU BY a;               =>> line 1, column 17: GROPU is not expected here. Did you mean GROUP?
                    DROP STREM s;                             =>> line 1, column 6: STREM is not expected here. Did you mean STREAM?
                    CREATE STREAM s (from INT, end INT);      =>> line 1, column 18: FROM is a reserved word; as a name it is written `FROM`.
                    SELECT a, case FROM s;                    =>> line 1, column 11: CASE is a reserved word; as a name it is written `CASE`.
                    SELECT FROM s;                            =>> line 1, column 8: FROM is not expected here. Expected an expression, DISTINCT or '*'.
                    SELECT a b c FROM s;                      =>> line 1, column 12: c is not expected here. Expected FROM or ','.
                    SELECT a, f(b, c                          =>> line 1, column 17: The statement ends too early. The ( at line 1, column 12 is not closed. Expected an operator, ',' or ')'.
                    SELECT a FROM;                            =>> line 1, column 14: The statement ends too early. Expected a name or '('.
                    UPDATE s SET a = 1;                       =>> line 1, column 1: UPDATE is not expected here. Expected a statement.
                    SELECT a FROM s GROUP a;                  =>> line 1, column 23: a is not expected here. Expected BY.
                    SELECT a FROM s WHERE a == 1;             =>> line 1, column 26: = is not expected here. Equality is written =. Expected an expression.
                    SELECT COUNT(DISTINCT a) FROM s;          =>> line 1, column 14: DISTINCT is not expected here. Different values are counted with COUNT_DISTINCT. Expected an expression, '*' or ')'.
                    DROP STREAM my-stream;                    =>> line 1, column 15: - is not expected here. A name with a - in it is written in backticks. Expected the end of the statement or DELETE.
                    PRINT 'it's';                             =>> line 1, column 11: s is not expected here. A quote within a string is doubled. Expected the end of the statement, FROM, INTERVAL, LIMIT or SAMPLE.
                    SELECT 'abc FROM s;                       =>> line 1, column 8: This string is not finished; it ends with a quote '. A quote within a string is doubled.
                    SELECT `abc FROM s;                       =>> line 1, column 8: This name is not finished; it ends with the quote it begins with.
                    SELECT a FROM s; /* abc                   =>> line 1, column 18: This comment is not finished; it ends with */.
                    SELECT ${x} FROM s;                       =>> line 1, column 8: The character $ means nothing here. Variables are written ${name}. Expected an expression, DISTINCT or '*'.
                    SELECT a FROM (SELECT b FROM s);          =>> line 1, column 32: The statement ends too early. Expected a name or AS.
                    SELECT `` FROM s;                         =>> line 1, column 8: A quoted name must hold at least one character.
                    SELECT MAX(*) FROM s;                     =>> line 1, column 8: Only COUNT takes *; MAX needs the columns it is to work on.
                    SELECT a + b->* FROM s;                   =>> line 1, column 8: Before ->* stands what gives a struct, such as a column or a call.
                    SELECT a FROM s GROUP BY (a, b), c;       =>> line 1, column 32: , is not expected here. Expected the end of the statement, EMIT, GROUP, HAVING, LIMIT, ORDER, PARTITION or other words.
                    SELECT a FROM s LIMIT 1 LIMIT 2;          =>> line 1, column 25: There is a second LIMIT; a query takes one.
                    SELECT a FROM s JOIN t WITHIN 1 MINUT ON b; =>> line 1, column 33: MINUT is not a unit of time. Did you mean MINUTE? Units are MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS and WEEKS.
                    SELECT a FROM s WINDOW SESSION (0 DAYS);  =>> line 1, column 33: A window's size, advance and gap must be longer than nothing.
                    SELECT a FROM s WINDOW SESSION (1 MONTH); =>> line 1, column 35: Months differ in length; give a length of time in DAYS or smaller units.
                    ASSERT TOPIC t TIMEOUT 9223372036854775807 DAYS; =>> line 1, column 24: This length of time is too long to count in milliseconds.
                    SELECT 9223372036854775808 FROM s;        =>> line 1, column 8: This number is too large for BIGINT; with a point at its end it is a DECIMAL.
                    SELECT 1e999 FROM s;                      =>> line 1, column 8: This number is too large for DOUBLE.
                    SELECT DATE '29.3.2026' FROM s;           =>> line 1, column 13: This is not a literal of this type, which takes text such as DATE '2026-03-29'.
                    CREATE STREAM s WITH (a = 1, A = 2);      =>> line 1, column 30: The property A is set twice.
                    INSERT INTO s (a, b) VALUES (1);          =>> line 1, column 22: 2 columns are named, but 1 values are given; each column takes one.
                    SELECT a LIKE 'b' ESCAPE 'cd' FROM s;     =>> line 1, column 26: ESCAPE takes a single character.
                    CREATE STREAM s (a INT(4));               =>> line 1, column 20: The type INT takes nothing in brackets.
                    """)
    void saysWhatIsWrong(String text, String message) {
        assertThat(messageOf(text)).isEqualTo(message);
    }

    @Test
    void countsLinesAndColumnsOfTheWholeScript() {
        assertThat(messageOf("SHOW TABLES;\n\nSELECT a\n  FROM s WHERE AND b;"))
                .isEqualTo("line 4, column 16: AND is not expected here. Expected an expression.");
    }

    @Test
    void namesCharactersThatCannotBeSeen() {
        assertThat(messageOf("SELECT \0 FROM s;")).startsWith("line 1, column 8: The character U+0000 means nothing");
        assertThat(messageOf("SHOW TABLES\u2028;")).contains("The character U+2028 means nothing");
        assertThat(messageOf("SELECT 1 FROM s WHERE grün;")).contains("column 25: The character ü means nothing");
    }

    @Test
    void doesNotRepeatStringsWhichMayBeSecret() {
        assertThat(messageOf("CREATE SINK CONNECTOR c WITH (password 'geheim');"))
                .isEqualTo("line 1, column 40: A string is not expected here. Expected '='.");
    }

    @Test
    void expressionsAndTypesAreReadWhole() {
        SqlParser parser = new SqlParser();

        assertThatThrownBy(() -> parser.parseExpression("a b"))
                .isInstanceOf(SqlException.class)
                .hasMessage("line 1, column 3: b is not expected here. Expected an operator or the end of the "
                        + "statement.");
        assertThatThrownBy(() -> parser.parseExpression(""))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("There is nothing to read.");
        assertThatThrownBy(() -> parser.parseType("ARRAY<INT"))
                .isInstanceOf(SqlException.class)
                .hasMessage("line 1, column 10: The statement ends too early. Expected '>' or '('.");
    }
}
