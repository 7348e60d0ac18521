package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int MANY = 100_000;

    /** Another value here would change every series that was ever emitted. */
    private static final long PINNED = 2065090426663163780L;

    private final Draws draws = Draws.of(42, "test");

    @Test
    void theSameQuestionHasTheSameAnswerForEver() {
        assertThat(draws.bits(0, 0)).isEqualTo(Draws.of(42, "test").bits(0, 0)).isEqualTo(PINNED);
    }

    @Test
    void anotherSeedPurposeRecordOrFieldIsAnotherDraw() {
        assertThat(LongStream.of(
                        draws.bits(0, 0),
                        draws.bits(0, 1),
                        draws.bits(1, 0),
                        Draws.of(43, "test").bits(0, 0),
                        Draws.of(42, "tset").bits(0, 0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void unitsAreUniformAndFieldsIndependent() {
        double sum = 0;
        double product = 0;
        for (long record = 0; record < MANY; record++) {
            double a = draws.unit(record, 0);
            double b = draws.unit(record, 1);
            assertThat(a).isBetween(0.0, Math.nextDown(1.0));
            sum += a;
            product += (a - 0.5) * (b - 0.5);
        }
        // Five standard errors: 0.289 / sqrt(n) for the mean, 1/12 / sqrt(n) for the covariance.
        assertThat(sum / MANY).isCloseTo(0.5, within(0.0046));
        assertThat(product / MANY).isCloseTo(0, within(0.0014));
    }

    @Test
    void everyNumberOfARangeIsAsLikely() {
        int[] hits = new int[10];
        for (long record = 0; record < MANY; record++) {
            hits[draws.between(5, 14, record, 3) - 5]++;
        }
        assertThat(Arrays.stream(hits).boxed())
                .allSatisfy(hit -> assertThat(hit).isBetween(9_500, 10_500));
    }
}
