package io.nrtstreams.sql.function.builtin.math;

import static io.nrtstreams.sql.function.builtin.FunctionCall.call;
import static io.nrtstreams.sql.function.builtin.FunctionCall.decimal;
import static io.nrtstreams.sql.function.builtin.FunctionCall.nullOf;
import static io.nrtstreams.sql.function.builtin.FunctionCall.typed;
import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.builtin.FunctionCall;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathFunctionsTest {

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ACOS, -1, 3.141592653589793", "ACOS, 1, 0", "ACOS, 1.5, NaN",
        "ASIN, -1, -1.5707963267948966", "ASIN, 0, 0", "ASIN, -2, NaN",
        "ATAN, 0, 0", "ATAN, 1, 0.7853981633974483", "ATAN, Infinity, 1.5707963267948966",
        "CBRT, 27, 3", "CBRT, -8, -2", "CBRT, 0, 0",
        "COS, 0, 1", "COS, 3.141592653589793, -1", "COS, Infinity, NaN",
        "COSH, 0, 1", "COSH, 1, 1.543080634815244", "COSH, -1, 1.543080634815244",
        "COT, 1, 0.6420926159343306", "COT, 0, Infinity", "COT, -0.0, -Infinity",
        "DEGREES, 3.141592653589793, 180", "DEGREES, 0, 0", "DEGREES, -1, -57.29577951308232",
        "EXP, 0, 1", "EXP, 1, 2.718281828459045", "EXP, 1000, Infinity",
        "LN, 1, 0", "LN, 0, -Infinity", "LN, -1, NaN",
        "LOG, 2.718281828459045, 1", "LOG, 0, -Infinity", "LOG, -1, NaN",
        "RADIANS, 180, 3.141592653589793", "RADIANS, 0, 0", "RADIANS, -90, -1.5707963267948966",
        "SIN, 0, 0", "SIN, 1.5707963267948966, 1", "SIN, -1, -0.8414709848078965",
        "SINH, 0, 0", "SINH, 1, 1.1752011936438014", "SINH, -1, -1.1752011936438014",
        "SQRT, 16, 4", "SQRT, 0, 0", "SQRT, -1, NaN",
        "TAN, 0, 0", "TAN, 1, 1.5574077246549023", "TAN, -1, -1.5574077246549023",
        "TANH, 0, 0", "TANH, 1, 0.7615941559557649", "TANH, Infinity, 1",
    })
    void functionsOfOneDouble(String name, double argument, double expected) {
        assertThat((double) call(name, argument).value()).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACOS", "ASIN", "ATAN", "CBRT", "COS", "COSH", "COT", "DEGREES", "EXP", "LN", "LOG", "RADIANS", "SIN",
                "SINH", "SQRT", "TAN", "TANH"
            })
    void functionsOfOneDoubleTakeAnyNumberAndGiveADouble(String name) {
        Object ofDouble = call(name, 1.0).value();
        assertThat(call(name, 1).value()).isEqualTo(ofDouble);
        assertThat(call(name, 1L).value()).isEqualTo(ofDouble);
        assertThat(call(name, dec("1.0")).value()).isEqualTo(ofDouble);
        assertThat(call(name, nullOf(INTEGER)).value()).isNull();
        assertThat(call(name, 1).type()).isEqualTo(DOUBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "ATAN2, 1, 0, 1.5707963267948966",
        "ATAN2, 0, -1, 3.141592653589793",
        "ATAN2, -1, 1, -0.7853981633974483",
        "POWER, 2, 10, 1024",
        "POWER, 15, -1, 0.06666666666666667",
        "POWER, 0, 0, 1",
        "POWER, 10, 1000, Infinity",
        "LOG, 2, 8, 3",
        "LOG, 10, 0.01, -2",
        "LOG, 2, 0, -Infinity",
        "LOG, 2, -1, NaN",
        "LOG, 1, 5, NaN",
        "LOG, 0, 5, NaN",
        "LOG, -2, 5, NaN",
    })
    void functionsOfTwoDoubles(String name, double first, double second, double expected) {
        assertThat((double) call(name, first, second).value()).isCloseTo(expected, within(1e-12));
        assertThat(call(name, nullOf(DOUBLE), second).value()).isNull();
        assertThat(call(name, first, nullOf(INTEGER)).value()).isNull();
    }

    static Stream<Arguments> numbersOfAType() {
        return Stream.of(
                of(call("ABS", -3), 3),
                of(call("ABS", -3L), 3L),
                of(call("ABS", -3.5), 3.5),
                of(call("ABS", dec("-3.20")), dec("3.20")),
                of(call("ABS", nullOf(decimal(4, 2))), null),
                of(call("ABS", nullOf(BIGINT)), null),
                of(call("CEIL", 3), 3),
                of(call("CEIL", -3L), -3L),
                of(call("CEIL", 1.2), 2.0),
                of(call("CEIL", -1.2), -1.0),
                of(call("CEIL", dec("1.20")), dec("2.00")),
                of(call("CEIL", nullOf(decimal(4, 2))), null),
                of(call("FLOOR", 3), 3),
                of(call("FLOOR", -3L), -3L),
                of(call("FLOOR", -1.2), -2.0),
                of(call("FLOOR", dec("-1.20")), dec("-2.00")),
                of(call("FLOOR", nullOf(DOUBLE)), null),
                of(call("SIGN", -7), -1),
                of(call("SIGN", 7L), 1),
                of(call("SIGN", 0.0), 0),
                of(call("SIGN", NaN), 0),
                of(call("SIGN", dec("-0.01")), -1),
                of(call("SIGN", nullOf(DOUBLE)), null),
                of(call("PI"), Math.PI),
                of(call("ROUND", 7), 7),
                of(call("ROUND", 7L), 7L),
                of(call("ROUND", 1.5), 2L),
                of(call("ROUND", -1.5), -1L),
                of(call("ROUND", POSITIVE_INFINITY), Long.MAX_VALUE),
                of(call("ROUND", 1.005, 2), 1.01),
                of(call("ROUND", -1.005, 2), -1.0),
                of(call("ROUND", 1250.0, -2), 1300.0),
                of(call("ROUND", NEGATIVE_INFINITY, 2), NEGATIVE_INFINITY),
                of(call("ROUND", 1.5, nullOf(INTEGER)), null),
                of(call("ROUND", dec("2.5")), dec("3")),
                of(call("ROUND", dec("-2.5")), dec("-2")),
                of(call("ROUND", dec("1.255"), 2), dec("1.260")),
                of(call("ROUND", dec("-1.255"), 2), dec("-1.250")),
                of(call("ROUND", dec("1.255"), 5), dec("1.255")),
                of(call("ROUND", dec("155.25"), -1), dec("160.00")),
                of(call("ROUND", dec("155.25"), -2_000_000_000), dec("0.00")),
                of(call("ROUND", dec("1.2"), nullOf(INTEGER)), null),
                of(call("ROUND", nullOf(decimal(4, 2)), 1), null),
                of(call("TRUNC", 7), 7),
                of(call("TRUNC", 7L), 7L),
                of(call("TRUNC", 1.9), 1L),
                of(call("TRUNC", -1.9), -1L),
                of(call("TRUNC", -1.29, 1), -1.2),
                of(call("TRUNC", dec("-1.9")), dec("-1")),
                of(call("TRUNC", dec("1.29"), 1), dec("1.20")),
                of(call("TRUNC", dec("199.99"), -2), dec("100.00")),
                of(call("TRUNC", nullOf(decimal(4, 2))), null));
    }

    @ParameterizedTest
    @MethodSource("numbersOfAType")
    void numbersKeepTheirType(FunctionCall call, Object expected) {
        assertThat(call.value()).isEqualTo(expected);
    }

    static Stream<Arguments> resultTypes() {
        SqlType decimal = decimal(9, 3);
        return Stream.of(
                of(call("ABS", nullOf(decimal)), decimal),
                of(call("CEIL", nullOf(decimal)), decimal),
                of(call("FLOOR", nullOf(decimal)), decimal),
                of(call("ROUND", nullOf(decimal)), decimal(6, 0)),
                of(call("ROUND", nullOf(decimal(3, 3))), decimal(1, 0)),
                of(call("ROUND", nullOf(decimal), 1), decimal),
                of(call("ROUND", 1.5), BIGINT),
                of(call("ROUND", 1.5, 1), DOUBLE),
                of(call("TRUNC", nullOf(decimal)), decimal(6, 0)),
                of(call("TRUNC", nullOf(decimal), 1), decimal),
                of(call("SIGN", 1.5), INTEGER),
                of(call("GREATEST", nullOf(decimal), nullOf(decimal)), decimal),
                of(call("GREATEST", nullOf(decimal(5, 1)), nullOf(decimal(4, 3))), decimal(7, 3)));
    }

    @ParameterizedTest
    @MethodSource
    void resultTypes(FunctionCall call, SqlType expected) {
        assertThat(call.type()).isEqualTo(expected);
    }

    @Test
    void aDecimalOfTooManyDigitsIsRefused() {
        FunctionCall tooWide = call("LEAST", nullOf(decimal(38, 0)), nullOf(decimal(38, 38)));
        assertThatThrownBy(tooWide::type)
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("no common type")
                .hasMessageContaining("CAST them");
    }

    static Stream<Arguments> mostAndLeast() {
        return Stream.of(
                of(3, 1, new Object[] {2, null, 3, 1}),
                of(9L, -9L, new Object[] {9L, -9L, null}),
                of(2.5, -1.0, new Object[] {-1.0, 2.5}),
                of("b", "B", new Object[] {"b", "B", null, "a"}),
                of(dec("2.00"), dec("-3.10"), new Object[] {dec("2.00"), dec("-3.10")}),
                of(3.0, -7.0, new Object[] {3, -7L, dec("0.5"), 1.0}),
                of(null, null, new Object[] {nullOf(INTEGER), null}));
    }

    @ParameterizedTest
    @MethodSource
    void mostAndLeast(Object most, Object least, Object[] arguments) {
        assertThat(call("GREATEST", arguments).value()).isEqualTo(most);
        assertThat(call("LEAST", arguments).value()).isEqualTo(least);
    }

    static Stream<Arguments> refusedComparisons() {
        return Stream.of(of((Object) new Object[] {"a", 1}), of((Object) new Object[] {null, null}), of((Object)
                new Object[] {}));
    }

    @ParameterizedTest
    @MethodSource("refusedComparisons")
    void valuesOfDifferentOrUnknownTypesAreNotCompared(Object[] arguments) {
        assertThatThrownBy(call("GREATEST", arguments)::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("LEAST", arguments)::type).isInstanceOf(SqlException.class);
    }

    @Test
    void randomNumbersComeFromTheirSource() {
        assertThat(new Random(new java.util.Random(42)).random()).isEqualTo(new java.util.Random(42).nextDouble());
        assertThat((double) call("RANDOM").value()).isBetween(0.0, 1.0);
        assertThat(call("RANDOM").type()).isEqualTo(DOUBLE);
    }

    @Test
    void decimalsOfTheGreatestAndLeastHaveTheScaleOfTheResult() {
        assertThat(call("GREATEST", typed(decimal(5, 1), dec("7.5")), typed(decimal(4, 3), dec("1.250")))
                        .value())
                .isEqualTo(dec("7.500"));
        assertThat(MathFunctions.all()).hasSize(29);
    }
}
