package io.nrtstreams.sql.format.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KafkaFormatTest {

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(SqlTypes.INTEGER, 1, "00000001"),
                arguments(SqlTypes.INTEGER, -2, "fffffffe"),
                arguments(SqlTypes.BIGINT, 258L, "0000000000000102"),
                arguments(SqlTypes.DOUBLE, 1.5, "3ff8000000000000"),
                arguments(SqlTypes.STRING, "aé", "61c3a9"),
                arguments(SqlTypes.STRING, "", ""),
                arguments(SqlTypes.BYTES, ByteBuffer.wrap(new byte[] {0, -1}), "00ff"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("values")
    void columnIsReadAndWritten(SqlType type, Object value, String hex) throws DecodeException {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(codec(type).encode(new Object[] {value})).containsExactly(bytes);
        assertThat(codec(type).decode(bytes)).containsExactly(value);
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void wrongLengthIsRefused(SqlType type, int length) {
        for (int wrong : new int[] {0, length - 1, length + 1}) {
            assertThatThrownBy(() -> codec(type).decode(new byte[wrong]))
                    .isInstanceOf(DecodeException.class)
                    .hasMessage("column `V` " + type + " takes " + length + " bytes, but there are " + wrong);
        }
    }

    static Stream<Arguments> fixed() {
        return Stream.of(arguments(SqlTypes.INTEGER, 4), arguments(SqlTypes.BIGINT, 8), arguments(SqlTypes.DOUBLE, 8));
    }

    @Test
    void nullIsNull() throws DecodeException {
        assertThat(codec(SqlTypes.STRING).encode(null)).isNull();
        assertThat(codec(SqlTypes.STRING).encode(new Object[] {null})).isNull();
        assertThat(codec(SqlTypes.STRING).decode(null)).isNull();
    }

    static Stream<SqlType> others() {
        return Stream.of(
                SqlTypes.BOOLEAN,
                SqlTypes.DATE,
                SqlTypes.TIME,
                SqlTypes.TIMESTAMP,
                new SqlType.Decimal(4, 2),
                new SqlType.Array(SqlTypes.INTEGER),
                new SqlType.Struct(List.of()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void typesWithoutASerializerAreRefused(SqlType type) {
        assertThatThrownBy(() -> validate(Part.KEY, new Column("V", type)))
                .isInstanceOf(SqlException.class)
                .hasMessage("KAFKA holds INTEGER, BIGINT, DOUBLE, STRING or BYTES, which `V` " + type
                        + " is not; choose another KEY_FORMAT, such as JSON.");
    }

    @Test
    void severalColumnsAreRefused() {
        assertThatThrownBy(() ->
                        validate(Part.VALUE, new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.INTEGER)))
                .isInstanceOf(SqlException.class)
                .hasMessage("KAFKA holds one column, but the value has 2; choose another VALUE_FORMAT, such as JSON.");
    }

    @Test
    void noColumnIsForKeysOnly() {
        validate(Part.KEY);

        assertThatThrownBy(() -> validate(Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage("KAFKA holds one column, but the value has none; set VALUE_FORMAT='NONE'.");
    }

    private static void validate(Part part, Column... columns) {
        new KafkaFormat().validate(FormatSpec.of("KAFKA"), List.of(columns), part);
    }

    private static RowCodec codec(SqlType type) {
        return new KafkaFormat().codec(FormatSpec.of("KAFKA"), List.of(new Column("V", type)), Part.VALUE, "topic");
    }
}
