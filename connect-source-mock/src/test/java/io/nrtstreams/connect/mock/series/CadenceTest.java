package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final Cadence POLLER = new Cadence(0.01, 4, 1_000);

    @Test
    void aBurstComesAtItsGapsAndThenRests() {
        assertThat(LongStream.range(0, 6).map(ordinal -> POLLER.between(0, ordinal, Step.of(75_000))))
                .containsExactly(0L, 1_000L, 2_000L, 3_000L, 300_000L, 301_000L);
    }

    @Test
    void aBurstBecomesEvenWhereTheStepIsShorterThanTheGap() {
        assertThat(LongStream.range(0, 6).map(ordinal -> POLLER.between(0, ordinal, Step.of(10))))
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L);
    }

    @Test
    void aDifferenceIsRightFarFromTheBeginningWhereTheDistanceOverflows() {
        long far = Long.MAX_VALUE / 1000;
        assertThat(Cadence.even(1).between(far, far + 3, Step.of(3_000_000_000L)))
                .isEqualTo(9_000_000_000L);
        assertThat(POLLER.between(far / 4 * 4, far / 4 * 4 + 5, Step.of(75_000)))
                .isEqualTo(301_000);
    }
}
