package io.nrtstreams.sql.function.builtin.collection;

import static io.nrtstreams.sql.function.builtin.FunctionCall.array;
import static io.nrtstreams.sql.function.builtin.FunctionCall.call;
import static io.nrtstreams.sql.function.builtin.FunctionCall.lambda;
import static io.nrtstreams.sql.function.builtin.FunctionCall.map;
import static io.nrtstreams.sql.function.builtin.FunctionCall.nullOf;
import static io.nrtstreams.sql.function.builtin.FunctionCall.typed;
import static io.nrtstreams.sql.type.SqlTypes.BOOLEAN;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.builtin.FunctionCall;
import io.nrtstreams.sql.function.builtin.FunctionCall.Lambda;
import io.nrtstreams.sql.function.builtin.FunctionCall.Typed;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MapAndLambdaFunctionsTest {

    private static final SqlType.Struct ENTRY =
            new SqlType.Struct(List.of(new SqlType.Field("K", STRING), new SqlType.Field("V", INTEGER)));
    private static final Typed NO_MAP = nullOf(map(INTEGER));
    private static final Typed NO_ARRAY = nullOf(array(INTEGER));
    private static final Lambda IS_POSITIVE = lambda(BOOLEAN, (Integer x) -> x != null && x > 0);
    private static final Lambda VALUE_IS_POSITIVE = lambda(BOOLEAN, (String k, Integer v) -> v != null && v > 0);
    private static final Lambda PLUS_ONE = lambda(INTEGER, (Integer x) -> x == null ? null : x + 1);
    private static final Lambda KEY_TWICE = lambda(STRING, (String k, Integer v) -> k + k);
    private static final Lambda VALUE_PLUS_ONE = lambda(INTEGER, (String k, Integer v) -> v == null ? null : v + 1);
    private static final Lambda SUM = lambda(INTEGER, (Integer s, Integer x) -> s == null || x == null ? null : s + x);
    private static final Lambda SUM_OF_VALUES =
            lambda(INTEGER, (Integer s, String k, Integer v) -> s == null || v == null ? null : s + v);

    /** A map in the order of its arguments. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static StructValue entry(String key, Object value) {
        return new StructValue(ENTRY, key, value);
    }

    static Stream<Arguments> maps() {
        Typed empty = typed(map(INTEGER), Map.of());
        return Stream.of(
                of(call("MAP_KEYS", ordered("b", 1, "a", 2)), List.of("b", "a")),
                of(call("MAP_KEYS", empty), List.of()),
                of(call("MAP_KEYS", NO_MAP), null),
                of(call("MAP_VALUES", ordered("b", 1, "a", null)), asList(1, null)),
                of(call("MAP_VALUES", empty), List.of()),
                of(call("MAP_VALUES", NO_MAP), null),
                of(
                        call("MAP_UNION", ordered("a", 1, "b", 2), ordered("a", 3, "c", null)),
                        ordered("a", 3, "b", 2, "c", null)),
                of(call("MAP_UNION", ordered("a", 1), NO_MAP), ordered("a", 1)),
                of(call("MAP_UNION", NO_MAP, ordered("a", 1)), ordered("a", 1)),
                of(call("MAP_UNION", NO_MAP, NO_MAP), null),
                of(call("AS_MAP", List.of("a", "b"), asList(1, null)), ordered("a", 1, "b", null)),
                of(call("AS_MAP", List.of("a", "b"), List.of(1)), ordered("a", 1)),
                of(call("AS_MAP", List.of("a"), NO_ARRAY), null),
                of(call("AS_MAP", nullOf(array(STRING)), List.of(1)), null),
                of(call("ENTRIES", ordered("b", 1, "a", null), false), List.of(entry("b", 1), entry("a", null))),
                of(call("ENTRIES", ordered("b", 1, "a", 2), true), List.of(entry("a", 2), entry("b", 1))),
                of(call("ENTRIES", NO_MAP, true), null));
    }

    static Stream<Arguments> lambdas() {
        return Stream.of(
                of(call("FILTER", asList(1, null, -1, 2), IS_POSITIVE), List.of(1, 2)),
                of(call("FILTER", List.of(-1), IS_POSITIVE), List.of()),
                of(call("FILTER", NO_ARRAY, IS_POSITIVE), null),
                of(call("FILTER", ordered("a", 1, "b", -1, "c", null), VALUE_IS_POSITIVE), ordered("a", 1)),
                of(call("FILTER", NO_MAP, VALUE_IS_POSITIVE), null),
                of(call("TRANSFORM", asList(1, null), PLUS_ONE), asList(2, null)),
                of(call("TRANSFORM", typed(array(INTEGER), List.of()), PLUS_ONE), List.of()),
                of(call("TRANSFORM", NO_ARRAY, PLUS_ONE), null),
                of(call("TRANSFORM", ordered("b", 1, "a", 2), KEY_TWICE, VALUE_PLUS_ONE), ordered("bb", 2, "aa", 3)),
                of(call("TRANSFORM", NO_MAP, KEY_TWICE, VALUE_PLUS_ONE), null),
                of(call("REDUCE", List.of(1, 2, 3), 10, SUM), 16),
                of(call("REDUCE", asList(1, null, 3), 10, SUM), null),
                of(call("REDUCE", NO_ARRAY, 10, SUM), 10),
                of(call("REDUCE", List.of(1), nullOf(INTEGER), SUM), null),
                of(call("REDUCE", ordered("a", 1, "b", 2), 0, SUM_OF_VALUES), 3),
                of(call("REDUCE", NO_MAP, 7, SUM_OF_VALUES), 7),
                of(call("REDUCE", ordered("a", 1), nullOf(INTEGER), SUM_OF_VALUES), null));
    }

    @ParameterizedTest
    @MethodSource({"maps", "lambdas"})
    void gives(FunctionCall call, Object expected) {
        Object value = call.value();
        assertThat(value).isEqualTo(expected);
        // Equal maps may still differ in their order, which users see.
        assertThat(String.valueOf(value)).isEqualTo(String.valueOf(expected));
    }

    static Stream<Arguments> resultTypes() {
        return Stream.of(
                of(call("ENTRIES", NO_MAP, true), array(ENTRY)),
                of(call("AS_MAP", List.of("a"), List.of(1)), map(INTEGER)),
                of(call("FILTER", NO_MAP, VALUE_IS_POSITIVE), map(INTEGER)),
                of(call("TRANSFORM", NO_ARRAY, lambda(STRING, (Integer x) -> "item " + x)), array(STRING)),
                of(call("TRANSFORM", NO_MAP, KEY_TWICE, KEY_TWICE), map(STRING)),
                of(call("REDUCE", List.of("a"), 0, lambda(INTEGER, (Integer s, String x) -> s + x.length())), INTEGER));
    }

    @ParameterizedTest
    @MethodSource
    void resultTypes(FunctionCall call, SqlType expected) {
        assertThat(call.type()).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        Lambda unsure = lambda(BOOLEAN, (Integer x) -> null);
        return Stream.of(
                of(call("FILTER", List.of(1), unsure), "FILTER gave NULL"),
                of(call("TRANSFORM", ordered("a", 1), lambda(STRING, (k, v) -> null), VALUE_PLUS_ONE), "NULL"),
                of(call("TRANSFORM", ordered("a", null, "b", 1), KEY_TWICE, VALUE_PLUS_ONE), "NULL"),
                of(
                        call("TRANSFORM", ordered("a", 1, "b", 2), lambda(STRING, (k, v) -> "x"), VALUE_PLUS_ONE),
                        "two equal keys"));
    }

    @ParameterizedTest
    @MethodSource
    void failures(FunctionCall call, String message) {
        assertThatThrownBy(call::value)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void lambdasWithTheWrongNumberOfParametersAreRefused() {
        assertThatThrownBy(call("FILTER", List.of(1), VALUE_IS_POSITIVE)::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("FILTER", ordered("a", 1), IS_POSITIVE)::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("TRANSFORM", ordered("a", 1), KEY_TWICE)::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("REDUCE", List.of(1), 0, SUM_OF_VALUES)::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("FILTER", List.of(1), PLUS_ONE)::type).isInstanceOf(SqlException.class);
    }
}
