package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetSetTest {
    @Test
    void holdsOffsetsFarApartAndTellsThemInOrder() {
        OffsetSet offsets = new OffsetSet();
        long far = 5_000_000_000L;

        assertThat(offsets.add(far)).isTrue();
        assertThat(offsets.add(3)).isTrue();
        assertThat(offsets.add(far)).isFalse();

        assertThat(offsets.size()).isEqualTo(2);
        assertThat(offsets.contains(far)).isTrue();
        assertThat(offsets.contains(far - 1)).isFalse();
        assertThat(offsets.ascending()).containsExactly(3L, far);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|''", "7|7", "1,2,3,7|1-3, 7", "1,3,5,7,9,11,13|1, 3, 5, 7, 9, …", "0,1|0-1"})
    void printsTheFirstRanges(String offsets, String expected) {
        LongStream stream = offsets.isEmpty()
                ? LongStream.empty()
                : java.util.Arrays.stream(offsets.split(",")).mapToLong(Long::parseLong);

        assertThat(OffsetSet.ranges(stream)).isEqualTo(expected);
    }
}
