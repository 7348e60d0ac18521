package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I + 1                        | INTEGER 8
            2147483647 + 1               | INTEGER -2147483648
            -2147483648 - 1              | INTEGER 2147483647
            I / 2                        | INTEGER 3
            -I / 2                       | INTEGER -3
            -I % 4                       | INTEGER -3
            2 + 3 * 4                    | INTEGER 14
            I + L                        | BIGINT 3000000007
            L * 2                        | BIGINT 6000000000
            9223372036854775807 + 1      | BIGINT -9223372036854775808
            L / 7                        | BIGINT 428571428
            I + D                        | DOUBLE 8.5
            D / 0                        | DOUBLE Infinity
            D % 1                        | DOUBLE 0.5
            P + D                        | DOUBLE 13.84
            P * 1E0                      | DOUBLE 12.34
            P + P                        | DECIMAL(5, 2) 24.68
            P - I                        | DECIMAL(13, 2) 5.34
            P + L                        | DECIMAL(22, 2) 3000000012.34
            P * P                        | DECIMAL(9, 4) 152.2756
            P / P                        | DECIMAL(11, 7) 1.0000000
            P / 3                        | DECIMAL(15, 13) 4.1133333333333
            P % 5.0                      | DECIMAL(3, 2) 2.34
            1.5 + 1                      | DECIMAL(12, 1) 2.5
            0.05 + 0.05                  | DECIMAL(3, 2) 0.10
            -P                           | DECIMAL(4, 2) -12.34
            -D                           | DOUBLE -1.5
            -(-I)                        | INTEGER 7
            S + '!'                      | STRING text!
            I + NI                       | INTEGER null
            NI / 0                       | INTEGER null
            I + CAST(NULL AS INT)        | INTEGER null
            NS + S                       | STRING null
            """)
    void computes(String sql, String expected) {
        assertThat(SampleRow.typed(sql)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            I / 0            | / by zero
            L % 0            | / by zero
            P / 0            | / by zero
            I / ZERO         | / by zero
            """)
    void failsWhereThereIsNoNumber(String sql, String message) {
        TypedExpression compiled = SampleRow.compile(sql);
        assertThatThrownBy(() -> compiled.evaluate(SampleRow.ROW))
                .isInstanceOf(ArithmeticException.class)
                .message()
                .containsAnyOf(message, "by zero");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I + NULL   | NULL has no type to compute with, and the result would always be NULL; write CAST(NULL AS …)
            NULL * 2   | NULL has no type to compute with, and the result would always be NULL; write CAST(NULL AS …)
            NULL + NULL | NULL has no type to compute with, and the result would always be NULL; write CAST(NULL AS …)
            S + 1      | STRING + INTEGER cannot be computed; convert one side with CAST
            'a' - 'b'  | STRING - STRING cannot be computed; convert one side with CAST
            B + 1.5    | BOOLEAN + DECIMAL(2, 1) cannot be computed; convert one side with CAST
            DT + 1     | DATE + INTEGER cannot be computed; convert one side with CAST
            A + A      | ARRAY<INTEGER> + ARRAY<INTEGER> cannot be computed; convert one side with CAST
            -S         | STRING has no negative; only numbers have
            """)
    void refusesWhatIsNoNumber(String sql, String message) {
        assertThatThrownBy(() -> SampleRow.compile(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }
}
