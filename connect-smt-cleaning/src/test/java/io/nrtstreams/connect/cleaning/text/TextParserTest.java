package io.nrtstreams.connect.cleaning.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextParserTest {
    private final TextParser parser = new TextParser(new CsvFormat(Shape.parse("a:string"), ','), Wrapping.PLAIN, 12);

    @Test
    void bytesAreReadAsUtf8() {
        assertThat(a(parser.clean("é\uFFFD".getBytes(StandardCharsets.UTF_8)))).isEqualTo("é\uFFFD");
    }

    @Test
    void aBufferIsReadAndLeftWhereItWas() {
        ByteBuffer buffer = ByteBuffer.wrap("xyz".getBytes(StandardCharsets.UTF_8), 1, 2);

        assertThat(a(parser.clean(buffer))).isEqualTo("yz");
        assertThat(buffer.remaining()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedRatherThanReplaced() {
        assertThat(parser.clean(new byte[] {'a', (byte) 0xC3}))
                .isEqualTo(Refused.reject("", "text", "expected bytes in UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"\"x y\";x y", " \"a\\u00e9\" ;a\u00e9", "x;", "\"x\" y;", "\"x;", "{};", "\"\\x\";"},
            delimiter = ';')
    void textWithinAJsonStringIsTakenOut(String wrapped, String text) {
        TextParser unwrapping = new TextParser(new CsvFormat(Shape.parse("a:string"), ';'), Wrapping.JSON_STRING, 100);
        Outcome outcome = unwrapping.clean(wrapped.getBytes(StandardCharsets.UTF_8));

        assertThat(text == null ? outcome : a(outcome))
                .isEqualTo(text == null ? Refused.reject("", "text", "expected one JSON string") : text);
    }

    @Test
    void theSizeIsBoundedInBytesForTextAndBytesAlike() {
        Refused tooLong = Refused.reject("", "text", "expected at most 12 bytes; max.size allows more");

        assertThat(parser.clean("é".repeat(6))).isInstanceOf(Cleaned.class);
        assertThat(parser.clean("é".repeat(7))).isEqualTo(tooLong);
        assertThat(parser.clean("é".repeat(7).getBytes(StandardCharsets.UTF_8))).isEqualTo(tooLong);
    }

    @Test
    void whatIsNoTextIsRefusedWithTheRemedy() {
        assertThat(parser.clean(7))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("expected text (String or bytes), found a number; use StringConverter"));
    }

    private static Object a(Outcome outcome) {
        return ((Struct) ((Cleaned) outcome).value()).get("a");
    }
}
