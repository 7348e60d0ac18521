package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final Cadence POLLER = new Cadence(0.01, 4, 1_000);

    @Test
    void aBurstComesAtItsGapsAndThenRests() {
        assertThat(LongStream.range(0, 6).map(ordinal -> POLLER.between(0, ordinal, 75_000)))
                .containsExactly(0L, 1_000L, 2_000L, 3_000L, 300_000L, 301_000L);
    }

    @Test
    void aBurstBecomesEvenWhereTheStepIsShorterThanTheGap() {
        assertThat(LongStream.range(0, 6).map(ordinal -> POLLER.between(0, ordinal, 10)))
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L);
    }

    @Test
    void aDifferenceIsRightFarFromTheBeginningWhereTheDistanceOverflows() {
        long far = Long.MAX_VALUE / 1000;
        assertThat(Cadence.even(1).between(far, far + 3, 3_000_000_000L)).isEqualTo(9_000_000_000L);
        assertThat(POLLER.between(far / 4 * 4, far / 4 * 4 + 5, 75_000)).isEqualTo(301_000);
    }

    @ParameterizedTest
    @CsvSource({"1,1000000000", "2.2,454545455", "0.3333333333333333,3000000000", "1e9,1", "1e12,1"})
    void aRateIsAStepOfWholeNanoseconds(double rate, long step) {
        assertThat(Cadence.step(rate)).isEqualTo(step);
    }
}
