package io.nrtstreams.connect.mock.realistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.home.House;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published about the load of houses, as far as an analysis of the topics alone can find it. */
class EnergyTruthTest {
    private static final Rows ENERGY = Rows.of("energy", 42);
    private static final Offset<Double> HALF_A_DIGIT = within(0.5001e-7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFitOfAYearOnReportedTemperaturesRecoversThePublishedCoefficients(int nth) {
        House house = World.of(42).houses().house(nth);
        LoadFit fit = LoadFit.of(42, nth, "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
        // Four standard deviations over seeds; Pune is seldom heated.
        assertThat(fit.base()).isCloseTo(house.base(), percent(2));
        assertThat(fit.activity()).isCloseTo(house.activity(), percent(5));
        assertThat(fit.cooling()).isCloseTo(house.cooling(), percent(4));
        assertThat(fit.heating()).isCloseTo(house.heating(), percent(nth == 0 ? 12 : 5));
        assertThat(fit.rSquared()).isBetween(0.5, 0.9);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 1", "4, 1", "5, 2", "6, 2"})
    void aMonthOfAnySeedRecoversThemLessExactly(long seed, int nth) {
        House house = World.of(seed).houses().house(nth);
        LoadFit fit = LoadFit.of(seed, nth, "2022-07-01T00:00:00Z", "2022-08-01T00:00:00Z");
        assertThat(fit.base()).isCloseTo(house.base(), percent(5));
        assertThat(fit.activity()).isCloseTo(house.activity(), percent(10));
        assertThat(fit.cooling()).isCloseTo(house.cooling(), percent(20));
    }

    private static Percentage percent(double percent) {
        return Percentage.withPercentage(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theTruthAddsUpToTheReading(int nth) {
        for (int round = 0; round < 2000; round++) {
            long at = Rows.nanos("2022-03-01T00:00:00Z") + round * 3_700_000_000_000L;
            Map<String, Object> truth = ENERGY.truth(nth, round, at);
            double expected = number(truth, "expected_load");
            assertThat(number(truth, "base")
                            + number(truth, "activity")
                            + number(truth, "cooling")
                            + number(truth, "heating"))
                    .isCloseTo(expected, within(1e-12));
            double usage = ENERGY.at(nth, round, at).value().getFloat64("usage");
            assertThat(expected + number(truth, "appliances") + number(truth, "measurement_error"))
                    .isCloseTo(usage, HALF_A_DIGIT);
            assertThat(Math.abs(number(truth, "measurement_error"))).isLessThan(3.5 * EnergyFeed.MEASUREMENT_ERROR);
        }
    }

    private static double number(Map<String, Object> truth, String name) {
        return (Double) truth.get(name);
    }
}
