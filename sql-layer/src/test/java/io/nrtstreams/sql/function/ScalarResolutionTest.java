package io.nrtstreams.sql.function;

import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.BOOLEAN;
import static io.nrtstreams.sql.type.SqlTypes.DATE;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScalarResolutionTest {

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.of(SampleFunctions.all());
    private static final Argument NULL = new Argument.Value(Optional.empty());

    @Test
    void choosesTheOverloadOfTheArgumentsType() {
        assertThat(call("TWICE", INTEGER).resultType()).isEqualTo(INTEGER);
        assertThat(call("twice", BIGINT).resultType()).isEqualTo(BIGINT);
        assertThat(call("TWICE", DOUBLE).invoke(row(1.5))).isEqualTo(3.0);
        assertThat(call("DOUBLED", INTEGER).invoke(row(4))).isEqualTo(8);
    }

    @Test
    void widensAsLittleAsPossibleWhereNoOverloadTakesTheTypeAsItIs() {
        ScalarCall call = call("TWICE", new SqlType.Decimal(4, 2));

        assertThat(call.resultType()).isEqualTo(DOUBLE);
        assertThat(call.argumentTypes()).containsExactly(Optional.of(DOUBLE));
        assertThat(call("HALVE", BIGINT).argumentTypes()).containsExactly(Optional.of(new SqlType.Decimal(19, 0)));
    }

    @Test
    void readsTextsWhereDatesAreNeeded() {
        ScalarCall call = FUNCTIONS.scalar(
                Position.NONE, "LATER", List.of(new Argument.Unit(ChronoUnit.DAYS), value(INTEGER), value(STRING)));

        assertThat(call.argumentTypes()).containsExactly(Optional.empty(), Optional.of(INTEGER), Optional.of(DATE));
        assertThat(call.invoke(row(ChronoUnit.DAYS, 2, LocalDate.EPOCH))).isEqualTo(LocalDate.parse("1970-01-03"));
    }

    @Test
    void givesNullWithoutACallWhereAPrimitiveParameterWouldTakeNull() {
        assertThat(call("TWICE", INTEGER).invoke(row((Object) null))).isNull();
        assertThat(call("SHOUT", STRING).invoke(row("a"))).isEqualTo("A!");
    }

    @Test
    void passesAnyNumberOfArgumentsToVariadicParameters() {
        assertThat(call("JOIN_TEXTS", STRING).invoke(row("-"))).isEqualTo("");
        assertThat(call("JOIN_TEXTS", STRING, STRING, STRING).invoke(row("-", "a", "b")))
                .isEqualTo("a-b");
        assertThat(call("BETWEEN_TEXTS", STRING, INTEGER, BIGINT, STRING).invoke(row("(", 1L, null, ")")))
                .isEqualTo("([1, null])");
        assertThat(call("BETWEEN_TEXTS", STRING, STRING).invoke(row("(", ")"))).isEqualTo("([])");
    }

    @Test
    void bindsTypeVariablesToOneTypeForAllArguments() {
        assertThat(call("FIRST_OF", STRING, STRING).resultType()).isEqualTo(STRING);
        ScalarCall widened = call("FIRST_OF", INTEGER, BIGINT, INTEGER);
        assertThat(widened.resultType()).isEqualTo(BIGINT);
        assertThat(widened.argumentTypes()).containsOnly(Optional.of(BIGINT));
        assertThat(call("HAS", new SqlType.Array(BIGINT), INTEGER)
                        .argumentTypes()
                        .get(1))
                .contains(BIGINT);
        assertThat(call("HAS", new SqlType.Array(DATE), STRING).resultType()).isEqualTo(BOOLEAN);
    }

    @Test
    void refusesWhatATypeVariableCannotBe() {
        assertThatThrownBy(() -> call("FIRST_OF", STRING, INTEGER))
                .isInstanceOf(SqlException.class)
                .hasMessage("FIRST_OF takes no such arguments: FIRST_OF(STRING, INTEGER)."
                        + " It can be called as FIRST_OF(T, T...).");
        assertThatThrownBy(() -> call("HAS", new SqlType.Array(INTEGER), BIGINT))
                .hasMessageContaining("HAS takes no such arguments: HAS(ARRAY<INTEGER>, BIGINT)");
    }

    @Test
    void typesLambdasByTheElementsOfOtherArguments() {
        ScalarCall call = FUNCTIONS.scalar(
                Position.NONE, "CONVERT_EACH", List.of(value(new SqlType.Array(BIGINT)), lambda(STRING, BIGINT)));

        assertThat(call.resultType()).isEqualTo(new SqlType.Array(STRING));
        Function<Long, String> text = String::valueOf;
        assertThat(call.invoke(row(List.of(1L, 2L), text))).isEqualTo(List.of("1", "2"));
    }

    @Test
    void choosesBetweenLambdasByTheNumberOfTheirParameters() {
        SqlType map = new SqlType.Map(STRING, INTEGER);

        assertThat(FUNCTIONS
                        .scalar(Position.NONE, "CONVERT_EACH", List.of(value(map), lambda(DOUBLE, STRING, INTEGER)))
                        .resultType())
                .isEqualTo(new SqlType.Map(STRING, DOUBLE));
        assertThatThrownBy(() ->
                        FUNCTIONS.scalar(Position.NONE, "CONVERT_EACH", List.of(value(map), lambda(DOUBLE, STRING))))
                .hasMessageContaining("CONVERT_EACH(ARRAY<T>, T => R)");
    }

    @Test
    void wantsOfALambdaTheTypeThatOtherArgumentsFix() {
        List<Argument> widening =
                List.of(value(new SqlType.Array(INTEGER)), value(BIGINT), lambda(INTEGER, BIGINT, INTEGER));
        List<Argument> narrowing =
                List.of(value(new SqlType.Array(INTEGER)), value(INTEGER), lambda(BIGINT, INTEGER, INTEGER));

        assertThat(FUNCTIONS
                        .scalar(Position.NONE, "FOLD", widening)
                        .argumentTypes()
                        .get(2))
                .contains(BIGINT);
        assertThatThrownBy(() -> FUNCTIONS.scalar(Position.NONE, "FOLD", narrowing))
                .hasMessage("FOLD: the lambda gives BIGINT, but INTEGER is needed");
    }

    @Test
    void computesTheTypeOfTheResultFromThoseOfTheArguments() {
        ScalarCall call = call("HALVE", new SqlType.Decimal(4, 2));

        assertThat(call.resultType()).isEqualTo(new SqlType.Decimal(5, 3));
        assertThat(call.invoke(row(new BigDecimal("1.25")))).isEqualTo(new BigDecimal("0.625"));
        assertThat(call("TYPE_NAMES", STRING, DATE).invoke(row("a", null))).isEqualTo("[STRING, DATE]");
    }

    @Test
    void takesStructsOfADeclaredTypeOnly() {
        SqlType.Struct box = (SqlType.Struct) TypeText.parse("STRUCT<CONTENT STRING>");

        assertThat(call("BOXED", STRING).resultType()).isEqualTo(box);
        assertThat(call("BOXED", box).invoke(row(new StructValue(box, "a")))).isEqualTo("a");
        assertThatThrownBy(() -> call("BOXED", TypeText.parse("STRUCT<OTHER STRING>")))
                .hasMessageContaining("BOXED takes no such arguments: BOXED(STRUCT<`OTHER` STRING>)");
    }

    @Test
    void takesTheUntypedNullWhereOneOverloadRemains() {
        assertThat(FUNCTIONS.scalar(Position.NONE, "SHOUT", List.of(NULL)).invoke(row((Object) null)))
                .isNull();
        assertThat(FUNCTIONS
                        .scalar(Position.NONE, "FIRST_OF", List.of(NULL, value(DATE)))
                        .resultType())
                .isEqualTo(DATE);
    }

    @Test
    void refusesTheUntypedNullWhereItLeavesTheCallUnclear() {
        assertThatThrownBy(() -> FUNCTIONS.scalar(new Position(1, 8), "TWICE", List.of(NULL)))
                .hasMessage(
                        "line 1, column 8: it is not clear which TWICE is meant by TWICE(NULL): say the types with CAST,"
                                + " so that one of these fits best: TWICE(BIGINT), TWICE(DOUBLE), TWICE(INTEGER).");
        assertThatThrownBy(() -> FUNCTIONS.scalar(Position.NONE, "FIRST_OF", List.of(NULL, NULL)))
                .hasMessage(
                        "FIRST_OF: the type of the result is not known, since NULL has no type; write CAST(NULL AS …)");
    }

    @Test
    void refusesNumbersOfSeveralTypesWhereTheyCouldBecomeMoreThanOne() {
        assertThat(call("BIGGEST", BIGINT, BIGINT).invoke(row(1L, 2L))).isEqualTo(2L);
        assertThat(call("BIGGEST", INTEGER, INTEGER).resultType()).isEqualTo(BIGINT);
        assertThat(call("BIGGEST", INTEGER, BIGINT, DOUBLE).resultType()).isEqualTo(DOUBLE);
        assertThatThrownBy(() -> call("BIGGEST", INTEGER, BIGINT))
                .hasMessageContaining("it is not clear which BIGGEST is meant by BIGGEST(INTEGER, BIGINT)");
    }

    @Test
    void suggestsANearNameForAnUnknownOne() {
        assertThatThrownBy(() -> call("TWISE", INTEGER))
                .isInstanceOf(SqlException.class)
                .hasMessage("there is no function TWISE. Did you mean TWICE? SHOW FUNCTIONS lists them.");
    }

    @Test
    void refusesAggregatesAndTableFunctionsWhereAValueIsNeeded() {
        assertThatThrownBy(() -> call("TOTAL", DOUBLE)).hasMessageContaining("TOTAL is an aggregate function");
        assertThatThrownBy(() -> call("ITEMS", DOUBLE)).hasMessageContaining("ITEMS is a table function");
        assertThat(FUNCTIONS.kind("items")).contains(FunctionKind.TABLE);
        assertThat(FUNCTIONS.kind("nothing")).isEmpty();
    }

    @Test
    void makesAnInstanceForEachCallOfAMethodThatIsNotStatic() {
        ScalarCall one = call("CALLS");
        ScalarCall other = call("CALLS");

        one.invoke(row());
        assertThat(one.invoke(row())).isEqualTo(2);
        assertThat(other.invoke(row())).isEqualTo(1);
    }

    @Test
    void throwsWhatTheFunctionThrows() {
        assertThatThrownBy(() -> call("FAILS", BOOLEAN).invoke(row(false)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("unchecked");
        assertThatThrownBy(() -> call("FAILS", BOOLEAN).invoke(row(true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("checked")
                .hasCauseExactlyInstanceOf(Exception.class);
    }

    private static ScalarCall call(String name, SqlType... types) {
        return FUNCTIONS.scalar(
                Position.NONE,
                name,
                Arrays.stream(types).map(ScalarResolutionTest::value).toList());
    }

    private static Argument value(SqlType type) {
        return new Argument.Value(Optional.of(type));
    }

    /** A lambda that expects parameters of these types. */
    private static Argument lambda(SqlType result, SqlType... expected) {
        return new Argument.Lambda(expected.length, parameters -> {
            assertThat(parameters).containsExactly(expected);
            return Optional.of(result);
        });
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    @Test
    void describesItsFunctions() {
        FunctionDescription twice = FUNCTIONS.describe("doubled").orElseThrow();

        assertThat(twice.name()).isEqualTo("TWICE");
        assertThat(twice.aliases()).containsExactly("DOUBLED");
        assertThat(twice.kind()).isEqualTo(FunctionKind.SCALAR);
        assertThat(twice.signatures())
                .contains(new FunctionDescription.Signature(
                        "TWICE(INTEGER)",
                        "",
                        List.of(new FunctionDescription.Parameter("number", "INTEGER", "what to double", false)),
                        "INTEGER"));
        assertThat(FUNCTIONS.functions())
                .extracting(FunctionDescription::name)
                .isSorted()
                .contains("ITEMS", "TOTAL", "TWICE")
                .doesNotContain("DOUBLED");
        assertThat(Map.of(
                        "signature",
                        FUNCTIONS
                                .describe("JOIN_TEXTS")
                                .orElseThrow()
                                .signatures()
                                .get(0)
                                .text()))
                .containsEntry("signature", "JOIN_TEXTS(STRING, STRING...)");
    }
}
