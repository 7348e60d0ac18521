package io.nrtstreams.analytics.host.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {

    private static SqlType type(String text) {
        return new TypeResolver(Map.of()).resolve(new SqlParser().parseType(text));
    }

    private static StructValue struct(String type, @Nullable Object... values) {
        return new StructValue((SqlType.Struct) type(type), values);
    }

    private static Map<String, @Nullable Long> map() {
        Map<String, @Nullable Long> map = new LinkedHashMap<>();
        map.put("z", 1L);
        map.put("a", null);
        return map;
    }

    /** Values of each type, in their order where they have one. */
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("BOOLEAN", List.of(false, true)),
                Arguments.of("INTEGER", List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE)),
                Arguments.of("BIGINT", List.of(Long.MIN_VALUE, -300L, -1L, 0L, 1L, 128L, Long.MAX_VALUE)),
                Arguments.of(
                        "DOUBLE",
                        List.of(
                                Double.NEGATIVE_INFINITY,
                                -Double.MAX_VALUE,
                                -1.5,
                                -0.0,
                                0.0,
                                Double.MIN_VALUE,
                                1.5,
                                Double.POSITIVE_INFINITY,
                                Double.NaN)),
                Arguments.of(
                        "DECIMAL(38, 4)",
                        Stream.of(
                                        "-9999999999999999999999999999999999.9999",
                                        "-100.0000",
                                        "-10.0000",
                                        "-1.2500",
                                        "-1.2000",
                                        "-0.0100",
                                        "0.0000",
                                        "0.0001",
                                        "0.0100",
                                        "1.0000",
                                        "1.2000",
                                        "1.2500",
                                        "10.0000",
                                        "100.0000",
                                        "9999999999999999999999999999999999.9999")
                                .map(BigDecimal::new)
                                .toList()),
                Arguments.of(
                        "STRING",
                        List.of(
                                "",
                                "\0",
                                "\0\0",
                                "\1",
                                "\2",
                                "a",
                                "a\0",
                                "ab",
                                "b",
                                "\u007F",
                                "é",
                                "\u07FF",
                                "\u0800",
                                "日本",
                                "\uD800",
                                "\uD83D\uDE00",
                                "\uDFFF lone",
                                "\uFFFF")),
                Arguments.of(
                        "BYTES",
                        Stream.of(
                                        new byte[] {},
                                        new byte[] {-128},
                                        new byte[] {-127},
                                        new byte[] {-1},
                                        new byte[] {0},
                                        new byte[] {1},
                                        new byte[] {1, 0},
                                        new byte[] {127})
                                .map(ByteBuffer::wrap)
                                .toList()),
                Arguments.of("TIME", List.of(LocalTime.MIN, LocalTime.of(12, 30, 1), LocalTime.of(23, 59, 59))),
                Arguments.of("DATE", List.of(LocalDate.of(-200, 1, 1), LocalDate.EPOCH, LocalDate.of(9999, 12, 31))),
                Arguments.of(
                        "TIMESTAMP",
                        List.of(Instant.ofEpochMilli(-1), Instant.EPOCH, Instant.ofEpochMilli(1_700_000_000_123L))),
                Arguments.of("ARRAY<STRING>", List.of(List.of(), Collections.singletonList(null), List.of("a", "b"))),
                Arguments.of("MAP<STRING, BIGINT>", List.of(Map.of(), map())),
                Arguments.of(
                        "STRUCT<A INTEGER, B ARRAY<STRUCT<C DOUBLE>>>",
                        List.of(
                                struct("STRUCT<A INTEGER, B ARRAY<STRUCT<C DOUBLE>>>", null, null),
                                struct(
                                        "STRUCT<A INTEGER, B ARRAY<STRUCT<C DOUBLE>>>",
                                        5,
                                        List.of(struct("STRUCT<C DOUBLE>", Double.NaN))))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void rowsComeBackAsTheyWere(String type, List<?> values) {
        RowBytes codec = new RowBytes(Collections.nCopies(values.size() + 1, type(type)));
        @Nullable Object[] row = values.toArray(new Object[values.size() + 1]);
        ByteSink out = new ByteSink(1);
        codec.write(row, out);
        assertThat(codec.read(new ByteSource(out.toBytes()))).isEqualTo(row);
    }

    @ParameterizedTest
    @MethodSource("values")
    void keysComeBackAndSortAsTheirValues(String type, List<?> values) {
        KeyCodec codec = new KeyCodec(List.of(type(type), SqlTypes.INTEGER));
        List<StateKey> keys = new ArrayList<>();
        keys.add(new StateKey(new Object[] {null, 1}, null));
        for (Object value : values) {
            keys.add(new StateKey(new Object[] {value, null}, null));
            keys.add(new StateKey(new Object[] {value, 1}, null));
            keys.add(new StateKey(new Object[] {value, 1}, new Window(-5, 10)));
            keys.add(new StateKey(new Object[] {value, 1}, new Window(3, 10)));
            keys.add(new StateKey(new Object[] {value, 2}, null));
        }
        List<byte[]> encoded = keys.stream().map(key -> bytes(codec, key)).toList();
        for (int i = 0; i < keys.size(); i++) {
            assertThat(codec.read(new ByteSource(encoded.get(i)))).isEqualTo(keys.get(i));
        }
        boolean isOrdered = values.get(0) instanceof Comparable<?>;
        if (isOrdered) {
            assertThat(encoded).isSortedAccordingTo(Arrays::compareUnsigned);
        }
    }

    private static byte[] bytes(KeyCodec codec, StateKey key) {
        ByteSink out = new ByteSink(1);
        codec.write(key.values(), key.window(), out);
        return out.toBytes();
    }

    @Test
    void equalMapsAreOneKey() {
        KeyCodec codec = new KeyCodec(List.of(type("MAP<STRING, BIGINT>")));
        Map<String, @Nullable Long> other = new LinkedHashMap<>();
        other.put("a", null);
        other.put("z", 1L);
        assertThat(bytes(codec, new StateKey(new Object[] {map()}, null)))
                .isEqualTo(bytes(codec, new StateKey(new Object[] {other}, null)));
    }

    @Test
    void randomTextsAndNumbersKeepTheirOrder() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            char[] chars = new char[random.nextInt(4)];
            for (int j = 0; j < chars.length; j++) {
                chars[j] = (char) (random.nextBoolean() ? random.nextInt(4) : random.nextInt(0x10000));
            }
            texts.add(new String(chars));
            numbers.add(BigDecimal.valueOf(random.nextInt(20_000) - 10_000L, 2));
        }
        Collections.sort(texts);
        Collections.sort(numbers);
        assertThat(texts.stream().map(text -> sortable(SqlTypes.STRING, text)).toList())
                .isSortedAccordingTo(Arrays::compareUnsigned);
        assertThat(numbers.stream()
                        .map(number -> sortable(new SqlType.Decimal(10, 2), number))
                        .toList())
                .isSortedAccordingTo(Arrays::compareUnsigned);
    }

    private static byte[] sortable(SqlType type, Object value) {
        ByteSink out = new ByteSink(8);
        SortableBytes.write(type, value, out);
        assertThat(SortableBytes.read(type, new ByteSource(out.toBytes()))).isEqualTo(value);
        return out.toBytes();
    }

    @Test
    void aLongTextComesBack() {
        RowBytes codec = new RowBytes(List.of(SqlTypes.STRING, SqlTypes.STRING));
        Object[] row = {"x".repeat(3_000_000), "ü".repeat(1_000_000)};
        ByteSink out = new ByteSink(1);
        codec.write(row, out);
        assertThat(codec.read(new ByteSource(out.toBytes()))).isEqualTo(row);
    }

    @Test
    void columnsThatWereAddedAtTheEndAreNullInOlderRows() {
        ByteSink out = new ByteSink(8);
        new RowBytes(List.of(SqlTypes.STRING)).write(new Object[] {"a"}, out);
        RowBytes wider = new RowBytes(List.of(SqlTypes.STRING, SqlTypes.BIGINT));
        assertThat(wider.read(new ByteSource(out.toBytes()))).containsExactly("a", null);

        out.clear();
        wider.write(new Object[] {"a", 1L}, out);
        assertThatThrownBy(() -> new RowBytes(List.of(SqlTypes.STRING)).read(new ByteSource(out.toBytes())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 columns");
    }
}
