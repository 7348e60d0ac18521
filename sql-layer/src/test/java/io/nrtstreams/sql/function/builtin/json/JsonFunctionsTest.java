package io.nrtstreams.sql.function.builtin.json;

import static io.nrtstreams.sql.function.builtin.FunctionCall.array;
import static io.nrtstreams.sql.function.builtin.FunctionCall.call;
import static io.nrtstreams.sql.function.builtin.FunctionCall.map;
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
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFunctionsTest {

    private static final Typed NONE = nullOf(STRING);
    private static final String ORDER =
            "{ \"id\": 7, \"net\": 1.10, \"open\": true, \"note\": null, \"names\": [\"a\", [\"b\"], {\"c\": 2.50 }], \"0\": \"zero\" }";

    static Stream<Arguments> extracted() {
        return Stream.of(
                of("$.id", "7"),
                of("$.net", "1.10"),
                of("$.open", "true"),
                of("$.note", "null"),
                of("$.names[0]", "a"),
                of("$.names[1]", "[\"b\"]"),
                of("$['names'][2]", "{\"c\":2.50}"),
                of("$.names[2].c", "2.50"),
                of("$.names", "[\"a\",[\"b\"],{\"c\":2.50}]"),
                of("$[0]", "zero"),
                of("$.names[3]", null),
                of("$.names.first", null),
                of("$.id.x", null),
                of("$.ID", null));
    }

    @ParameterizedTest
    @MethodSource
    void extracted(String path, String expected) {
        assertThat(call("EXTRACTJSONFIELD", ORDER, path).value()).isEqualTo(expected);
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                of(call("EXTRACTJSONFIELD", "\"text\"", "$"), "text"),
                of(call("EXTRACTJSONFIELD", "", "$.a"), null),
                of(call("EXTRACTJSONFIELD", NONE, "$.a"), null),
                of(call("EXTRACTJSONFIELD", "{}", NONE), null),
                of(call("JSON_ARRAY_LENGTH", "[1, [2, 3], {}]"), 3),
                of(call("JSON_ARRAY_LENGTH", "[]"), 0),
                of(call("JSON_ARRAY_LENGTH", "{}"), null),
                of(call("JSON_ARRAY_LENGTH", ""), null),
                of(call("JSON_ARRAY_LENGTH", NONE), null),
                of(call("JSON_KEYS", "{\"b\": 1, \"a\": {\"c\": 2}}"), List.of("b", "a")),
                of(call("JSON_KEYS", "{}"), List.of()),
                of(call("JSON_KEYS", "[]"), null),
                of(call("JSON_KEYS", NONE), null),
                of(
                        call("JSON_RECORDS", "{\"a\": \"x\", \"b\": [1, 2.0], \"c\": null}"),
                        Map.of("a", "\"x\"", "b", "[1,2.0]", "c", "null")),
                of(call("JSON_RECORDS", "{}"), Map.of()),
                of(call("JSON_RECORDS", "123"), null),
                of(call("JSON_RECORDS", NONE), null),
                of(
                        call("JSON_ITEMS", "[{\"a\": 1}, \"x\", 2.50, null]"),
                        List.of("{\"a\":1}", "\"x\"", "2.50", "null")),
                of(call("JSON_ITEMS", "[]"), List.of()),
                of(call("JSON_ITEMS", "{}"), null),
                of(call("JSON_ITEMS", NONE), null));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                of(call("IS_JSON_STRING", "[1, {\"a\": null}]"), true),
                of(call("IS_JSON_STRING", "\"abc\""), true),
                of(call("IS_JSON_STRING", "null"), true),
                of(call("IS_JSON_STRING", " 1 "), true),
                of(call("IS_JSON_STRING", "abc"), false),
                of(call("IS_JSON_STRING", "[1, 2"), false),
                of(call("IS_JSON_STRING", "{} {}"), false),
                of(call("IS_JSON_STRING", ""), false),
                of(call("IS_JSON_STRING", NONE), false),
                of(call("JSON_ARRAY_CONTAINS", "[1, 2]", 2), true),
                of(call("JSON_ARRAY_CONTAINS", "[1, 5000000000]", 5_000_000_000L), true),
                of(call("JSON_ARRAY_CONTAINS", "[50000000000000000000]", -5_340_232_221_128_654_848L), false),
                of(call("JSON_ARRAY_CONTAINS", "[1.0, 2.50]", 2.5), true),
                of(call("JSON_ARRAY_CONTAINS", "[1.0, 2.50]", new BigDecimal("2.5")), true),
                of(call("JSON_ARRAY_CONTAINS", "[1, 2]", 2.0), false),
                of(call("JSON_ARRAY_CONTAINS", "[2.0]", 2), false),
                of(call("JSON_ARRAY_CONTAINS", "[\"2\", \"x\"]", "x"), true),
                of(call("JSON_ARRAY_CONTAINS", "[2]", "2"), false),
                of(call("JSON_ARRAY_CONTAINS", "[[2], {\"a\": 2}]", 2), false),
                of(call("JSON_ARRAY_CONTAINS", "[true]", true), true),
                of(call("JSON_ARRAY_CONTAINS", "[true]", false), false),
                of(call("JSON_ARRAY_CONTAINS", "[1, null]", nullOf(INTEGER)), true),
                of(call("JSON_ARRAY_CONTAINS", "[\"null\"]", NONE), false),
                of(call("JSON_ARRAY_CONTAINS", "{\"a\": 2}", 2), false),
                of(call("JSON_ARRAY_CONTAINS", "[abc]", "abc"), false),
                of(call("JSON_ARRAY_CONTAINS", NONE, "abc"), false));
    }

    static Stream<Arguments> joined() {
        return Stream.of(
                of(call("JSON_CONCAT", "{\"a\": 1, \"b\": 2}", "{\"a\": {\"c\": 3}}"), "{\"a\":{\"c\":3},\"b\":2}"),
                of(call("JSON_CONCAT", "[1, [2.50]]", "[[3]]", "[]"), "[1,[2.50],[3]]"),
                of(call("JSON_CONCAT", "{\"a\": 1}", "null", "[2]"), "[{\"a\":1},null,2]"),
                of(call("JSON_CONCAT", "{\"a\": 1}"), "{\"a\":1}"),
                of(call("JSON_CONCAT", "[1]", NONE), null),
                of(call("JSON_CONCAT", "", "[1]"), null));
    }

    static Stream<Arguments> written() {
        SqlType.Struct struct =
                new SqlType.Struct(List.of(new SqlType.Field("ID", INTEGER), new SqlType.Field("TAGS", map(BOOLEAN))));
        return Stream.of(
                of(1, "1"),
                of(5_000_000_000L, "5000000000"),
                of(1.5, "1.5"),
                of(Double.NaN, "\"NaN\""),
                of(new BigDecimal("0.00000010"), "0.00000010"),
                of("say \"hi\"", "\"say \\\"hi\\\"\""),
                of(true, "true"),
                of(ByteBuffer.wrap(new byte[] {1, 2, 3}), "\"AQID\""),
                of(LocalDate.parse("2024-02-28"), "\"2024-02-28\""),
                of(LocalTime.parse("13:25"), "\"13:25\""),
                of(Instant.parse("2024-02-28T12:18:39.400Z"), "\"2024-02-28T12:18:39.400\""),
                of(asList(1, null), "[1,null]"),
                of(typed(map(BIGINT), Collections.singletonMap("c", null)), "{\"c\":null}"),
                of(
                        List.of(new StructValue(struct, 1, Map.of("x", true)), new StructValue(struct, null, null)),
                        "[{\"ID\":1,\"TAGS\":{\"x\":true}},{\"ID\":null,\"TAGS\":null}]"),
                of(nullOf(array(INTEGER)), "null"),
                of(null, "null"));
    }

    @ParameterizedTest
    @MethodSource({"parts", "conditions", "joined"})
    void gives(FunctionCall call, Object expected) {
        assertThat(call.value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource
    void written(Object value, String expected) {
        assertThat(call("TO_JSON_STRING", value).value()).isEqualTo(expected);
    }

    static Stream<FunctionCall> notJson() {
        return Stream.of(
                call("JSON_ARRAY_LENGTH", "[secret"),
                call("JSON_KEYS", "{secret}"),
                call("JSON_RECORDS", "{} secret"),
                call("JSON_ITEMS", "[1, secret]"),
                call("JSON_CONCAT", "[1]", "secret"),
                call("EXTRACTJSONFIELD", "{secret", "$.a"),
                call("EXTRACTJSONFIELD", "{\"a\": [\"secret\"", "$.a"));
    }

    @ParameterizedTest
    @MethodSource
    void notJson(FunctionCall call) {
        assertThatThrownBy(call::value)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not JSON")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void typesAreFixed() {
        assertThat(call("JSON_RECORDS", NONE).type()).isEqualTo(map(STRING));
        assertThat(call("JSON_KEYS", NONE).type()).isEqualTo(array(STRING));
        assertThat(call("JSON_ARRAY_CONTAINS", NONE, 1L).type()).isEqualTo(BOOLEAN);
        assertThatThrownBy(call("JSON_KEYS", 1)::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("JSON_ARRAY_CONTAINS", "[]", List.of(1))::type).isInstanceOf(SqlException.class);
        assertThat(JsonFunctions.all()).hasSize(9);
    }
}
