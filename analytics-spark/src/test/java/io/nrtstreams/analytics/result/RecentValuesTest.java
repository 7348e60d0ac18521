package io.nrtstreams.analytics.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentValuesTest {
    @Test
    void noValueHasNoSpread() {
        assertThat(new RecentValues(4).spread()).isEmpty();
    }

    @Test
    void percentilesAreByNearestRank() {
        RecentValues values = new RecentValues(200);
        LongStream.rangeClosed(1, 100).forEach(values::add);

        assertThat(values.spread()).contains(new Spread(50, 95, 100));
    }

    @Test
    void oneValueIsEveryPercentile() {
        RecentValues values = new RecentValues(4);
        values.add(7);

        assertThat(values.spread()).contains(new Spread(7, 7, 1));
    }

    @Test
    void onlyTheLastValuesCount() {
        RecentValues values = new RecentValues(4);
        LongStream.rangeClosed(1, 10).forEach(values::add);

        assertThat(values.spread()).contains(new Spread(8, 10, 4));
    }
}
