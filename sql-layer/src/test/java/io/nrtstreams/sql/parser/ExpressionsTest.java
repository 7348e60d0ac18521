package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    private final SqlParser parser = new SqlParser();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiterString = "=>>", textBlock = """
                    a + b * c            =>> a + (b * c)
                    a - b - c            =>> (a - b) - c
                    a % b / c            =>> (a % b) / c
                    -a * b               =>> (-a) * b
                    -a[1]                =>> -(a[1])
                    -a->b->c             =>> -((a->b)->c)
                    + a                  =>> a
                    a + b = c            =>> (a + b) = c
                    NOT a = b            =>> NOT (a = b)
                    NOT a AND b          =>> (NOT a) AND b
                    a OR b AND c         =>> a OR (b AND c)
                    a AND b AND c        =>> (a AND b) AND c
                    a BETWEEN b AND c AND d =>> (a BETWEEN b AND c) AND d
                    a NOT BETWEEN b + 1 AND c OR d =>> (a NOT BETWEEN (b + 1) AND c) OR d
                    a IS NOT NULL OR b   =>> (a IS NOT NULL) OR b
                    a != b               =>> a <> b
                    a IS NOT DISTINCT FROM b + 1 =>> a IS NOT DISTINCT FROM (b + 1)
                    NOT a IN (1, b = c)  =>> NOT (a IN (1, (b = c)))
                    a || b || 'c'        =>> CONCAT(CONCAT(a, b), 'c')
                    f(x => x + 1)        =>> F((x) => (x + 1))
                    f((x, y) => x, z)    =>> f((X, Y) => X, Z)
                    """)
    void bindAsInStandardSql(String text, String bracketed) {
        assertThat(parser.parseExpression(text)).isEqualTo(parser.parseExpression(bracketed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A + B * C - (D - E)",
                "(A + B) * -(C + D)",
                "- -A",
                "-(5)",
                "-(-5)",
                "(-5)[1]",
                "A - -5",
                "NOT (A OR B) AND NOT C = D",
                "(A = B) = (C IS NULL)",
                "A LIKE 'x!%%' ESCAPE '!'",
                "A NOT LIKE B",
                "CASE WHEN A THEN 1 WHEN B THEN 2 ELSE 3 END",
                "CASE A WHEN 1 THEN 'one' END",
                "CAST(A AS MAP<STRING, ARRAY<DECIMAL(4, 2)>>)",
                "STRUCT(`END` := 1, `a b` := MAP(), C := ARRAY[])",
                "S.COL->`FROM`->`lower`[1][-1]",
                "TIMESTAMPADD(MILLISECONDS, 2, `DAY`)",
                "`LEFT`(A, 2)",
                "CURRENT_TIME()",
                "COUNT(*)",
                "ARRAY[1, 2][1]",
                "(A + B)->C",
            })
    void areWrittenBackAsTheyWere(String text) {
        assertThat(SqlFormatter.format(parser.parseExpression(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void literalsHaveTheClassOfTheirText(String text, Object value) {
        assertThat(parser.parseExpression(text)).isEqualTo(new Expression.Literal(Position.NONE, value));
    }

    static Stream<Arguments> literalsHaveTheClassOfTheirText() {
        return Stream.of(
                Arguments.of("1", 1),
                Arguments.of("-2147483648", Integer.MIN_VALUE),
                Arguments.of("2147483648", 2_147_483_648L),
                Arguments.of("-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("1.50", new BigDecimal("1.50")),
                Arguments.of(".5", new BigDecimal("0.5")),
                Arguments.of("5.", new BigDecimal("5")),
                Arguments.of("-1.5e-3", -0.0015),
                Arguments.of("1E2", 100.0),
                Arguments.of("'it''s -- no /* comment'", "it's -- no /* comment"),
                Arguments.of("tRuE", true),
                Arguments.of("null", null),
                Arguments.of("TIMESTAMP '2026-03-29'", Instant.parse("2026-03-29T00:00:00Z")),
                Arguments.of("TIMESTAMP '2026-03-29 06:30:00.5'", Instant.parse("2026-03-29T06:30:00.5Z")));
    }

    @ParameterizedTest
    @MethodSource
    void constantsOfTheAnalyserAreReadBack(Object value, String text) {
        Expression literal = new Expression.Literal(Position.NONE, value);

        assertThat(SqlFormatter.format(literal)).isEqualTo(text);
        assertThat(parser.parseExpression(text)).isEqualTo(literal);
    }

    static Stream<Arguments> constantsOfTheAnalyserAreReadBack() {
        return Stream.of(
                Arguments.of(5L, "BIGINT '5'"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(new BigDecimal("7"), "7."),
                Arguments.of(new BigDecimal("-0.000"), "0.000"),
                Arguments.of(new BigDecimal("1E+3"), "DECIMAL '1E+3'"),
                Arguments.of(1.5, "1.5E0"),
                Arguments.of(-0.0, "-0.0E0"),
                Arguments.of(Double.MIN_VALUE, "4.9E-324"),
                Arguments.of(Double.NaN, "DOUBLE 'NaN'"),
                Arguments.of(Double.NEGATIVE_INFINITY, "DOUBLE '-Infinity'"),
                Arguments.of(LocalDate.of(2026, 3, 29), "DATE '2026-03-29'"),
                Arguments.of(LocalTime.of(6, 30, 0, 1_000_000), "TIME '06:30:00.001'"),
                Arguments.of(Instant.ofEpochMilli(-1), "TIMESTAMP '1969-12-31T23:59:59.999Z'"),
                Arguments.of(Instant.MAX, "TIMESTAMP '+1000000000-12-31T23:59:59.999999999Z'"),
                Arguments.of(ByteBuffer.wrap(new byte[] {0, 1, -1}), "BYTES 'AAH/'"),
                Arguments.of("quote ' line\nend", "'quote '' line\nend'"));
    }

    @Test
    void aUnitOfTimeIsAWordOnlyWhereAFunctionTakesOne() {
        assertThat(parser.parseExpression("dateadd(day, 2, month)"))
                .isEqualTo(new Expression.FunctionCall(
                        Position.NONE,
                        "DATEADD",
                        List.of(
                                new Expression.TimeUnit(Position.NONE, ChronoUnit.DAYS),
                                new Expression.Literal(Position.NONE, 2),
                                column("MONTH"))));
        assertThat(parser.parseExpression("day")).isEqualTo(column("DAY"));
    }

    private static Expression column(String name) {
        return new Expression.ColumnReference(Position.NONE, Optional.empty(), name);
    }

    @Test
    void longConditionsMakeFlatTreesThatAreReadBack() {
        Expression condition = parser.parseExpression("a = 0" + " OR a = 1".repeat(20_000));

        assertThat(depth(condition)).isLessThan(80);
        assertThat(parser.parseExpression(SqlFormatter.format(condition))).isEqualTo(condition);
    }

    private static int depth(Expression expression) {
        return expression instanceof Expression.Logical logical
                ? 1 + Math.max(depth(logical.left()), depth(logical.right()))
                : 1;
    }
}
