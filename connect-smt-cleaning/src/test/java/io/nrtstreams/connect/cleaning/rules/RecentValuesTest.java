package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecentValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8, 9, 100})
    void deviationsAreThoseOfTheLastValues(int capacity) {
        Random random = new Random(capacity);
        RecentValues byMean = new RecentMean(capacity);
        RecentValues byMedian = new RecentMedian(capacity);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            // Few different ones, so that many are the same and zeros of both signs are among them.
            double value = random.nextInt(3) == 0 ? -0.0 : Math.rint(random.nextGaussian() * 4);
            byMean.add(value);
            byMedian.add(value);
            all.add(value);
            double[] last = all.subList(Math.max(0, all.size() - capacity), all.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            assertThat(byMean.size()).isEqualTo(last.length);
            assertThat(byMedian.size()).isEqualTo(last.length);
            if (last.length > 2) {
                double asked = random.nextGaussian() * 10;
                assertThat(byMean.deviations(asked)).isCloseTo(zScore(last, asked), within(1e-9));
                assertThat(byMedian.deviations(asked)).isCloseTo(mad(last, asked), within(1e-9));
            }
        }
    }

    static List<IntFunction<RecentValues>> kinds() {
        return List.of(RecentMean::new, RecentMedian::new);
    }

    @Test
    void largeValuesThatDifferLittleKeepTheirDigits() {
        RecentValues values = new RecentMean(4);
        for (double value : new double[] {1e15 + 1, 1e15 + 2, 1e15 + 3, 1e15 + 4}) {
            values.add(value);
        }

        assertThat(values.deviations(1e15 + 5)).isCloseTo(2.5 / Math.sqrt(5.0 / 3), within(1e-12));
    }

    /** Sums that are kept going would never recover from a value that takes all of their digits. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aHugeValueLeavesNoTraceOnceItIsForgotten(IntFunction<RecentValues> kind) {
        RecentValues values = kind.apply(100);
        RecentValues without = kind.apply(100);
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            double value = 1e9 + random.nextGaussian();
            values.add(i % 300 == 207 ? Double.MAX_VALUE : value);
            without.add(value);
        }

        assertThat(values.deviations(1e9 + 6)).isCloseTo(without.deviations(1e9 + 6), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatDoesNotSpreadIsNotJudged(IntFunction<RecentValues> kind) {
        RecentValues values = kind.apply(5);
        for (int i = 0; i < 5; i++) {
            values.add(0.1);
        }

        assertThat(values.deviations(1e9)).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesThatSpreadBeyondADoubleRefuseNone(IntFunction<RecentValues> kind) {
        RecentValues values = kind.apply(4);
        for (int i = 0; i < 4; i++) {
            values.add(i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        }

        assertThat(values.deviations(1) > 5).isFalse();
    }

    private static double zScore(double[] values, double asked) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (values.length - 1));
        return deviation == 0 ? 0 : Math.abs(asked - mean) / deviation;
    }

    private static double mad(double[] values, double asked) {
        double median = median(values);
        double[] distances =
                Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        double spread = 1.4826 * median(distances);
        if (spread == 0) {
            spread = Math.sqrt(Math.PI / 2) * Arrays.stream(distances).average().orElseThrow();
        }
        return spread == 0 ? 0 : Math.abs(asked - median) / spread;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
