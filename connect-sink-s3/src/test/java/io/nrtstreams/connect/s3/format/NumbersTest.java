package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumbersTest {
    private static final int MANY = 30_000;
    private final Random random = new Random(7);
    private final Utf8Buffer buffer = new Utf8Buffer();

    private String text(Number number) {
        buffer.clear();
        Numbers.write(buffer, number);
        return buffer.toString();
    }

    static List<Number> edges() {
        return List.of(
                0,
                -1,
                (byte) -128,
                (short) 32_767,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE + 1L,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                Long.MAX_VALUE,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                0.0,
                -0.0,
                0.001,
                -0.001,
                9.99e-4,
                Math.nextDown(1e-3),
                1.0,
                100.0,
                -21.47,
                0.1 + 0.2,
                9_999_999.999999,
                1e7,
                Math.nextDown(1e7),
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                0.0f,
                -0.0f,
                0.1f,
                -999.999f,
                1e3f,
                16_777_216f,
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                new BigInteger("12345678901234567890"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void aNumberIsWrittenAsJavaShowsIt(Number number) {
        assertThat(text(number)).isEqualTo(number.toString());
    }

    @Test
    void aDecimalIsWrittenPlain() {
        assertThat(text(new BigDecimal("1E-7"))).isEqualTo("0.0000001");
    }

    @Test
    void integersOfEveryLengthAreWrittenAsJavaShowsThem() {
        LongStream.generate(() -> random.nextLong() >> random.nextInt(64))
                .limit(MANY)
                .forEach(value -> assertThat(text(value)).isEqualTo(Long.toString(value)));
    }

    @Test
    void everyDoubleIsReadBackAsItselfFromATextThatIsNotLongerThanJavas() {
        DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
                .limit(MANY)
                .forEach(this::requireShortest);
        DoubleStream.generate(() -> random.nextDouble() * Math.pow(10, random.nextInt(12) - 4))
                .limit(MANY)
                .forEach(this::requireShortest);
    }

    private void requireShortest(double value) {
        String text = text(value);
        assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(Double.doubleToLongBits(value));
        assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
    }

    @Test
    void aDoubleOfFewPlacesIsWrittenAsItsDecimal() {
        IntStream.range(0, MANY).forEach(i -> {
            BigDecimal decimal = BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(8));
            double value = decimal.doubleValue();
            requireShortest(value);
            assertThat(text(-value)).isEqualTo("-" + text(value));
            if (value >= 1e-3 && value < 1e7) {
                assertThat(new BigDecimal(text(value))).isEqualByComparingTo(decimal);
            }
        });
    }

    @Test
    void everyFloatIsReadBackAsItselfFromATextThatIsNotLongerThanJavas() {
        IntStream.range(0, MANY).forEach(i -> {
            requireShortest(Float.intBitsToFloat(random.nextInt()));
            requireShortest(random.nextInt(1_000_000) / 1000f);
            requireShortest(random.nextFloat() * 1000);
        });
    }

    @Test
    void everyFloatOfThreePlacesBelowAThousandIsWrittenAsItsDecimal() {
        IntStream wrong =
                IntStream.range(1, 1_000_000).filter(i -> !new BigDecimal(text(i / 1000f)).equals(written(i)));

        assertThat(wrong).isEmpty();
    }

    /** So many thousandths, with one place at least. */
    private static BigDecimal written(int thousandths) {
        BigDecimal stripped = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }

    private void requireShortest(float value) {
        String text = text(value);
        assertThat(Float.floatToIntBits(Float.parseFloat(text))).isEqualTo(Float.floatToIntBits(value));
        assertThat(text.length()).isLessThanOrEqualTo(Float.toString(value).length());
    }
}
