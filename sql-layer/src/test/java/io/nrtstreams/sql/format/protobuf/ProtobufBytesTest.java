package io.nrtstreams.sql.format.protobuf;

import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.PROTOBUF;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.bytes;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.codec;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.hex;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.with;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes, worked out by hand from Protobuf's encoding guide: a tag is number * 8 + wire type. */
class ProtobufBytesTest {

    private static final SqlType.Struct POINT = new SqlType.Struct(
            List.of(new SqlType.Field("X", SqlTypes.INTEGER), new SqlType.Field("Y", SqlTypes.INTEGER)));
    private static final SqlType.Decimal DECIMAL = new SqlType.Decimal(4, 2);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(SqlTypes.BOOLEAN, true, "08 01"),
                Arguments.of(SqlTypes.INTEGER, 150, "08 96 01"),
                Arguments.of(SqlTypes.INTEGER, -1, "08 ff ff ff ff ff ff ff ff ff 01"),
                Arguments.of(SqlTypes.BIGINT, 300L, "08 ac 02"),
                Arguments.of(SqlTypes.DOUBLE, 1.5, "09 00 00 00 00 00 00 f8 3f"),
                Arguments.of(SqlTypes.STRING, "é", "0a 02 c3 a9"),
                Arguments.of(SqlTypes.BYTES, ByteBuffer.wrap(new byte[] {7, 8}), "0a 02 07 08"),
                Arguments.of(DECIMAL, new BigDecimal("12.34"), "0a 08 0a 02 04 d2 10 04 18 02"),
                Arguments.of(SqlTypes.DATE, LocalDate.of(2020, 2, 3), "0a 07 08 e4 0f 10 02 18 03"),
                Arguments.of(SqlTypes.TIME, LocalTime.of(1, 2, 3), "0a 06 08 01 10 02 18 03"),
                Arguments.of(SqlTypes.TIMESTAMP, Instant.ofEpochMilli(2001), "0a 06 08 02 10 c0 84 3d"),
                Arguments.of(new SqlType.Array(SqlTypes.INTEGER), List.of(1, 2), "0a 02 01 02"),
                Arguments.of(new SqlType.Array(SqlTypes.STRING), List.of("a", ""), "0a 01 61 0a 00"),
                Arguments.of(
                        new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER), Map.of("a", 3), "0a 05 0a 01 61 10 03"),
                Arguments.of(POINT, new StructValue(POINT, 5, 0), "0a 02 08 05"),
                Arguments.of(
                        new SqlType.Array(POINT),
                        List.of(new StructValue(POINT, 5, 6), new StructValue(POINT, 0, 0)),
                        "0a 04 08 05 10 06 0a 00"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void standBehindTheSchemaIdAndTheIndexOfTheMessage(SqlType type, Object value, String body) throws Exception {
        RowCodec codec = codec(PROTOBUF, new Column("C", type));

        byte[] bytes = codec.encode(new Object[] {value});

        assertThat(hex(bytes)).isEqualTo("00 00 00 00 01 00 " + body);
        assertThat(codec.decode(bytes)).containsExactly(value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void areTheBareMessageWithoutARegistry(SqlType type, Object value, String body) throws Exception {
        RowCodec codec = new PlainProtobufFormat()
                .codec(FormatSpec.of("PROTOBUF_NOSR"), List.of(new Column("C", type)), Part.VALUE, "t");

        byte[] bytes = codec.encode(new Object[] {value});

        assertThat(hex(bytes)).isEqualTo(body);
        assertThat(codec.decode(bytes)).containsExactly(value);
    }

    @Test
    void areTheShortestOfTheRow() {
        RowCodec codec = codec(PROTOBUF, new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING));

        assertThat(hex(codec.encode(new Object[] {150, "x"}))).isEqualTo("00 00 00 00 01 00 08 96 01 12 01 78");
    }

    static Stream<Arguments> absent() {
        return Stream.of(
                Arguments.of(SqlTypes.BOOLEAN, false),
                Arguments.of(SqlTypes.INTEGER, 0),
                Arguments.of(SqlTypes.BIGINT, 0L),
                Arguments.of(SqlTypes.DOUBLE, 0.0),
                Arguments.of(SqlTypes.STRING, ""),
                Arguments.of(SqlTypes.BYTES, null),
                Arguments.of(DECIMAL, null),
                Arguments.of(SqlTypes.DATE, null),
                Arguments.of(SqlTypes.TIME, null),
                Arguments.of(SqlTypes.TIMESTAMP, null),
                Arguments.of(new SqlType.Array(SqlTypes.INTEGER), List.of()),
                Arguments.of(new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER), Map.of()),
                Arguments.of(POINT, null));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("absent")
    void leaveNullOutWhichReadsAsTheDefault(SqlType type, @Nullable Object read) throws Exception {
        RowCodec codec = codec(PROTOBUF, new Column("C", type));

        byte[] bytes = codec.encode(new Object[] {null});

        assertThat(hex(bytes)).isEqualTo("00 00 00 00 01 00");
        assertThat(codec.decode(bytes)).containsExactly(read);
    }

    static Stream<Arguments> nullable() {
        return Stream.of(
                Arguments.of("OPTIONAL", SqlTypes.INTEGER, 0, "08 00"),
                Arguments.of("OPTIONAL", SqlTypes.STRING, "", "0a 00"),
                Arguments.of("OPTIONAL", SqlTypes.BOOLEAN, false, "08 00"),
                Arguments.of("OPTIONAL", SqlTypes.BYTES, ByteBuffer.allocate(0), "0a 00"),
                Arguments.of("WRAPPER", SqlTypes.INTEGER, 0, "0a 00"),
                Arguments.of("WRAPPER", SqlTypes.INTEGER, 5, "0a 02 08 05"),
                Arguments.of("WRAPPER", SqlTypes.STRING, "", "0a 00"),
                Arguments.of("WRAPPER", SqlTypes.DOUBLE, 0.0, "0a 00"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("nullable")
    void tellNullFromTheDefaultWhereAsked(String representation, SqlType type, Object value, String body)
            throws Exception {
        RowCodec codec = codec(with("PROTOBUF_NULLABLE_REPRESENTATION", representation), new Column("C", type));

        assertThat(codec.decode(codec.encode(new Object[] {null}))).containsExactly((Object) null);
        assertThat(hex(codec.encode(new Object[] {value}))).isEqualTo("00 00 00 00 01 00 " + body);
        assertThat(codec.decode(bytes("00 00 00 00 01 00 " + body))).containsExactly(value);
    }

    @Test
    void areAbsentForAnAbsentRow() throws Exception {
        RowCodec codec = codec(PROTOBUF, new Column("C", SqlTypes.STRING));

        assertThat(codec.encode(null)).isNull();
        assertThat(codec.decode(null)).isNull();
    }

    @Test
    void ofAKeyOfOneColumnAreAMessageToo() throws Exception {
        RowCodec key = new PlainProtobufFormat()
                .codec(FormatSpec.of("PROTOBUF_NOSR"), List.of(new Column("K", SqlTypes.INTEGER)), Part.KEY, "t");

        assertThat(hex(key.encode(new Object[] {3}))).isEqualTo("08 03");
        assertThat(key.decode(new byte[0])).containsExactly(0);
    }
}
