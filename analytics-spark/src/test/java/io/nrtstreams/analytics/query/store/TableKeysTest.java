package io.nrtstreams.analytics.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.KeySpan.Range;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of keys are in the order of the keys, and spans of keys are ranges of bytes. */
class TableKeysTest {

    private static final int ROUNDS = 20_000;

    record Ordered<T>(SqlType type, Function<Random, T> values, Comparator<T> order) {
        @Override
        public String toString() {
            return type.toString();
        }
    }

    static Stream<Ordered<?>> types() {
        return Stream.of(
                new Ordered<Integer>(SqlTypes.INTEGER, Random::nextInt, Comparator.naturalOrder()),
                new Ordered<Long>(SqlTypes.BIGINT, Random::nextLong, Comparator.naturalOrder()),
                new Ordered<Double>(SqlTypes.DOUBLE, TableKeysTest::real, Comparator.naturalOrder()),
                new Ordered<Boolean>(SqlTypes.BOOLEAN, Random::nextBoolean, Comparator.naturalOrder()),
                new Ordered<String>(SqlTypes.STRING, TableKeysTest::text, Comparator.naturalOrder()),
                new Ordered<ByteBuffer>(SqlTypes.BYTES, TableKeysTest::bytes, Comparator.naturalOrder()),
                new Ordered<BigDecimal>(new SqlType.Decimal(38, 4), TableKeysTest::decimal, Comparator.naturalOrder()),
                new Ordered<LocalTime>(
                        SqlTypes.TIME,
                        random -> LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                        Comparator.naturalOrder()),
                new Ordered<LocalDate>(
                        SqlTypes.DATE,
                        random -> LocalDate.ofEpochDay(random.nextInt(200_000) - 100_000),
                        LocalDate::compareTo),
                new Ordered<Instant>(
                        SqlTypes.TIMESTAMP,
                        random -> Instant.ofEpochMilli(random.nextLong() >> 12),
                        Comparator.naturalOrder()));
    }

    private static Double real(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.longBitsToDouble(random.nextLong() & ~(0x7FFL << 52));
            case 1 -> 0.0;
            case 2 -> -0.0;
            case 3 -> Double.NEGATIVE_INFINITY;
            case 4 -> Double.NaN;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
        };
    }

    /** Short texts of few characters, so that one often begins another; zeros and halves of pairs among them. */
    private static String text(Random random) {
        char[] units = {0, 1, 'a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD83D, 0xDE00, 0xFFFD, 0xFFFF};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(units[random.nextInt(units.length)]);
        }
        return text.toString();
    }

    private static ByteBuffer bytes(Random random) {
        byte[] values = {0, 1, -1, 127, -128};
        byte[] bytes = new byte[random.nextInt(5)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values[random.nextInt(values.length)];
        }
        return ByteBuffer.wrap(bytes);
    }

    private static BigDecimal decimal(Random random) {
        return new BigDecimal(new BigInteger(random.nextInt(126), random), 4)
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
    }

    private static byte[] key(List<SqlType> types, @Nullable Object... values) {
        LookUpBytes bytes = new LookUpBytes();
        for (int i = 0; i < values.length; i++) {
            bytes.value(values[i], types.get(i));
        }
        return bytes.toBytes();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void bytesAreOrderedAsValuesAre(Ordered<T> ordered) {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            T left = ordered.values().apply(random);
            T right = ordered.values().apply(random);

            int bytes = Arrays.compareUnsigned(key(List.of(ordered.type()), left), key(List.of(ordered.type()), right));

            assertThat(Integer.signum(bytes))
                    .as("%s and %s", left, right)
                    .isEqualTo(Integer.signum(ordered.order().compare(left, right)));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void theFirstColumnCountsBeforeTheSecond(Ordered<T> ordered) {
        List<SqlType> types = List.of(ordered.type(), SqlTypes.INTEGER);
        Random random = new Random(11);
        for (int i = 0; i < ROUNDS; i++) {
            T left = ordered.values().apply(random);
            T right = ordered.values().apply(random);
            int one = random.nextInt(3);
            int two = random.nextInt(3);
            int wanted = ordered.order().compare(left, right);

            int bytes = Arrays.compareUnsigned(key(types, left, one), key(types, right, two));

            assertThat(Integer.signum(bytes))
                    .isEqualTo(Integer.signum(wanted == 0 ? Integer.compare(one, two) : wanted));
        }
    }

    @Test
    void nullIsBeforeAllValues() {
        List<SqlType> types = List.of(SqlTypes.STRING);

        assertThat(Arrays.compareUnsigned(key(types, (Object) null), key(types, "")))
                .isNegative();
    }

    private static final Schema WINDOWED = Schema.of(
                    List.of(new Column("A", SqlTypes.STRING), new Column("B", SqlTypes.DOUBLE)), List.of())
            .withWindowed(true);

    private static byte[] row(String a, double b, long start) {
        return new TableKeys(WINDOWED)
                .key(new Row(new Object[] {a, b}, new Window(start, start + 10), null, null, 0, null));
    }

    private static boolean holds(List<ByteRange> ranges, byte[] key) {
        return ranges.stream()
                .anyMatch(range -> Arrays.compareUnsigned(range.from(), key) <= 0
                        && (range.to() == null || Arrays.compareUnsigned(key, range.to()) < 0));
    }

    /** A span holds exactly the keys that it says, as far as keys are ordered by what it bounds. */
    @Test
    void aSpanIsTheRangeOfItsKeys() {
        Range a = Range.point("x");
        Range from2 = Range.atLeast(2.0, true);
        TableKeys keys = new TableKeys(WINDOWED);
        List<ByteRange> second = keys.ranges(List.of(new KeySpan(List.of(a, from2), Range.ALL)));
        List<ByteRange> windows = keys.ranges(List.of(new KeySpan(
                List.of(a, Range.point(2.0)), Range.atLeast(100L, true).and(Range.atMost(200L, true)))));

        assertThat(holds(second, row("x", 2.0, 0))).isTrue();
        assertThat(holds(second, row("x", 1e9, -5))).isTrue();
        assertThat(holds(second, row("x", 1.9, 0))).isFalse();
        assertThat(holds(second, row("xx", 3.0, 0))).isFalse();
        assertThat(holds(windows, row("x", 2.0, 100))).isTrue();
        assertThat(holds(windows, row("x", 2.0, 200))).isTrue();
        assertThat(holds(windows, row("x", 2.0, 99))).isFalse();
        assertThat(holds(windows, row("x", 2.0, 201))).isFalse();
        assertThat(holds(windows, row("x", 2.5, 150))).isFalse();
    }

    @Test
    void bothZerosAreFoundByEither() {
        for (double zero : new double[] {0.0, -0.0}) {
            List<ByteRange> ranges = new TableKeys(WINDOWED)
                    .ranges(List.of(new KeySpan(List.of(Range.point("x"), Range.point(zero)), Range.ALL)));

            assertThat(holds(ranges, row("x", 0.0, 0))).isTrue();
            assertThat(holds(ranges, row("x", -0.0, 0))).isTrue();
            assertThat(holds(ranges, row("x", Double.MIN_VALUE, 0))).isFalse();
        }
    }

    @Test
    void rangesThatMeetBecomeOne() {
        List<KeySpan> spans = new ArrayList<>();
        for (String low : List.of("m", "a", "c")) {
            spans.add(new KeySpan(List.of(Range.atLeast(low, false), Range.ALL), Range.ALL));
        }
        spans.add(new KeySpan(List.of(Range.point("B"), Range.ALL), Range.ALL));
        spans.add(new KeySpan(List.of(Range.atLeast("z", true).and(Range.atMost("b", true)), Range.ALL), Range.ALL));

        assertThat(new TableKeys(WINDOWED).ranges(spans)).hasSize(2);
    }
}
