package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
    private static String file(Object... values) {
        return LinesOf.file(Formats.text(LinesOf.plain()), values);
    }

    @Test
    void aTextIsALine() {
        assertThat(file("a,\"b\"", "", " ü€😀\t")).isEqualTo("a,\"b\"\n\n ü€😀\t\n");
    }

    @Test
    void otherSingleValuesAreTheirText() {
        Date moment = Date.from(Instant.parse("2026-11-22T10:15:30.007Z"));

        assertThat(file(1, 2.5, true, new BigDecimal("10.50"), moment, "ab".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1\n2.5\ntrue\n10.50\n2026-11-22T10:15:30.007Z\nYWI=\n");
    }

    @Test
    void aLogicalTypeIsTheTextOfItsSchema() {
        RecordFile file = Formats.text(LinesOf.plain()).firstShape().begin();
        file.append(LinesOf.record(
                org.apache.kafka.connect.data.Date.SCHEMA, Date.from(Instant.parse("2026-11-22T00:00:00Z"))));

        assertThat(LinesOf.text(file.finish())).isEqualTo("2026-11-22\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\r\n"})
    void aTextThatWouldBeTwoLinesIsRefused(String text) {
        assertThatThrownBy(() -> file(text))
                .isInstanceOf(BadRecordException.class)
                .hasMessage("its value holds a line break, so that format=text would make two lines of it;"
                        + " use format=json, or format=bytes with another bytes.separator");
    }

    record Refused(Object value, String kind) {}

    static List<Refused> refused() {
        Schema schema = SchemaBuilder.struct().field("a", Schema.STRING_SCHEMA).build();
        return List.of(
                new Refused(new Struct(schema).put("a", "secret"), "its value is a struct"),
                new Refused(Map.of("a", "secret"), "its value is a map"),
                new Refused(List.of("secret"), "its value is a list"),
                new Refused(new StringBuffer[0], "its value is of type StringBuffer[]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueThatIsNotASingleOneIsRefusedWithoutBeingShown(Refused one) {
        assertThatThrownBy(() -> file(one.value()))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining(one.kind())
                .hasMessageContaining("use format=json or csv")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aMissingValueIsRefused() {
        RecordFile file = Formats.text(LinesOf.plain()).firstShape().begin();

        assertThatThrownBy(() -> file.append(LinesOf.record(null, null)))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("its value is missing");
    }
}
