package io.nrtstreams.sql.format.avro;

import static io.nrtstreams.sql.format.avro.AvroFixture.codec;
import static io.nrtstreams.sql.format.avro.AvroFixture.columns;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes, worked out by hand from Avro's specification: zig-zag numbers, lengths, 02 for a union's second branch. */
class AvroBytesTest {

    private static final SqlType.Struct POINT = new SqlType.Struct(
            List.of(new SqlType.Field("X", SqlTypes.INTEGER), new SqlType.Field("Y", SqlTypes.INTEGER)));

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(SqlTypes.BOOLEAN, true, "02 01"),
                Arguments.of(SqlTypes.BOOLEAN, false, "02 00"),
                Arguments.of(SqlTypes.INTEGER, 1, "02 02"),
                Arguments.of(SqlTypes.INTEGER, -1, "02 01"),
                Arguments.of(SqlTypes.INTEGER, 64, "02 80 01"),
                Arguments.of(SqlTypes.INTEGER, Integer.MIN_VALUE, "02 ff ff ff ff 0f"),
                Arguments.of(SqlTypes.BIGINT, Long.MAX_VALUE, "02 fe ff ff ff ff ff ff ff ff 01"),
                Arguments.of(SqlTypes.DOUBLE, 1.5, "02 00 00 00 00 00 00 f8 3f"),
                Arguments.of(SqlTypes.STRING, "é", "02 04 c3 a9"),
                Arguments.of(SqlTypes.BYTES, ByteBuffer.wrap(new byte[] {7, 8}), "02 04 07 08"),
                Arguments.of(new SqlType.Decimal(4, 2), new BigDecimal("-1.00"), "02 02 9c"),
                Arguments.of(new SqlType.Decimal(4, 2), new BigDecimal("12.34"), "02 04 04 d2"),
                Arguments.of(SqlTypes.DATE, LocalDate.of(1970, 1, 3), "02 04"),
                Arguments.of(SqlTypes.TIME, LocalTime.of(0, 0, 1), "02 d0 0f"),
                Arguments.of(SqlTypes.TIMESTAMP, Instant.ofEpochMilli(-2), "02 03"),
                Arguments.of(new SqlType.Array(SqlTypes.INTEGER), List.of(1, 2), "02 04 02 02 02 04 00"),
                Arguments.of(new SqlType.Array(SqlTypes.INTEGER), List.of(), "02 00"),
                Arguments.of(
                        new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER), Map.of("a", 3), "02 02 02 02 61 02 06 00"),
                Arguments.of(POINT, new StructValue(POINT, 5, null), "02 02 0a 00"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void standBehindTheSchemaIdInARecord(SqlType type, Object value, String body) throws Exception {
        RowCodec codec = codec(FormatSpec.of("AVRO"), columns(new Column("C", type)), Part.VALUE);

        byte[] bytes = codec.encode(new Object[] {value});

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes)).isEqualTo("00 00 00 00 01 " + body);
        assertThat(codec.decode(bytes)).containsExactly(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void haveNullAsTheFirstBranchOfAUnion(SqlType type, Object value, String body) throws Exception {
        RowCodec codec = codec(FormatSpec.of("AVRO"), columns(new Column("C", type)), Part.VALUE);

        byte[] bytes = codec.encode(new Object[] {null});

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes)).isEqualTo("00 00 00 00 01 00");
        assertThat(codec.decode(bytes)).containsExactly((Object) null);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void lackTheBranchWhereAColumnStandsAlone(SqlType type, Object value, String body) throws Exception {
        FormatSpec unwrapped = new FormatSpec("AVRO", Map.of(), Optional.of(false));
        RowCodec codec = codec(unwrapped, columns(new Column("C", type)), Part.VALUE);

        byte[] bytes = codec.encode(new Object[] {value});

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes))
                .isEqualTo("00 00 00 00 01 " + body.substring("02 ".length()));
        assertThat(codec.decode(bytes)).containsExactly(value);
    }

    @Test
    void areAbsentForAnAbsentRow() throws Exception {
        RowCodec codec = codec(FormatSpec.of("AVRO"), columns(new Column("C", SqlTypes.STRING)), Part.VALUE);

        assertThat(codec.encode(null)).isNull();
        assertThat(codec.decode(null)).isNull();
    }

    @Test
    void areAbsentWhereTheOnlyColumnStandsAloneAndIsNull() throws Exception {
        RowCodec key = codec(FormatSpec.of("AVRO"), columns(new Column("K", SqlTypes.STRING)), Part.KEY);

        assertThat(key.encode(new Object[] {null})).isNull();
    }

    @Test
    void ofAKeyOfSeveralColumnsAreARecord() throws Exception {
        RowCodec key = codec(
                FormatSpec.of("AVRO"),
                columns(new Column("A", SqlTypes.STRING), new Column("B", SqlTypes.INTEGER)),
                Part.KEY);

        byte[] bytes = key.encode(new Object[] {"x", null});

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes)).isEqualTo("00 00 00 00 01 02 02 78 00");
        assertThat(key.decode(bytes)).containsExactly("x", null);
    }
}
