package io.nrtstreams.sql.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.EncodeException;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for each type of column, and which columns JSON holds. */
final class JsonWritingTest {

    private static final SqlType.Struct POINT = new SqlType.Struct(
            List.of(new SqlType.Field("X", SqlTypes.INTEGER), new SqlType.Field("y", SqlTypes.STRING)));

    static Stream<Arguments> values() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("b", 1);
        entries.put("a", null);
        return Stream.of(
                arguments(SqlTypes.BOOLEAN, true, "true"),
                arguments(SqlTypes.INTEGER, Integer.MIN_VALUE, "-2147483648"),
                arguments(SqlTypes.BIGINT, Long.MIN_VALUE, "-9223372036854775808"),
                arguments(SqlTypes.DOUBLE, 1.0, "1.0"),
                arguments(SqlTypes.DOUBLE, 1e7, "1.0E7"),
                arguments(SqlTypes.DOUBLE, 2e-3, "0.002"),
                arguments(SqlTypes.DOUBLE, 2e23, "2.0E23"),
                arguments(SqlTypes.DOUBLE, -0.0, "-0.0"),
                arguments(SqlTypes.DOUBLE, Double.NaN, "\"NaN\""),
                arguments(SqlTypes.DOUBLE, Double.POSITIVE_INFINITY, "\"Infinity\""),
                arguments(new SqlType.Decimal(6, 4), new BigDecimal("10.0000"), "10.0000"),
                arguments(
                        new SqlType.Decimal(38, 30),
                        new BigDecimal("1E-30").setScale(30),
                        "0.000000000000000000000000000001"),
                arguments(SqlTypes.STRING, "", "\"\""),
                arguments(
                        SqlTypes.STRING, "a\"\\/\b\f\n\r\t\u0001\u007f", "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\""),
                arguments(SqlTypes.STRING, "é€😀", "\"é€\\uD83D\\uDE00\""),
                arguments(SqlTypes.STRING, "\ud83d", "\"\\uD83D\""),
                arguments(SqlTypes.BYTES, ByteBuffer.wrap(new byte[] {1, 2, -1}), "\"AQL/\""),
                arguments(SqlTypes.DATE, LocalDate.of(1969, 12, 31), "-1"),
                arguments(SqlTypes.TIME, LocalTime.of(1, 1, 1, 1_000_000), "3661001"),
                arguments(SqlTypes.TIMESTAMP, Instant.ofEpochMilli(1500000000123L), "1500000000123"),
                arguments(new SqlType.Array(SqlTypes.INTEGER), List.of(), "[]"),
                arguments(new SqlType.Array(SqlTypes.INTEGER), Arrays.asList(1, null, 3), "[1,null,3]"),
                arguments(new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER), entries, "{\"b\":1,\"a\":null}"),
                arguments(POINT, new StructValue(POINT, null, "z"), "{\"X\":null,\"y\":\"z\"}"),
                arguments(new SqlType.Struct(List.of()), new StructValue(new SqlType.Struct(List.of())), "{}"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("values")
    void columnIsWritten(SqlType type, Object value, String json) {
        assertThat(encode(codec(new Column("V", type)), value)).isEqualTo("{\"V\":" + json + "}");
        assertThat(encode(codec(FormatSpec.of("JSON"), Part.KEY, new Column("V", type)), value))
                .isEqualTo(json);
    }

    @Test
    void namesKeepTheirCaseAndAreEscaped() {
        RowCodec codec = codec(new Column("A", SqlTypes.INTEGER), new Column("say \"é\"", SqlTypes.INTEGER));

        assertThat(encode(codec, 1, null)).isEqualTo("{\"A\":1,\"say \\\"é\\\"\":null}");
    }

    @Test
    void noColumnsAreAnEmptyObject() throws DecodeException {
        assertThat(encode(codec())).isEqualTo("{}");
        assertThat(codec().decode("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void bufferIsNotSharedBetweenRecords() {
        RowCodec codec = codec(new Column("V", SqlTypes.STRING));
        byte[] first = codec.encode(new Object[] {"one"});

        encode(codec, "two" + "o".repeat(5000));

        assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("{\"V\":\"one\"}");
    }

    @Test
    void nullIsNull() {
        assertThat(codec(new Column("V", SqlTypes.STRING)).encode(null)).isNull();
        assertThat(unwrapped(SqlTypes.STRING).encode(null)).isNull();
        assertThat(unwrapped(SqlTypes.STRING).encode(new Object[] {null})).isNull();
    }

    @Test
    void unwrappedValueStandsAlone() throws DecodeException {
        RowCodec codec = unwrapped(new SqlType.Array(SqlTypes.STRING));
        byte[] bytes = "[1,\"b\"]".getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(bytes)).containsExactly(List.of("1", "b"));
        assertThat(encode(codec, List.of("1", "b"))).isEqualTo("[\"1\",\"b\"]");
    }

    @Test
    void keyOfSeveralColumnsIsAnObject() throws DecodeException {
        RowCodec codec = codec(
                FormatSpec.of("JSON"), Part.KEY, new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING));

        assertThat(encode(codec, 1, "x")).isEqualTo("{\"A\":1,\"B\":\"x\"}");
        assertThat(codec.decode("{\"b\":\"x\",\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(1, "x");
    }

    @Test
    void nullKeyOfAMapCannotBeWritten() {
        RowCodec codec = codec(new Column("V", new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER)));

        assertThatThrownBy(() -> encode(codec, Collections.singletonMap(null, 1)))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column V has a null key, which JSON cannot hold");
    }

    @Test
    void mapsWithKeysThatAreNoStringsAreRefused() {
        SqlType type = new SqlType.Array(new SqlType.Map(SqlTypes.INTEGER, SqlTypes.INTEGER));

        assertThatThrownBy(() ->
                        new JsonFormat().validate(FormatSpec.of("JSON"), List.of(new Column("V", type)), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "JSON holds maps with keys of type STRING only, which `V` ARRAY<MAP<INTEGER, INTEGER>> is not;"
                                + " cast the keys.");
    }

    private static RowCodec unwrapped(SqlType type) {
        return codec(new FormatSpec("JSON", Map.of(), Optional.of(false)), Part.VALUE, new Column("V", type));
    }

    private static RowCodec codec(Column... columns) {
        return codec(FormatSpec.of("JSON"), Part.VALUE, columns);
    }

    private static RowCodec codec(FormatSpec spec, Part part, Column... columns) {
        return new JsonFormat().codec(spec, List.of(columns), part, "topic");
    }

    private static String encode(RowCodec codec, Object... columns) {
        return new String(codec.encode(columns), StandardCharsets.UTF_8);
    }
}
