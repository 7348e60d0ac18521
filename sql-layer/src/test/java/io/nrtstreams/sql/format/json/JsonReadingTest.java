package io.nrtstreams.sql.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What JSON each type of column takes, and what it makes of it. */
final class JsonReadingTest {

    private static final SqlType MONEY = new SqlType.Decimal(6, 2);
    private static final SqlType NUMBERS = new SqlType.Array(SqlTypes.INTEGER);
    private static final SqlType BY_NAME = new SqlType.Map(SqlTypes.STRING, SqlTypes.BIGINT);
    private static final SqlType.Struct POINT = new SqlType.Struct(
            List.of(new SqlType.Field("X", SqlTypes.INTEGER), new SqlType.Field("y", SqlTypes.STRING)));

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(SqlTypes.BOOLEAN, "true", true),
                arguments(SqlTypes.BOOLEAN, " false ", false),
                arguments(SqlTypes.INTEGER, "0", 0),
                arguments(SqlTypes.INTEGER, "-2147483648", Integer.MIN_VALUE),
                arguments(SqlTypes.INTEGER, "\"12\"", 12),
                arguments(SqlTypes.INTEGER, "3.99", 3),
                arguments(SqlTypes.INTEGER, "-3.99", -3),
                arguments(SqlTypes.INTEGER, "1e3", 1000),
                arguments(SqlTypes.INTEGER, "1e-999999999", 0),
                arguments(SqlTypes.BIGINT, "9223372036854775807", Long.MAX_VALUE),
                arguments(SqlTypes.BIGINT, "-9223372036854775808", Long.MIN_VALUE),
                arguments(SqlTypes.BIGINT, "\"-5\"", -5L),
                arguments(SqlTypes.BIGINT, "123456789012345678", 123456789012345678L),
                arguments(SqlTypes.DOUBLE, "1", 1.0),
                arguments(SqlTypes.DOUBLE, "-0.5e-3", -0.0005),
                arguments(SqlTypes.DOUBLE, "\"2.5\"", 2.5),
                arguments(SqlTypes.DOUBLE, "\"NaN\"", Double.NaN),
                arguments(SqlTypes.DOUBLE, "\"-Infinity\"", Double.NEGATIVE_INFINITY),
                arguments(MONEY, "12", new BigDecimal("12.00")),
                arguments(MONEY, "12.3", new BigDecimal("12.30")),
                arguments(MONEY, "12.3400", new BigDecimal("12.34")),
                arguments(MONEY, "\"-0.5\"", new BigDecimal("-0.50")),
                arguments(MONEY, "1e3", new BigDecimal("1000.00")),
                arguments(MONEY, "0e999999999", new BigDecimal("0.00")),
                arguments(SqlTypes.STRING, "\"text\"", "text"),
                arguments(SqlTypes.STRING, "\"\"", ""),
                arguments(
                        SqlTypes.STRING,
                        "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00b\"",
                        "a\"\\/\b\f\n\r\té😀b"),
                arguments(SqlTypes.STRING, "\"Grüße 😀\"", "Grüße 😀"),
                arguments(SqlTypes.STRING, "12", "12"),
                arguments(SqlTypes.STRING, "1.50", "1.50"),
                arguments(SqlTypes.STRING, "1e5", "1E+5"),
                arguments(SqlTypes.STRING, "true", "true"),
                arguments(
                        SqlTypes.STRING,
                        "{ \"b\" : [1, null , \"é\\n\"], \"a\":{} }",
                        "{\"b\":[1,null,\"é\\n\"],\"a\":{}}"),
                arguments(SqlTypes.STRING, "[ ]", "[]"),
                arguments(
                        SqlTypes.STRING,
                        "[\"\\u0001\\u001f\\b\\f\\r\\t\\/\\\"\\\\😀\"]",
                        "[\"\\u0001\\u001F\\b\\f\\r\\t/\\\"\\\\😀\"]"),
                arguments(SqlTypes.BYTES, "\"AQL/\"", ByteBuffer.wrap(new byte[] {1, 2, -1})),
                arguments(SqlTypes.BYTES, "\"\"", ByteBuffer.wrap(new byte[0])),
                arguments(SqlTypes.DATE, "19000", LocalDate.of(2022, 1, 8)),
                arguments(SqlTypes.DATE, "-1", LocalDate.of(1969, 12, 31)),
                arguments(SqlTypes.TIME, "3661001", LocalTime.of(1, 1, 1, 1_000_000)),
                arguments(SqlTypes.TIME, "\"0\"", LocalTime.MIDNIGHT),
                arguments(SqlTypes.TIMESTAMP, "1500000000123", Instant.ofEpochMilli(1500000000123L)),
                arguments(SqlTypes.TIMESTAMP, "\"-1\"", Instant.ofEpochMilli(-1)),
                arguments(NUMBERS, "[]", List.of()),
                arguments(NUMBERS, "[1, null, \"3\"]", Arrays.asList(1, null, 3)),
                arguments(BY_NAME, "{}", Map.of()),
                arguments(BY_NAME, "{\"a\": 1, \"B\": \"2\"}", Map.of("a", 1L, "B", 2L)),
                arguments(POINT, "{\"x\": 1, \"y\": 2}", new StructValue(POINT, 1, "2")),
                arguments(POINT, "{\"Y\": 2, \"z\": [{}]}", new StructValue(POINT, null, null)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("values")
    void columnTakesValue(SqlType type, String json, Object value) throws DecodeException {
        assertThat(decode(type, "{\"V\": " + json + "}")).containsExactly(value);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(SqlTypes.BOOLEAN, "\"true\"", "column V must be true or false, but is a string"),
                arguments(SqlTypes.BOOLEAN, "1", "column V must be true or false, but is a number"),
                arguments(SqlTypes.INTEGER, "true", "column V must be a whole number, but is a boolean"),
                arguments(SqlTypes.INTEGER, "{}", "column V must be a whole number, but is an object"),
                arguments(
                        SqlTypes.INTEGER,
                        "\"1.5\"",
                        "column V must be a whole number, but is a string that holds none"),
                arguments(SqlTypes.INTEGER, "2147483648", "column V is out of its type's range"),
                arguments(SqlTypes.INTEGER, "1e999999999", "column V is out of its type's range"),
                arguments(SqlTypes.BIGINT, "9223372036854775808", "column V is out of its type's range"),
                arguments(SqlTypes.BIGINT, "[1]", "column V must be a whole number, but is an array"),
                arguments(SqlTypes.DOUBLE, "\"one\"", "column V must be a number, but is a string that holds none"),
                arguments(SqlTypes.DOUBLE, "false", "column V must be a number, but is a boolean"),
                arguments(MONEY, "12345", "column V has more digits before the point than DECIMAL(6, 2) holds"),
                arguments(MONEY, "1e999999999", "column V has more digits before the point than DECIMAL(6, 2) holds"),
                arguments(MONEY, "1.234", "column V has more digits after the point than DECIMAL(6, 2) holds"),
                arguments(MONEY, "1e-999999999", "column V has more digits after the point than DECIMAL(6, 2) holds"),
                arguments(MONEY, "\"x\"", "column V must be a number, but holds none that can be read"),
                arguments(MONEY, "[]", "column V must be a number, but is an array"),
                arguments(SqlTypes.BYTES, "\"?\"", "column V must be base 64, but is another string"),
                arguments(SqlTypes.BYTES, "7", "column V must be a string of base 64, but is a number"),
                arguments(SqlTypes.DATE, "99999999999", "column V is out of a date's range"),
                arguments(
                        SqlTypes.DATE,
                        "\"2020-01-01\"",
                        "column V must be a whole number, but is a string that holds none"),
                arguments(SqlTypes.TIME, "86400000", "column V is no time of a day: it takes 0 to 86399999 ms"),
                arguments(SqlTypes.TIME, "-1", "column V is no time of a day: it takes 0 to 86399999 ms"),
                arguments(SqlTypes.TIMESTAMP, "true", "column V must be a whole number, but is a boolean"),
                arguments(NUMBERS, "{}", "column V must be an array, but is an object"),
                arguments(NUMBERS, "[1, \"x\"]", "column V[] must be a whole number, but is a string that holds none"),
                arguments(BY_NAME, "[]", "column V must be an object, but is an array"),
                arguments(BY_NAME, "{\"a\": {}}", "column V[] must be a whole number, but is an object"),
                arguments(POINT, "3", "column V must be an object, but is a number"),
                arguments(POINT, "{\"X\": []}", "column V->X must be a whole number, but is an array"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("refusals")
    void columnRefusesValue(SqlType type, String json, String message) {
        assertThatThrownBy(() -> decode(type, "{\"V\": " + json + "}"))
                .isInstanceOf(DecodeException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void nullIsAValueOfEveryType(SqlType type) throws DecodeException {
        assertThat(decode(type, "{\"V\": null}")).containsExactly((Object) null);
        assertThat(decode(type, "{}")).containsExactly((Object) null);
    }

    static Stream<SqlType> types() {
        return values().map(arguments -> (SqlType) arguments.get()[0]).distinct();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("", "a value is missing"),
                arguments("{", "a name is missing"),
                arguments("{\"V\"}", "':' is missing"),
                arguments("{\"V\":1", "'}' is missing"),
                arguments("{\"V\":1,}", "a name is missing"),
                arguments("{\"V\":1} {", "there is more after the end"),
                arguments("{V:1}", "a name is missing"),
                arguments("{\"V\":01}", "'}' is missing"),
                arguments("{\"V\":-}", "a number lacks a digit"),
                arguments("{\"V\":1.}", "a number lacks a digit"),
                arguments("{\"V\":1e}", "a number lacks a digit"),
                arguments("{\"W\":nul}", "is neither a string, a number"),
                arguments("{\"W\":\"\\x\"}", "no such escape"),
                arguments("{\"W\":\"\\u12g4\"}", "lacks a hexadecimal digit"),
                arguments("{\"W\":\"a\nb\"}", "a control character must be escaped"),
                arguments("{\"W\":\"open}", "does not end"),
                arguments("{\"W\":[1,]}", "a value is missing"),
                arguments("{\"W\":" + "[".repeat(600) + "]".repeat(600) + "}", "nested deeper than 500 levels"),
                arguments("{\"V\":" + "9".repeat(1001) + "}", "more than 1000 characters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void textThatIsNotJsonIsRefused(String json, String message) {
        assertThatThrownBy(() -> decode(SqlTypes.INTEGER, json))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void stringThatIsNotUtf8IsRefused() {
        byte[] bytes = {'{', '"', 'V', '"', ':', '"', (byte) 0xc3, '"', '}'};

        assertThatThrownBy(() -> codec(new Column("V", SqlTypes.STRING)).decode(bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void replacementCharacterOfTheTextItselfIsKept() throws DecodeException {
        assertThat(decode(SqlTypes.STRING, "{\"V\":\"\uFFFD\"}")).containsExactly("\uFFFD");
    }

    @Test
    void columnInUpperCaseIsFoundInAnyCase() throws DecodeException {
        assertThat(decode(SqlTypes.INTEGER, "{\"v\": 1}")).containsExactly(1);
    }

    @Test
    void columnInLowerCaseIsFoundInItsOwnCaseOnly() throws DecodeException {
        RowCodec codec = codec(new Column("quoted", SqlTypes.INTEGER));

        assertThat(codec.decode(utf8("{\"QUOTED\": 1}"))).containsExactly((Object) null);
        assertThat(codec.decode(utf8("{\"quoted\": 1}"))).containsExactly(1);
    }

    @Test
    void exactNameWinsWhereverItStands() throws DecodeException {
        assertThat(decode(SqlTypes.INTEGER, "{\"v\": 1, \"V\": 2}")).containsExactly(2);
        assertThat(decode(SqlTypes.INTEGER, "{\"V\": 2, \"v\": 1}")).containsExactly(2);
    }

    @Test
    void nameWithEscapesIsTheSameName() throws DecodeException {
        assertThat(decode(SqlTypes.INTEGER, "{\"\\u0056\": 7}")).containsExactly(7);
    }

    @Test
    void columnsComeInTheirOrderWhateverTheOrderOfMembers() throws DecodeException {
        RowCodec codec = codec(new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.INTEGER));

        for (int round = 0; round < 3; round++) {
            assertThat(codec.decode(utf8("{\"b\":2,\"a\":1}"))).containsExactly(1, 2);
            assertThat(codec.decode(utf8("{\"a\":1,\"skipped\":{\"a\":[3]},\"b\":2}")))
                    .containsExactly(1, 2);
            assertThat(codec.decode(utf8("{\"a\":1}"))).containsExactly(1, null);
        }
    }

    @Test
    void everNewNamesDoNotFillTheMemory() throws DecodeException {
        RowCodec codec = codec(new Column("A", SqlTypes.INTEGER));

        for (int i = 0; i < 5000; i++) {
            assertThat(codec.decode(utf8("{\"id-" + i + "\":0,\"a\":" + i + "}")))
                    .containsExactly(i);
        }
    }

    @Test
    void nullIsNoRow() throws DecodeException {
        assertThat(codec(new Column("V", SqlTypes.INTEGER)).decode(null)).isNull();
        assertThat(decode(SqlTypes.INTEGER, " null ")).isNull();
    }

    @Test
    void wrappedValueMustBeAnObject() {
        assertThatThrownBy(() -> decode(SqlTypes.INTEGER, "[1]"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the whole must be an object with the columns, but is an array");
    }

    private static Object[] decode(SqlType type, String json) throws DecodeException {
        return codec(new Column("V", type)).decode(utf8(json));
    }

    private static RowCodec codec(Column... columns) {
        return new JsonFormat().codec(FormatSpec.of("JSON"), List.of(columns), Part.VALUE, "topic");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
