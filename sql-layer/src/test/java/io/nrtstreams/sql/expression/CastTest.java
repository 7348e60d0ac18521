package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CastTest {

    @ParameterizedTest(name = "{0} AS {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            B                         | STRING         | true
            I                         | STRING         | 7
            I                         | BIGINT         | 7
            I                         | DOUBLE         | 7.0
            I                         | DECIMAL(4, 2)  | 7.00
            L                         | INT            | -1294967296
            L                         | STRING         | 3000000000
            D                         | STRING         | 1.5
            1E7                       | STRING         | 1.0E7
            D                         | INT            | 1
            -1.9E0                    | BIGINT         | -1
            D                         | DECIMAL(4, 2)  | 1.50
            0.125E0                   | DECIMAL(4, 2)  | 0.13
            P                         | INT            | 12
            P                         | DOUBLE         | 12.34
            P                         | STRING         | 12.34
            P                         | DECIMAL(3, 1)  | 12.3
            0.0000001                 | STRING         | 0.0000001
            ' 12 '                    | INT            | 12
            '-12'                     | BIGINT         | -12
            '1e3'                     | DOUBLE         | 1000.0
            '12.345'                  | DECIMAL(4, 2)  | 12.35
            'yes'                     | BOOLEAN        | true
            'T'                       | BOOLEAN        | true
            'no'                      | BOOLEAN        | false
            'anything'                | BOOLEAN        | false
            '2024-02-29'              | DATE           | 2024-02-29
            '2024-02'                 | DATE           | 2024-02-01
            '2024'                    | DATE           | 2024-01-01
            '10:20:30.5'              | TIME           | 10:20:30.500
            '10:20'                   | TIME           | 10:20
            '10'                      | TIME           | 10:00
            '2024-02-29'              | TIMESTAMP      | 2024-02-29T00:00:00Z
            '2024-02-29T10'           | TIMESTAMP      | 2024-02-29T10:00:00Z
            '2024-02-29T10:20:30'     | TIMESTAMP      | 2024-02-29T10:20:30Z
            '2024-02-29T10:20:30.123Z' | TIMESTAMP     | 2024-02-29T10:20:30.123Z
            '2024-02-29T10:20+0100'   | TIMESTAMP      | 2024-02-29T09:20:00Z
            T                         | STRING         | 10:20:30
            DT                        | STRING         | 2024-02-29
            DT                        | TIMESTAMP      | 2024-02-29T00:00:00Z
            TS                        | STRING         | 2024-02-29T10:20:30.123
            TS                        | DATE           | 2024-02-29
            TS                        | TIME           | 10:20:30.123
            A                         | STRING         | [1, null, 3]
            M                         | STRING         | {one=1}
            ST                        | STRING         | Struct{F=5,G=Struct{H=deep}}
            A                         | ARRAY<STRING>  | [1, null, 3]
            M                         | MAP<STRING, DOUBLE> | {one=1.0}
            ST                        | STRUCT<G STRUCT<H STRING>, F STRING, X INT> | Struct{G=Struct{H=deep},F=5,X=null}
            ST                        | ADDRESS        | Struct{CITY=null}
            NI                        | STRING         | null
            NULL                      | DATE           | null
            """)
    void converts(String operand, String type, String expected) {
        Object value = SampleRow.value("CAST(" + operand + " AS " + type + ")");
        assertThat(String.valueOf(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CAST('one' AS INT)                  | the text is no INTEGER
            CAST('1.5' AS BIGINT)               | the text is no BIGINT
            CAST('1d' AS DOUBLE)                | the text is no DOUBLE
            CAST('x' AS DECIMAL(4, 2))          | the text is no DECIMAL
            CAST('123.4' AS DECIMAL(4, 2))      | the number has more digits than DECIMAL(4, 2) holds
            CAST(L AS DECIMAL(4, 2))            | the number has more digits than DECIMAL(4, 2) holds
            CAST('2024-02-30' AS DATE)          | the text is no date such as 2024-01-31
            CAST('2024-02-29T' AS DATE)         | the text is no date
            CAST('24:00' AS TIME)               | the text is no time such as
            CAST('tomorrow' AS TIMESTAMP)       | the text is no
            CAST('2024-01-01T00:00 Mars' AS TIMESTAMP) | the text is no
            """)
    void failsWithoutTellingTheValue(String sql, String reason) {
        TypedExpression compiled = SampleRow.compile(sql);
        assertThatThrownBy(() -> compiled.evaluate(SampleRow.ROW))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class)
                .hasMessageContaining(reason.replace("2024-01-31", "2020-01-31"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "CAST(B AS INT)",
                "CAST(I AS BOOLEAN)",
                "CAST(TS AS BIGINT)",
                "CAST(L AS TIMESTAMP)",
                "CAST(DT AS TIME)",
                "CAST(T AS TIMESTAMP)",
                "CAST(Y AS STRING)",
                "CAST(S AS BYTES)",
                "CAST(S AS ARRAY<STRING>)",
                "CAST(A AS ARRAY<BYTES>)",
                "CAST(S AS MAP<STRING, INT>)",
                "CAST(A AS INT)",
                "CAST(ST AS STRUCT<F BYTES>)"
            })
    void refusesWhatHasNoMeaning(String sql) {
        assertThatThrownBy(() -> SampleRow.compile(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("cannot be CAST to");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CAST(I AS STRNG)            | There is no type STRNG. Did you mean STRING?
            CAST(I AS DECIMAL(39, 2))   | A DECIMAL has at most 38 digits, not 39
            CAST(I AS DECIMAL(2, 3))    | the scale between 0 and the precision
            CAST(ST AS STRUCT<F INT, F INT>) | The struct has two fields F
            """)
    void refusesTypesThatAreNone(String sql, String message) {
        assertThatThrownBy(() -> SampleRow.compile(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }
}
