package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RawBytesTest {
    private static final byte[] ALL = new byte[256];

    static {
        for (int i = 0; i < ALL.length; i++) {
            ALL[i] = (byte) i;
        }
    }

    private static RecordFile begin(String separator) {
        return Formats.bytes(LinesOf.plain(), new ByteSettings(separator, ".bin"))
                .firstShape()
                .begin();
    }

    static List<ByteBuffer> buffers() {
        ByteBuffer outside = ByteBuffer.allocateDirect(256).put(ALL).flip();
        byte[] wide = new byte[300];
        System.arraycopy(ALL, 0, wide, 20, 256);
        return List.of(
                ByteBuffer.wrap(ALL),
                outside,
                outside.asReadOnlyBuffer(),
                ByteBuffer.wrap(wide, 20, 256),
                ByteBuffer.wrap(wide, 20, 256).slice());
    }

    @ParameterizedTest
    @MethodSource("buffers")
    void aBufferIsStoredAsItIsAndCanBeReadAgain(ByteBuffer buffer) {
        int position = buffer.position();
        RecordFile file = begin("");
        file.append(LinesOf.record(buffer));

        assertThat(LinesOf.bytes(file.finish())).isEqualTo(ALL);
        assertThat(buffer.position()).isEqualTo(position);
        assertThat(buffer.remaining()).isEqualTo(256);
    }

    @Test
    void theSeparatorFollowsEachValueAndMayBeEmpty() {
        assertThat(file(begin("\n"))).isEqualTo("ab\nü€\n\n");
        assertThat(file(begin(""))).isEqualTo("abü€");
        assertThat(file(begin("\u0000--"))).isEqualTo("ab\u0000--ü€\u0000--\u0000--");
    }

    private static String file(RecordFile file) {
        file.append(LinesOf.record(new byte[] {'a', 'b'}));
        file.append(LinesOf.record("ü€"));
        file.append(LinesOf.record(new byte[0]));
        return LinesOf.text(file.finish());
    }

    record Refused(Object value, String kind) {}

    static List<Refused> refused() {
        Schema schema = SchemaBuilder.struct().field("a", Schema.STRING_SCHEMA).build();
        return List.of(
                new Refused(new Struct(schema).put("a", "secret"), "its value is a struct"),
                new Refused(Map.of("a", "secret"), "its value is a map"),
                new Refused(List.of("secret"), "its value is a list"),
                new Refused(4711, "its value is of type Integer"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNeitherBytesNorTextIsRefusedWithoutBeingShown(Refused one) {
        assertThatThrownBy(() -> begin("").append(LinesOf.record(one.value())))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining(one.kind())
                .hasMessageContaining("value.converter=org.apache.kafka.connect.converters.ByteArrayConverter")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("4711");
    }

    @Test
    void aRefusedValueLeavesNoTrace() {
        RecordFile file = begin("\n");
        file.append(LinesOf.record("a"));
        assertThatThrownBy(() -> file.append(LinesOf.record(1))).isInstanceOf(BadRecordException.class);
        file.append(LinesOf.record("b"));

        assertThat(LinesOf.text(file.finish())).isEqualTo("a\nb\n");
    }
}
