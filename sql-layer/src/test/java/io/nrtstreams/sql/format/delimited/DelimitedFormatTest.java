package io.nrtstreams.sql.format.delimited;

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
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DelimitedFormatTest {

    private static final SqlType MONEY = new SqlType.Decimal(6, 2);

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(SqlTypes.BOOLEAN, "true", true),
                arguments(SqlTypes.INTEGER, "12", 12),
                arguments(SqlTypes.BIGINT, "9223372036854775807", Long.MAX_VALUE),
                arguments(SqlTypes.DOUBLE, "1.0E7", 1e7),
                arguments(MONEY, "12.30", new BigDecimal("12.30")),
                arguments(SqlTypes.STRING, "plain text", "plain text"),
                arguments(SqlTypes.STRING, "Grüße", "Grüße"),
                arguments(SqlTypes.STRING, "\"a,b\"", "a,b"),
                arguments(SqlTypes.STRING, "\"say \"\"hi\"\"\"", "say \"hi\""),
                arguments(SqlTypes.STRING, "\"two\nlines\"", "two\nlines"),
                arguments(SqlTypes.STRING, "\" blank\"", " blank"),
                arguments(SqlTypes.STRING, "\"blank \"", "blank "),
                arguments(SqlTypes.STRING, "\"#1\"", "#1"),
                arguments(SqlTypes.BYTES, "AQL/", ByteBuffer.wrap(new byte[] {1, 2, -1})),
                arguments(SqlTypes.DATE, "19000", LocalDate.of(2022, 1, 8)),
                arguments(SqlTypes.TIME, "3661001", LocalTime.of(1, 1, 1, 1_000_000)),
                arguments(SqlTypes.TIMESTAMP, "1500000000123", Instant.ofEpochMilli(1500000000123L)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("values")
    void fieldIsReadAndWritten(SqlType type, String field, Object value) throws DecodeException {
        RowCodec codec = codec(',', SqlTypes.INTEGER, type);

        assertThat(decode(codec, "1," + field)).containsExactly(1, value);
        assertThat(encode(codec, 1, value)).isEqualTo("1," + field);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {"-1;\"-1\"", "5;5", "a b;a b", "_a;\"_a\"", "ä;\"ä\"", "'';\"\"", "{};\"{}\""})
    void firstFieldIsQuotedUnlessItBeginsWithALetterOrDigit(String value, String field) {
        assertThat(encode(codec(',', SqlTypes.STRING), value)).isEqualTo(field);
    }

    @Test
    void quoteInsideAFieldIsACharacter() throws DecodeException {
        assertThat(decode(codec(',', SqlTypes.INTEGER, SqlTypes.STRING), "1,say \"hi\""))
                .containsExactly(1, "say \"hi\"");
    }

    @Test
    void nullsAndEmptyStringsAreEmptyFields() throws DecodeException {
        RowCodec codec = codec(',', SqlTypes.STRING, SqlTypes.INTEGER, SqlTypes.STRING);

        assertThat(encode(codec, null, null, "")).isEqualTo(",,");
        assertThat(decode(codec, ",,")).containsExactly(null, null, null);
        assertThat(decode(codec, "\"\",\"\",\"\"")).containsExactly(null, null, null);
    }

    @Test
    void anEmptyLineIsANullOfTheOnlyColumn() throws DecodeException {
        assertThat(decode(codec(',', SqlTypes.INTEGER), "")).containsExactly((Object) null);
        assertThat(decode(codec(','), "")).isEmpty();
    }

    @Test
    void keyOfOneNullIsNoKey() {
        RowCodec key = new DelimitedFormat()
                .codec(FormatSpec.of("DELIMITED"), List.of(new Column("K", SqlTypes.STRING)), Part.KEY, "topic");

        assertThat(key.encode(new Object[] {null})).isNull();
        assertThat(encode(codec(',', SqlTypes.STRING), (Object) null)).isEmpty();
    }

    @Test
    void nullIsNull() throws DecodeException {
        assertThat(codec(',', SqlTypes.INTEGER).encode(null)).isNull();
        assertThat(codec(',', SqlTypes.INTEGER).decode(null)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"|,|", "SPACE,' '", "space,' '", "TAB,'\t'", "x,x", "é,é"})
    void delimiterMayBeAnyCharacter(String property, char delimiter) throws DecodeException {
        RowCodec codec = codec(property, SqlTypes.INTEGER, SqlTypes.STRING);

        assertThat(decode(codec, "1" + delimiter + "a,b")).containsExactly(1, "a,b");
        assertThat(encode(codec, 1, "a" + delimiter + "b")).isEqualTo("1" + delimiter + "\"a" + delimiter + "b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "||", "\"", "\n", "COMMA"})
    void otherDelimitersAreRefused(String property) {
        FormatSpec spec = new FormatSpec("DELIMITED", Map.of("DELIMITER", property), Optional.empty());

        assertThatThrownBy(() -> new DelimitedFormat().validate(spec, List.of(), Part.KEY))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("KEY_DELIMITER must be one character, SPACE or TAB");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(SqlTypes.BOOLEAN, "yes", "column C1 is not a BOOLEAN"),
                arguments(
                        SqlTypes.INTEGER, "2147483648", "column C1 is not a whole number within the range of INTEGER"),
                arguments(SqlTypes.INTEGER, " 1", "column C1 is not a whole number within the range of INTEGER"),
                arguments(SqlTypes.BIGINT, "1.5", "column C1 is not a whole number within the range of BIGINT"),
                arguments(SqlTypes.DOUBLE, "one", "column C1 is not a number"),
                arguments(MONEY, "x", "column C1 must be a number, but holds none that can be read"),
                arguments(MONEY, "1.234", "column C1 has more digits after the point than DECIMAL(6, 2) holds"),
                arguments(MONEY, "12345", "column C1 has more digits before the point than DECIMAL(6, 2) holds"),
                arguments(MONEY, "1".repeat(1001), "column C1 has more than 1000 characters"),
                arguments(SqlTypes.BYTES, "?", "column C1 is not base 64"),
                arguments(SqlTypes.DATE, "2020-01-01", "column C1 is not a number of days"),
                arguments(SqlTypes.TIME, "86400000", "column C1 is no time of a day: it takes 0 to 86399999 ms"),
                arguments(SqlTypes.TIMESTAMP, "now", "column C1 is not a number of ms"),
                arguments(SqlTypes.STRING, "a,b", "there must be 2 fields, but there are 3"),
                arguments(SqlTypes.STRING, "\"open", "a quoted field does not end"),
                arguments(
                        SqlTypes.STRING, "\"a\"b", "there is text between the end of a quoted field and the delimiter"),
                arguments(SqlTypes.STRING, "a\n2,b", "there is more than one line"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("refusals")
    void badFieldsAreRefused(SqlType type, String field, String message) {
        assertThatThrownBy(() -> decode(codec(',', SqlTypes.INTEGER, type), "1," + field))
                .isInstanceOf(DecodeException.class)
                .hasMessage(message);
    }

    @Test
    void tooFewFieldsAreRefused() {
        assertThatThrownBy(() -> decode(codec(',', SqlTypes.INTEGER, SqlTypes.INTEGER), "1"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("there must be 2 fields, but there are 1");
    }

    @Test
    void lineMayEnd() throws DecodeException {
        assertThat(decode(codec(',', SqlTypes.INTEGER, SqlTypes.STRING), "1,\"a\"\t\r\n"))
                .containsExactly(1, "a");
    }

    static Stream<SqlType> nested() {
        return Stream.of(
                new SqlType.Array(SqlTypes.INTEGER),
                new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER),
                new SqlType.Struct(List.of()));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void nestedTypesAreRefused(SqlType type) {
        List<Column> columns = List.of(new Column("V", type));

        assertThatThrownBy(() -> new DelimitedFormat().validate(FormatSpec.of("DELIMITED"), columns, Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage("DELIMITED holds no ARRAY, MAP or STRUCT, but there is `V` " + type
                        + "; choose another VALUE_FORMAT, such as JSON.");
    }

    private static RowCodec codec(char delimiter, SqlType... types) {
        return codec(String.valueOf(delimiter), types);
    }

    private static RowCodec codec(String delimiter, SqlType... types) {
        List<Column> columns = Stream.iterate(0, i -> i < types.length, i -> i + 1)
                .map(i -> new Column("C" + i, types[i]))
                .toList();
        FormatSpec spec = new FormatSpec("DELIMITED", Map.of("DELIMITER", delimiter), Optional.empty());
        new DelimitedFormat().validate(spec, columns, Part.VALUE);
        return new DelimitedFormat().codec(spec, columns, Part.VALUE, "topic");
    }

    private static String encode(RowCodec codec, Object... columns) {
        return new String(codec.encode(columns), StandardCharsets.UTF_8);
    }

    private static List<Object> decode(RowCodec codec, String line) throws DecodeException {
        return Arrays.asList(codec.decode(line.getBytes(StandardCharsets.UTF_8)));
    }
}
