package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.expression.ExpressionCompiler.AggregateCall;
import io.nrtstreams.sql.expression.ExpressionCompiler.TableCall;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TWICE(I)                                 | INTEGER 14
            TWICE(P)                                 | DOUBLE 24.68
            TWICE(NI)                                | INTEGER null
            TWICE(TWICE(I)) + 1                      | INTEGER 29
            HALVE(P)                                 | DECIMAL(5, 3) 6.170
            HALVE(3)                                 | DECIMAL(11, 1) 1.5
            FIRST_OF(NI, L)                          | BIGINT 3000000000
            DATEADD(DAYS, 1, DT)                       | DATE 2024-03-01
            DATEADD(DAYS, 1, '2024-12-31')             | DATE 2025-01-01
            JOIN_TEXTS('-', S, 'b')                  | STRING text-b
            BOXED('a')->CONTENT                      | STRING a
            HAS(AL, 2)                               | BOOLEAN true
            CONVERT_EACH(AL, x => x * 2)             | ARRAY<BIGINT> [2, 4]
            CONVERT_EACH(A, x => FIRST_OF(x, 0) + I) | ARRAY<INTEGER> [8, 7, 10]
            CONVERT_EACH(AL, x => CAST(x AS STRING)) | ARRAY<STRING> [1, 2]
            CONVERT_EACH(M, (k, v) => k + '!')       | MAP<STRING, STRING> {one=one!}
            FOLD(AL, 0, (s, x) => s + 1)             | INTEGER 2
            FOLD(AL, L, (s, x) => s + x)             | BIGINT 3000000003
            CONVERT_EACH(AL, x => FOLD(AL, x, (s, y) => s * 10 + y + x)) | ARRAY<BIGINT> [123, 234]
            CONVERT_EACH(AL, x => CONVERT_EACH(AL, y => x * y)) | ARRAY<ARRAY<BIGINT>> [[1, 2], [2, 4]]
            CONVERT_EACH(AL, I => I)                 | ARRAY<BIGINT> [1, 2]
            """)
    void calls(String sql, String expected) {
        assertThat(SampleRow.typed(sql)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            FOLD(AL, 0, (s, x) => s + x)     | FOLD: The lambda gives BIGINT, but INTEGER is needed
            CONVERT_EACH(AL, (x, x) => x)    | Two parameters of the lambda have the same name
            CONVERT_EACH(AL, x => z)         | There is no column Z
            CONVERT_EACH(NULL, x => x)       | The types of the parameters of the lambda are not known
            TWICE(S)                         | TWICE takes no such arguments: TWICE(STRING)
            LATER(DT, 1, DT)                 | LATER takes no such arguments: LATER(DATE, INTEGER, DATE)
            NOTHING_LIKE_IT(I)               | There is no function NOTHING_LIKE_IT. SHOW FUNCTIONS lists them.
            """)
    void refusesWhatTheFunctionDoesNotTake(String sql, String message) {
        assertThatThrownBy(() -> SampleRow.compile(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void failsAsAWholeWhereItsLambdaComputesWithNull() {
        TypedExpression sums = SampleRow.compile("CONVERT_EACH(A, x => x + I)");

        assertThatThrownBy(() -> sums.evaluate(SampleRow.ROW))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("a lambda computes with NULL");
    }

    @Test
    void givesAggregatesWithTheirArguments() {
        AggregateCall call = aggregate("NEWEST(S + '!', 2)");

        Object state = call.aggregation().initial();
        for (int i = 0; i < 3; i++) {
            state = call.aggregation().add(state, arguments(call));
        }
        assertThat(call.aggregation().result(state)).hasToString("[text!, text!]");
        assertThat(call.aggregation().resultType()).hasToString("ARRAY<STRING>");
        assertThatThrownBy(() -> aggregate("NEWEST(S, I)"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("NEWEST: argument 2 (count) must be a literal");
        assertThatThrownBy(() -> aggregate("NEWEST(S, -1)")).hasMessageContaining("the count must be at least 1");
        assertThatThrownBy(() -> aggregate("TWICE(I)")).hasMessageContaining("TWICE computes a value of one row");
    }

    @Test
    void givesTableFunctionsWithTheirArguments() {
        TableCall call = SampleRow.compiler()
                .expansion((FunctionCall) SampleRow.expression("ITEMS(AL)"), Scopes.of(SampleRow.SCHEMA));

        assertThat(call.expansion().elementType()).isEqualTo(SqlTypes.BIGINT);
        assertThat(call.expansion()
                        .expand(new @Nullable Object[] {call.arguments().get(0).evaluate(SampleRow.ROW)}))
                .isEqualTo(java.util.List.of(1L, 2L));
    }

    private static AggregateCall aggregate(String sql) {
        return SampleRow.compiler().aggregate((FunctionCall) SampleRow.expression(sql), Scopes.of(SampleRow.SCHEMA));
    }

    private static @Nullable Object[] arguments(AggregateCall call) {
        return call.arguments().stream()
                .map(argument -> argument.evaluate(SampleRow.ROW))
                .toArray();
    }
}
