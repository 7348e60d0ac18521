package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Shard WHOLE = new Shard(0, 1, 3);
    private static final long STEP = 1_000_000;
    private static final Segment SEGMENT = new Segment(0, 1_667_260_800_000_000_000L, STEP);

    private static long[] times(Rhythm rhythm, int count) {
        return LongStream.range(0, count)
                .map(position -> rhythm.eventNanos(WHOLE, SEGMENT, position) - SEGMENT.startNanos())
                .toArray();
    }

    @Test
    void withoutAnythingRecordsComeAtEvenSteps() {
        assertThat(times(Rhythm.of(Cadence.even(1)), 4)).containsExactly(0, STEP, 2 * STEP, 3 * STEP);
    }

    @Test
    void jitterMakesRecordsLaterButNotLaterThanTheNext() {
        Rhythm rhythm = new Rhythm(Cadence.even(1), 1, Draws.of(1, "j"), DailyCurve.EVEN);
        long[] times = times(rhythm, 10_000);
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            assertThat(times[i]).isBetween(i * STEP, (i + 1) * STEP - 1);
            sum += times[i] - i * STEP;
        }
        assertThat(sum / times.length).isBetween(0.48 * STEP, 0.52 * STEP);
    }

    @Test
    void halfTheJitterGoesHalfAsFar() {
        long[] times = times(new Rhythm(Cadence.even(1), 0.5, Draws.of(1, "j"), DailyCurve.EVEN), 1000);
        for (int i = 0; i < times.length; i++) {
            assertThat(times[i] - i * STEP).isBetween(0L, STEP / 2);
        }
    }

    @Test
    void burstsKeepTheMeanRate() {
        long[] times = times(Rhythm.of(new Cadence(1, 5, STEP / 100)), 11);
        assertThat(times)
                .containsExactly(
                        0,
                        STEP / 100,
                        2 * STEP / 100,
                        3 * STEP / 100,
                        4 * STEP / 100,
                        5 * STEP,
                        5 * STEP + STEP / 100,
                        5 * STEP + 2 * STEP / 100,
                        5 * STEP + 3 * STEP / 100,
                        5 * STEP + 4 * STEP / 100,
                        10 * STEP);
    }

    @Test
    void jitterInABurstStaysWithinItsGaps() {
        long[] times = times(new Rhythm(new Cadence(1, 5, STEP / 100), 1, Draws.of(1, "j"), DailyCurve.EVEN), 1000);
        for (int i = 1; i < times.length; i++) {
            assertThat(times[i]).isGreaterThanOrEqualTo(times[i - 1]);
        }
    }

    @Test
    void aRecordsTimeIsTheSameOnAnyShard() {
        Rhythm rhythm = new Rhythm(new Cadence(1, 4, 10), 0.7, Draws.of(1, "j"), DailyCurve.EVEN);
        Shard second = new Shard(1, 2, 3);
        long phase = rhythm.cadence().between(0, second.ordinal(0), STEP);
        Segment own = new Segment(0, SEGMENT.startNanos() + phase, STEP);
        for (long position = 0; position < 100; position++) {
            assertThat(rhythm.eventNanos(second, own, position))
                    .isEqualTo(rhythm.eventNanos(WHOLE, SEGMENT, second.ordinal(position)));
        }
    }
}
