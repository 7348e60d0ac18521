package io.nrtstreams.sql.format.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come, a row or a {@link DecodeException} comes out. */
class DamagedBytesTest {

    private static final SqlType.Struct STRUCT = new SqlType.Struct(
            List.of(new SqlType.Field("X", SqlTypes.INTEGER), new SqlType.Field("Y", SqlTypes.STRING)));
    private static final List<Column> COLUMNS = List.of(
            new Column("A", SqlTypes.BOOLEAN),
            new Column("B", SqlTypes.INTEGER),
            new Column("C", SqlTypes.BIGINT),
            new Column("D", SqlTypes.DOUBLE),
            new Column("E", SqlTypes.STRING),
            new Column("F", SqlTypes.BYTES),
            new Column("G", new SqlType.Decimal(5, 2)),
            new Column("H", SqlTypes.DATE),
            new Column("I", SqlTypes.TIME),
            new Column("J", SqlTypes.TIMESTAMP),
            new Column("K", new SqlType.Array(SqlTypes.STRING)),
            new Column("L", new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER)),
            new Column("M", STRUCT));
    private static final Object[] ROW = {
        true,
        -5,
        1L << 40,
        0.25,
        "text",
        ByteBuffer.wrap(new byte[] {1, 2, 3}),
        new BigDecimal("12.34"),
        LocalDate.of(2026, 1, 2),
        LocalTime.of(3, 4, 5),
        Instant.ofEpochMilli(1_700_000_000_123L),
        List.of("a", "b"),
        Map.of("k", 1),
        new StructValue(STRUCT, 1, "y")
    };

    static Stream<Format> formats() {
        return RegistryFormats.of(new InMemorySchemaRegistry()).stream();
    }

    private static RowCodec codec(Format format, List<Column> columns) {
        return format.codec(FormatSpec.of(format.name()), columns, Part.VALUE, "t");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRowComesBack(Format format) throws Exception {
        RowCodec codec = codec(format, COLUMNS);

        assertThat(codec.decode(codec.encode(ROW))).containsExactly(ROW);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyCutIsNoticedOrReads(Format format) {
        RowCodec codec = codec(format, COLUMNS);
        byte[] bytes = codec.encode(ROW);

        for (int length = 0; length < bytes.length; length++) {
            decode(codec, Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyChangedByteIsNoticedOrReads(Format format) {
        RowCodec codec = codec(format, COLUMNS);
        byte[] bytes = codec.encode(ROW);

        for (int place = 0; place < bytes.length; place++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = bytes.clone();
                damaged[place] = (byte) value;
                decode(codec, damaged);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noiseIsNoticedOrReads(Format format) {
        RowCodec codec = codec(format, COLUMNS);
        byte[] bytes = codec.encode(ROW);
        Random random = new Random(20_260_101);

        for (int round = 0; round < 20_000; round++) {
            byte[] noise = Arrays.copyOf(bytes, random.nextInt(3 * bytes.length));
            for (int i = Math.min(6, noise.length); i < noise.length; i++) {
                noise[i] = (byte) random.nextInt(256);
            }
            decode(codec, noise);
        }
    }

    /** Fails the test with whatever is thrown besides DecodeException, errors included. */
    private static void decode(RowCodec codec, byte[] bytes) {
        try {
            codec.decode(bytes);
        } catch (DecodeException expected) {
            assertThat(expected).hasMessageNotContaining("text");
        }
    }

    static Stream<Format> withId() {
        return formats().filter(format -> !format.name().equals("PROTOBUF_NOSR"));
    }

    @ParameterizedTest
    @MethodSource("withId")
    void bytesWithoutASchemaIdAreRefused(Format format) {
        RowCodec codec = codec(format, COLUMNS);

        assertThatThrownBy(() -> codec.decode(new byte[] {'{', '}', 0, 0, 0, 0}))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("expected a first byte of 0");
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 0, 1}))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("there are only 3 bytes in all");
    }

    static Stream<Format> ofWriter() {
        return withId().filter(format -> !format.name().equals("JSON_SR"));
    }

    @ParameterizedTest
    @MethodSource("ofWriter")
    void anUnknownSchemaIdIsRefused(Format format) {
        assertThatThrownBy(() -> codec(format, COLUMNS).decode(new byte[] {0, 0, 0, 2, 1, 0}))
                .isInstanceOf(DecodeException.class)
                .hasMessage("the schema registry has no schema of id 513");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSchemaOfAnotherKindIsRefused(String name, Kind other) {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.register("t-value", 1, new SchemaText(other, "", List.of()));
        Format format = RegistryFormats.of(registry).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> codec(format, COLUMNS).decode(new byte[] {0, 0, 0, 0, 1, 0}))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("schema 1 is of " + other);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(Arguments.of("AVRO", Kind.PROTOBUF), Arguments.of("PROTOBUF", Kind.AVRO));
    }
}
