package io.nrtstreams.sql.format.avro;

import static io.nrtstreams.sql.format.avro.AvroFixture.AVRO;
import static io.nrtstreams.sql.format.avro.AvroFixture.registryWith;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few bytes that announce much do not take the memory or the stack. */
class AvroHugeBytesTest {

    private static RowCodec codec(String schema, SqlType type) {
        return new AvroFormat(registryWith(1, schema)).codec(AVRO, List.of(new Column("C", type)), Part.VALUE, "t");
    }

    private static String field(String type) {
        return "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"c\",\"type\":" + type + "}]}";
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"string\" | fe ff ff ff 0f | C: expected more bytes",
                "\"string\" | 01 | C: expected more bytes",
                "\"string\" | ff ff ff ff ff ff ff ff ff ff 01 | C: expected a number of at most ten bytes",
            })
    void lengthsAreNotBelieved(String type, String body, String message) {
        RowCodec codec = codec(field(type), SqlTypes.STRING);

        assertThatThrownBy(() -> codec.decode(HexFormat.ofDelimiter(" ").parseHex("00 00 00 00 01 " + body)))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void itemsWithoutBytesAreCounted() {
        RowCodec codec = codec(field("{\"type\":\"array\",\"items\":\"null\"}"), new SqlType.Array(SqlTypes.STRING));

        assertThatThrownBy(() -> codec.decode(HexFormat.ofDelimiter(" ").parseHex("00 00 00 00 01 fe ff ff ff 0f 00")))
                .isInstanceOf(DecodeException.class)
                .hasMessage("C: expected fewer items than the record has bytes");
    }

    @Test
    void recordsInsideThemselvesAreSkippedToADepth() {
        String schema =
                "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"r\"]}]}";
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, 5, bytes.length, (byte) 2);
        bytes[4] = 1;

        assertThatThrownBy(() -> codec(schema, SqlTypes.STRING).decode(bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessage("next: expected records nested at most 512 deep");
    }
}
