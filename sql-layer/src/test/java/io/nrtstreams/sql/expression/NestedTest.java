package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            A[1]                                  | INTEGER 1
            A[2]                                  | INTEGER null
            A[-1]                                 | INTEGER 3
            A[-3]                                 | INTEGER 1
            A[0]                                  | INTEGER null
            A[4]                                  | INTEGER null
            A[-4]                                 | INTEGER null
            A[NI]                                 | INTEGER null
            NA[1]                                 | INTEGER null
            A[CAST(1 AS BIGINT)]                  | INTEGER 1
            ARRAY[ARRAY[1, 2], ARRAY[3]][1][2]    | INTEGER 2
            M['one']                              | INTEGER 1
            M['two']                              | INTEGER null
            M[NS]                                 | INTEGER null
            ST->F                                 | INTEGER 5
            ST->G->H                              | STRING deep
            NST->G->H                             | STRING null
            ARRAY[I, NULL, 2]                     | ARRAY<INTEGER> [7, null, 2]
            ARRAY[1, L]                           | ARRAY<BIGINT> [1, 3000000000]
            ARRAY[1, 2.5, D]                      | ARRAY<DOUBLE> [1.0, 2.5, 1.5]
            ARRAY[I, '8', '9.50']                 | ARRAY<DECIMAL(12, 2)> [7.00, 8.00, 9.50]
            ARRAY[NULL, '2e1', I]                 | ARRAY<INTEGER> [null, 20, 7]
            ARRAY['a', 'b']                       | ARRAY<STRING> [a, b]
            ARRAY[S, 1, TRUE]                     | ARRAY<STRING> [text, 1, true]
            ARRAY[B, 'no', FALSE]                 | ARRAY<BOOLEAN> [true, false, false]
            ARRAY[DT, '2024-03-01']               | ARRAY<DATE> [2024-02-29, 2024-03-01]
            ARRAY[STRUCT(X := I), STRUCT(Y := 'a')] | ARRAY<STRUCT<`X` INTEGER, `Y` STRING>> [Struct{X=7,Y=null}, Struct{X=null,Y=a}]
            ARRAY[AL, ARRAY['3']]                 | ARRAY<ARRAY<BIGINT>> [[1, 2], [3]]
            MAP('a' := 1, S := 2)                 | MAP<STRING, INTEGER> {a=1, text=2}
            MAP('a' := NULL, 'b' := L)            | MAP<STRING, BIGINT> {a=null, b=3000000000}
            STRUCT(A := I, `b` := STRUCT(C := S)) | STRUCT<`A` INTEGER, `b` STRUCT<`C` STRING>> Struct{A=7,b=Struct{C=text}}
            ARRAY[I, I / ZERO, 3]                 | ARRAY<INTEGER> [7, null, 3]
            STRUCT(A := I / ZERO, B := 1)         | STRUCT<`A` INTEGER, `B` INTEGER> Struct{A=null,B=1}
            MAP('a' := I / ZERO)                  | MAP<STRING, INTEGER> {a=null}
            CASE WHEN I > 5 THEN 'big' ELSE 'small' END      | STRING big
            CASE WHEN I > 9 THEN 'big' END        | STRING null
            CASE WHEN NB THEN 1 WHEN B THEN 2 END | INTEGER 2
            CASE I WHEN 6 THEN 'six' WHEN 7 THEN 'seven' END | STRING seven
            CASE NI WHEN NULL THEN 1 ELSE 2 END   | INTEGER 2
            CASE WHEN B THEN NULL ELSE L END      | BIGINT null
            CASE WHEN B THEN I ELSE D END         | DOUBLE 7.0
            CASE WHEN B THEN 1 ELSE I / ZERO END  | INTEGER 1
            """)
    void computes(String sql, String expected) {
        assertThat(SampleRow.typed(sql)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            A['one']                  | The elements of an ARRAY are counted by INTEGER, not STRING
            M[1]                      | The keys of the MAP are STRING, not INTEGER
            I[1]                      | [ ] needs an ARRAY or a MAP on its left, not INTEGER
            I->F                      | -> F needs a STRUCT on its left, not INTEGER
            ST->FF                    | There is no field FF in STRUCT<`F` INTEGER, `G` STRUCT<`H` STRING>>. Did you mean F?
            ARRAY[NULL]               | The elements of an ARRAY must not all be NULL; write CAST(NULL AS …) once
            ARRAY[1, 'one']           | The elements of an ARRAY must be of one type, but here are INTEGER and STRING
            ARRAY[I, S]               | The elements of an ARRAY must be of one type, but here are INTEGER and STRING
            MAP('a' := I, 'b' := 'x') | The values of a MAP must be of one type, but here are INTEGER and STRING
            MAP('a' := NULL)          | The values of a MAP must not all be NULL
            MAP(1 := 2)               | The keys of a MAP must be STRING, not INTEGER; use CAST
            STRUCT(A := 1, A := 2)    | The STRUCT has two fields A
            STRUCT(A := NULL)         | The field A has no type; write CAST(NULL AS …)
            CASE WHEN I THEN 1 END    | WHEN needs a BOOLEAN, not INTEGER
            CASE I WHEN 'a' THEN 1 END | INTEGER = STRING cannot be compared
            CASE WHEN B THEN I ELSE S END | The results of CASE must be of one type, but here are INTEGER and STRING
            CASE WHEN B THEN NULL END | The results of CASE must not all be NULL
            II + 1                    | There is no column II. Did you mean
            X.I + 1                   | There is no source X here; name the column I without one
            TOTAL(D)                  | TOTAL is an aggregate function
            TWICE(ITEMS(A))           | ITEMS is a table function
            TWICE(x => x)             | TWICE takes no such arguments: TWICE(lambda)
            """)
    void refusesWhatDoesNotFit(String sql, String message) {
        assertThatThrownBy(() -> SampleRow.compile(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }
}
