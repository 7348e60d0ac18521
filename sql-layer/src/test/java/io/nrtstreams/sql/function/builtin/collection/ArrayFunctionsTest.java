package io.nrtstreams.sql.function.builtin.collection;

import static io.nrtstreams.sql.function.builtin.FunctionCall.array;
import static io.nrtstreams.sql.function.builtin.FunctionCall.call;
import static io.nrtstreams.sql.function.builtin.FunctionCall.nullOf;
import static io.nrtstreams.sql.function.builtin.FunctionCall.typed;
import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.BOOLEAN;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.builtin.FunctionCall;
import io.nrtstreams.sql.function.builtin.FunctionCall.Typed;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrayFunctionsTest {

    private static final Typed EMPTY = typed(array(INTEGER), List.of());
    private static final Typed NONE = nullOf(array(INTEGER));

    static Stream<Arguments> sets() {
        return Stream.of(
                of(call("ARRAY_DISTINCT", asList(3, null, 1, 3, null)), asList(3, null, 1)),
                of(call("ARRAY_DISTINCT", List.of(Map.of("a", 1), Map.of("a", 1))), List.of(Map.of("a", 1))),
                of(call("ARRAY_DISTINCT", EMPTY), List.of()),
                of(call("ARRAY_DISTINCT", NONE), null),
                of(call("ARRAY_EXCEPT", asList(3, null, 1, 3), List.of(1)), asList(3, null)),
                of(call("ARRAY_EXCEPT", asList("a", null), asList("a", null)), List.of()),
                of(call("ARRAY_EXCEPT", List.of(1), NONE), null),
                of(call("ARRAY_EXCEPT", NONE, List.of(1)), null),
                of(call("ARRAY_INTERSECT", asList(3, null, 1, 3), asList(null, 3)), asList(3, null)),
                of(call("ARRAY_INTERSECT", List.of(1), EMPTY), List.of()),
                of(call("ARRAY_INTERSECT", NONE, EMPTY), null),
                of(call("ARRAY_UNION", asList(3, null, 3), List.of(1, 3)), asList(3, null, 1)),
                of(call("ARRAY_UNION", EMPTY, List.of(1)), List.of(1)),
                of(call("ARRAY_UNION", List.of(1), NONE), null),
                of(call("ARRAY_CONCAT", asList(3, null), List.of(3)), asList(3, null, 3)),
                of(call("ARRAY_CONCAT", List.of(1), NONE), List.of(1)),
                of(call("ARRAY_CONCAT", NONE, List.of(1)), List.of(1)),
                of(call("ARRAY_CONCAT", NONE, NONE), null));
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                of(call("ARRAY_LENGTH", asList(1, null)), 2),
                of(call("ARRAY_LENGTH", EMPTY), 0),
                of(call("ARRAY_LENGTH", NONE), null),
                of(call("ARRAY_CONTAINS", List.of("a", "b"), "b"), true),
                of(call("ARRAY_CONTAINS", List.of("a", "b"), "B"), false),
                of(call("ARRAY_CONTAINS", asList("a", null), nullOf(STRING)), true),
                of(call("ARRAY_CONTAINS", asList("a", null), null), true),
                of(call("ARRAY_CONTAINS", List.of(List.of(1), List.of(2)), List.of(2)), true),
                of(call("ARRAY_CONTAINS", NONE, 1), false),
                of(call("ARRAY_REMOVE", List.of(1, 2, 1), 1), List.of(2)),
                of(call("ARRAY_REMOVE", asList("a", null), nullOf(STRING)), List.of("a")),
                of(call("ARRAY_REMOVE", NONE, 1), null),
                of(call("ARRAY_MAX", asList(1, null, 3, 2)), 3),
                of(call("ARRAY_MAX", List.of("Foo", "Bar", "baz")), "baz"),
                of(call("ARRAY_MAX", asList(false, null, true)), true),
                of(call("ARRAY_MAX", EMPTY), null),
                of(call("ARRAY_MAX", NONE), null),
                of(call("ARRAY_MIN", asList(null, 3, 1)), 1),
                of(call("ARRAY_MIN", List.of(new BigDecimal("1.5"), new BigDecimal("0.5"))), new BigDecimal("0.5")),
                of(call("ARRAY_MIN", typed(array(INTEGER), asList(null, null))), null),
                of(call("SLICE", List.of("a", "b", "c"), 2, 3), List.of("b", "c")),
                of(call("SLICE", List.of("a", "b", "c"), null, 2), List.of("a", "b")),
                of(call("SLICE", List.of("a", "b", "c"), 3, nullOf(INTEGER)), List.of("c")),
                of(call("SLICE", List.of("a"), 2, 1), List.of()),
                of(call("SLICE", List.of("a"), 1, 2), null),
                of(call("SLICE", List.of("a"), 0, 1), null),
                of(call("SLICE", List.of("a", "b", "c"), 3, 1), null),
                of(call("SLICE", NONE, 1, 1), null));
    }

    static Stream<Arguments> sorted() {
        return Stream.of(
                of(call("ARRAY_SORT", asList(2, null, -1, 0)), asList(-1, 0, 2, null)),
                of(call("ARRAY_SORT", asList(false, null, true), "asc"), asList(false, true, null)),
                of(call("ARRAY_SORT", asList(1, null, 3), "DESC"), asList(3, 1, null)),
                of(call("ARRAY_SORT", List.of("a", "B"), "Descending"), List.of("a", "B")),
                of(call("ARRAY_SORT", List.of(1), "UP"), null),
                of(call("ARRAY_SORT", List.of(1), nullOf(STRING)), null),
                of(call("ARRAY_SORT", NONE), null));
    }

    static Stream<Arguments> joined() {
        return Stream.of(
                of(call("ARRAY_JOIN", asList(true, null, false)), "true,null,false"),
                of(call("ARRAY_JOIN", List.of(1.5, 0.0), "; "), "1.5; 0.0"),
                of(call("ARRAY_JOIN", List.of(new BigDecimal("0.0000001"))), "0.0000001"),
                of(call("ARRAY_JOIN", List.of("a", "", "b"), nullOf(STRING)), "ab"),
                of(call("ARRAY_JOIN", List.of(ByteBuffer.wrap(new byte[] {1, 2, 3}))), "AQID"),
                of(call("ARRAY_JOIN", EMPTY), ""),
                of(call("ARRAY_JOIN", NONE), null));
    }

    static Stream<Arguments> series() {
        return Stream.of(
                of(call("GENERATE_SERIES", 1, 3), List.of(1, 2, 3)),
                of(call("GENERATE_SERIES", 1, -1), List.of(1, 0, -1)),
                of(call("GENERATE_SERIES", 4, 4), List.of(4)),
                of(call("GENERATE_SERIES", 0, 9, 4), List.of(0, 4, 8)),
                of(call("GENERATE_SERIES", 9, 0, -4), List.of(9, 5, 1)),
                of(call("GENERATE_SERIES", 4, 4, -4), List.of(4)),
                of(call("GENERATE_SERIES", 5_000_000_000L, 5_000_000_001L), List.of(5_000_000_000L, 5_000_000_001L)),
                of(
                        call("GENERATE_SERIES", 0L, -6_000_000_000L, -2_000_000_000),
                        List.of(0L, -2_000_000_000L, -4_000_000_000L, -6_000_000_000L)),
                of(call("GENERATE_SERIES", nullOf(INTEGER), 3), null));
    }

    @ParameterizedTest
    @MethodSource({"sets", "elements", "sorted", "joined", "series"})
    void gives(FunctionCall call, Object expected) {
        assertThat(call.value()).isEqualTo(expected);
    }

    static Stream<Arguments> resultTypes() {
        return Stream.of(
                of(call("ARRAY_UNION", List.of(1), List.of(2)), array(INTEGER)),
                of(call("ARRAY_MAX", List.of("a")), STRING),
                of(call("ARRAY_CONTAINS", List.of("a"), "a"), BOOLEAN),
                of(call("GENERATE_SERIES", 1, 2), array(INTEGER)),
                of(call("GENERATE_SERIES", 1L, 2), array(BIGINT)));
    }

    @ParameterizedTest
    @MethodSource
    void resultTypes(FunctionCall call, Object expected) {
        assertThat(call.type()).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                of(call("GENERATE_SERIES", 1, 3, 0), "cannot be 0"),
                of(call("GENERATE_SERIES", 1, 3, -1), "lead away from its end"),
                of(call("GENERATE_SERIES", 3, 1, 1), "lead away from its end"),
                of(call("GENERATE_SERIES", 1, 1_000_001), "1000000 elements at most"),
                of(call("GENERATE_SERIES", Long.MIN_VALUE, Long.MAX_VALUE), "long overflow"));
    }

    @ParameterizedTest
    @MethodSource
    void failures(FunctionCall call, String message) {
        assertThatThrownBy(call::value).isInstanceOf(RuntimeException.class).hasMessageContaining(message);
    }

    static Stream<FunctionCall> refusedCalls() {
        return Stream.of(
                call("ARRAY_SORT", List.of(List.of(1))),
                call("ARRAY_JOIN", List.of(Map.of("a", 1))),
                call("ARRAY_MAX", 3),
                call("ARRAY_UNION", List.of(1), List.of("a")),
                call("ARRAY_CONTAINS", List.of(1), "a"));
    }

    @ParameterizedTest
    @MethodSource
    void refusedCalls(FunctionCall call) {
        assertThatThrownBy(call::type).isInstanceOf(SqlException.class);
    }

    @Test
    void argumentsStayAsTheyWere() {
        List<Object> argument = asList(2, 1, 2);
        call("ARRAY_SORT", argument).value();
        call("ARRAY_REMOVE", argument, 2).value();
        assertThat(argument).containsExactly(2, 1, 2);
        assertThat(CollectionFunctions.all()).hasSize(22);
    }
}
