package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DailyCurveTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;
    private static final double[] EVENING = {0, 0, 0, 0, 0, 1, 2, 4, 3, 2, 2, 3, 4, 3, 2, 2, 3, 5, 8, 9, 9, 6, 3, 1};
    private static final long MIDNIGHT = 19_300 * DAY;

    private final DailyCurve curve = DailyCurve.of(EVENING);

    @Test
    void eachHourGetsItsShareOfTheDaysRecords() {
        int[] hours = new int[24];
        int records = 72_000;
        for (int i = 0; i < records; i++) {
            long event = curve.eventNanos(MIDNIGHT + i * (DAY / records));
            hours[(int) ((event - MIDNIGHT) / HOUR)]++;
        }
        double sum = Arrays.stream(EVENING).sum();
        for (int hour = 0; hour < 24; hour++) {
            assertThat((double) hours[hour])
                    .isBetween(records * EVENING[hour] / sum - 2, records * EVENING[hour] / sum + 2);
        }
    }

    @Test
    void theOrderStaysAndEachDayKeepsItsRecords() {
        Random random = new Random(3);
        long last = Long.MIN_VALUE;
        long nominal = MIDNIGHT - DAY;
        while (nominal < MIDNIGHT + 3 * DAY) {
            long event = curve.eventNanos(nominal);
            assertThat(event).isGreaterThanOrEqualTo(last);
            assertThat(Math.floorDiv(event, DAY)).isEqualTo(Math.floorDiv(nominal, DAY));
            last = event;
            nominal += random.nextInt(1_000_000_000) * 10L;
        }
    }

    @Test
    void theNominalTimeOfAnEventTimeLeadsBackToIt() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            long event = MIDNIGHT + (long) (random.nextDouble() * DAY);
            boolean anybodyThen = EVENING[(int) ((event - MIDNIGHT) / HOUR)] > 0;
            long back = curve.eventNanos(curve.nominalNanos(event));
            if (anybodyThen) {
                assertThat(back).isBetween(event - 100, event + 100);
            } else {
                // Nothing comes before the first hour that has any.
                assertThat(back).isEqualTo(MIDNIGHT + 5 * HOUR);
            }
        }
    }

    @Test
    void withEvenWeightsTimeIsWhatItWas() {
        double[] even = new double[24];
        Arrays.fill(even, 3);
        for (long nominal = MIDNIGHT; nominal < MIDNIGHT + DAY; nominal += 7_777_777_777L) {
            assertThat(DailyCurve.of(even).eventNanos(nominal)).isBetween(nominal - 1, nominal + 1);
            assertThat(DailyCurve.EVEN.eventNanos(nominal)).isEqualTo(nominal);
        }
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> DailyCurve.of(1, 2)).hasMessageContaining("expected 24 weights");
        assertThatThrownBy(() -> DailyCurve.of(new double[24])).hasMessageContaining("not all 0");
        double[] negative = EVENING.clone();
        negative[3] = -1;
        assertThatThrownBy(() -> DailyCurve.of(negative)).hasMessageContaining("expected 24 weights");
        double[] none = EVENING.clone();
        none[3] = Double.NaN;
        assertThatThrownBy(() -> DailyCurve.of(none)).hasMessageContaining("expected 24 weights");
    }
}
