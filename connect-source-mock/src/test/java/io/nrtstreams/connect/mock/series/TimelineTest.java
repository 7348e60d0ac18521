package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.series.Shape.Burst;
import io.nrtstreams.connect.mock.series.Shape.Jitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {
    private static final long STEP = 1_000_000;
    private static final long START = 1_667_260_800_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;
    private static final Shard WHOLE = new Shard(0, 1, 3);
    private static final Cadence EVEN = Cadence.even(1);
    private static final DailyCurve EVENING =
            DailyCurve.of(0, 0, 0, 0, 0, 1, 2, 4, 3, 2, 2, 3, 4, 3, 2, 2, 3, 5, 8, 9, 9, 6, 3, 1);

    private static Schedule schedule(Step step, Shape shape) {
        return new Schedule(1, List.of(new Segment(0, START, step, shape)));
    }

    private static long[] times(Shape shape, int count) {
        Timeline timeline = new Timeline(EVEN, WHOLE);
        Schedule schedule = schedule(Step.of(STEP), shape);
        return LongStream.range(0, count)
                .map(position -> timeline.at(schedule, position) - START)
                .toArray();
    }

    private static Shape jitter(int millionths) {
        return new Shape(null, new Jitter(millionths, 1), DailyCurve.EVEN);
    }

    private static Shape burst(int records, long gapNanos) {
        return new Shape(new Burst(records, gapNanos), Jitter.NONE, DailyCurve.EVEN);
    }

    static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (Burst burst : new Burst[] {null, new Burst(7, 1000), new Burst(100, 0), new Burst(4, Long.MAX_VALUE)}) {
            for (Jitter jitter : List.of(Jitter.NONE, new Jitter(400_000, -7), new Jitter(1_000_000, 42))) {
                for (DailyCurve curve : List.of(DailyCurve.EVEN, EVENING)) {
                    shapes.add(new Shape(burst, jitter, curve));
                }
            }
        }
        return shapes;
    }

    @Test
    void withoutAnythingRecordsComeAtEvenSteps() {
        assertThat(times(Shape.PLAIN, 4)).containsExactly(0, STEP, 2 * STEP, 3 * STEP);
    }

    @Test
    void jitterMakesRecordsLaterButNotLaterThanTheNext() {
        long[] times = times(jitter(1_000_000), 10_000);
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            assertThat(times[i]).isBetween(i * STEP, (i + 1) * STEP - 1);
            sum += times[i] - i * STEP;
        }
        assertThat(sum / times.length).isBetween(0.48 * STEP, 0.52 * STEP);
    }

    @Test
    void halfTheJitterGoesHalfAsFar() {
        long[] times = times(jitter(500_000), 1000);
        for (int i = 0; i < times.length; i++) {
            assertThat(times[i] - i * STEP).isBetween(0L, STEP / 2);
        }
    }

    @Test
    void burstsKeepTheMeanRate() {
        assertThat(times(burst(5, 10), 11))
                .containsExactly(
                        0,
                        10,
                        20,
                        30,
                        40,
                        5 * STEP,
                        5 * STEP + 10,
                        5 * STEP + 20,
                        5 * STEP + 30,
                        5 * STEP + 40,
                        10 * STEP);
    }

    /** The last of a burst has all the pause before it, but jitter is of a step at most. */
    @Test
    void jitterDoesNotMoveABurstIntoItsPause() {
        long[] times = times(new Shape(new Burst(5, 10), new Jitter(1_000_000, 1), DailyCurve.EVEN), 1000);
        for (int i = 0; i < times.length; i++) {
            long ofBurst = times[i] - i / 5 * 5 * STEP;
            assertThat(ofBurst).isBetween(i % 5 * 10L, i % 5 == 4 ? 40 + STEP : i % 5 * 10L + 10);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theOrderStaysAndTheMeanRateIsKept(Shape shape) {
        Timeline timeline = new Timeline(EVEN, WHOLE);
        Schedule schedule = schedule(Step.ofRate(1), shape);
        int days = 3;
        int[] ofDay = new int[days];
        long before = START;
        for (long position = 0; position < days * 86_400; position++) {
            long time = timeline.at(schedule, position);
            assertThat(time).isGreaterThanOrEqualTo(before);
            before = time;
            ofDay[Math.min(days - 1, (int) ((time - START) / (24 * HOUR)))]++;
        }
        for (int count : ofDay) {
            assertThat(count).isBetween(86_400 - 100, 86_400 + 100);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anyRecordsTimeCanBeAskedAloneAndInAnyOrderAndOfAScheduleThatWasWrittenAndRead(Shape shape) {
        Schedule schedule = schedule(Step.ofRound(600_000_000_000L, 7), shape)
                .then(new Segment(300, START + 40 * HOUR, Step.ofRate(2.2), Shape.PLAIN))
                .then(new Segment(700, START + 41 * HOUR, Step.ofRate(3e7), shape));
        Timeline inOrder = new Timeline(EVEN, WHOLE);
        List<Long> expected = LongStream.range(0, 1000)
                .map(at -> inOrder.at(schedule, at))
                .boxed()
                .toList();

        List<Integer> order = new ArrayList<>(
                LongStream.range(0, 1000).mapToObj(at -> (int) at).toList());
        Collections.shuffle(order, new Random(5));
        Schedule read = Schedule.parse(schedule.toString());
        assertThat(read).isEqualTo(schedule);
        Timeline anyOrder = new Timeline(EVEN, WHOLE);
        assertThat(order).allSatisfy(at -> assertThat(anyOrder.at(read, at)).isEqualTo(expected.get(at)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRecordsTimeIsTheSameOnAnyShard(Shape shape) {
        Pacing pacing = new Pacing(
                OptionalLong.of(START), Step.ofRate(2.2), shape, new Tempo.Unthrottled(), 0, Pacing.Memory.WHOLE_PAST);
        Timeline whole = new Timeline(EVEN, new Shard(0, 1, 10));
        Schedule ofWhole = pacing.begin(new Shard(0, 1, 10), EVEN, 0, 0);
        for (int index = 0; index < 4; index++) {
            Shard shard = new Shard(index, 4, 10);
            Timeline timeline = new Timeline(EVEN, shard);
            Schedule schedule = pacing.begin(shard, EVEN, 0, 0);
            for (long position = 0; position < 100; position++) {
                assertThat(timeline.at(schedule, position)).isEqualTo(whole.at(ofWhole, shard.ordinal(position)));
            }
        }
    }

    @Test
    void whatIsBeyondCountingNeverComes() {
        Timeline timeline = new Timeline(EVEN, new Shard(0, 1, 1));
        for (Step step : List.of(Step.of(1), Step.of(Step.LONGEST), Step.ofRound(600_000_000_000L, 7))) {
            Schedule schedule = schedule(step, jitter(1_000_000));
            long previous = 0;
            for (int bits = 0; bits < 57; bits++) {
                long time = timeline.at(schedule, 1L << bits);
                assertThat(time).isGreaterThanOrEqualTo(previous);
                previous = time;
            }
            assertThat(timeline.at(schedule, 0)).isBetween(START, START + step.mean());
        }
        Schedule slow = schedule(Step.of(Step.LONGEST), Shape.PLAIN);
        assertThat(timeline.at(slow, 7)).isBetween(START, Times.END);
        assertThat(timeline.at(slow, 8)).isGreaterThan(Times.END);
        assertThat(timeline.at(slow, 1_000_000)).isEqualTo(Times.NEVER);
    }
}
