package io.nrtstreams.connect.mock.world.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final Noise HOURLY = Noise.of(7, "test", Duration.ofHours(1));
    private static final double HOUR = 3600;
    private static final int MANY = 40_000;

    /** Of many series at one instant, so that the numbers are independent. */
    private static double correlation(Noise a, double atA, Noise b, double atB) {
        double product = 0;
        double squares = 0;
        for (int series = 0; series < MANY; series++) {
            double first = a.at(series, atA);
            double second = b.at(series, atB);
            product += first * second;
            squares += first * first + second * second;
        }
        return 2 * product / squares;
    }

    @Test
    void theMeanIsZeroAndTheVarianceOneAtAnyInstant() {
        for (double seconds : new double[] {0, 900, 1800, 1.67e9 + 2700, -5e8}) {
            double sum = 0;
            double squares = 0;
            for (int series = 0; series < MANY; series++) {
                double value = HOURLY.at(series, seconds);
                assertThat(Math.abs(value)).isLessThan(Noise.LIMIT);
                sum += value;
                squares += value * value;
            }
            // Five standard errors.
            assertThat(sum / MANY).isCloseTo(0, within(0.025));
            assertThat(squares / MANY).isCloseTo(1, within(0.04));
        }
    }

    @Test
    void valuesNearInTimeAreAlikeAndThoseFarApartAreNot() {
        double at = 1.67e9;
        assertThat(correlation(HOURLY, at, HOURLY, at + 0.02 * HOUR)).isGreaterThan(0.99);
        assertThat(correlation(HOURLY, at, HOURLY, at + 0.5 * HOUR)).isBetween(0.4, 0.8);
        assertThat(correlation(HOURLY, at, HOURLY, at + 2 * HOUR)).isCloseTo(0, within(0.025));
    }

    @Test
    void otherPurposesSeedsAndSeriesHaveNothingToDoWithIt() {
        double at = 1.67e9;
        Noise otherPurpose = Noise.of(7, "tset", Duration.ofHours(1));
        Noise otherSeed = Noise.of(8, "test", Duration.ofHours(1));
        assertThat(correlation(HOURLY, at, otherPurpose, at)).isCloseTo(0, within(0.025));
        assertThat(correlation(HOURLY, at, otherSeed, at)).isCloseTo(0, within(0.025));
        double product = 0;
        for (int series = 0; series < MANY; series++) {
            product += HOURLY.at(series, at) * HOURLY.at(series + 1, at);
        }
        assertThat(product / MANY).isCloseTo(0, within(0.025));
    }

    @Test
    void theNoiseHasNoJumps() {
        for (double seconds = 1.67e9; seconds < 1.67e9 + 10 * HOUR; seconds += 10) {
            assertThat(HOURLY.at(3, seconds + 10)).isCloseTo(HOURLY.at(3, seconds), within(0.05));
        }
    }

    @Test
    void bellsAreBoundedWithMeanZeroAndVarianceOne() {
        assertThat(Bell.of(0)).isBetween(-Bell.LIMIT, -3.464);
        assertThat(Bell.of(-1)).isBetween(3.464, Bell.LIMIT);
        assertThat(Bell.of(0x7fff_7fff_8000_8000L)).isCloseTo(0, within(1e-12));
    }

    @Test
    void sinesByTableAreWithinFiveMillionths() {
        for (double turns = -2; turns < 2; turns += 0.000_37) {
            assertThat(Sine.ofTurns(turns)).isCloseTo(Math.sin(2 * Math.PI * turns), within(5e-6));
            assertThat(Sine.cosineOfTurns(turns)).isCloseTo(Math.cos(2 * Math.PI * turns), within(5e-6));
        }
    }

    @Test
    void spellsAreOnForTheirShareOfTimeAndForAWhile() {
        Spells spells =
                Spells.of(7, "test", Duration.ofMinutes(97), 0.4, Duration.ofMinutes(20), Duration.ofMinutes(60));
        int on = 0;
        int changes = 0;
        boolean before = spells.on(5, 0);
        for (int minute = 1; minute <= 1_000_000; minute++) {
            boolean now = spells.on(5, minute * 60.0);
            on += now ? 1 : 0;
            changes += now == before ? 0 : 1;
            before = now;
        }
        assertThat(spells.share()).isCloseTo(0.4 * 40 / 97, within(1e-12));
        assertThat(on / 1e6).isCloseTo(spells.share(), within(0.005));
        assertThat(2.0 * on / changes).isCloseTo(40, within(1.0));
    }
}
