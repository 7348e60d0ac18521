package io.nrtstreams.bench.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.cleaning.Row.Ratio.Pair;
import io.nrtstreams.bench.jmh.JmhFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Goal NONE = new Goal.None();
    private static final Works WORKS = new Works(JmhFigures.of(List.of(
            "FIGURE CleaningBenchmark ours 2000000 1000000 1200",
            "FIGURE CleaningBenchmark copy 4000000 2000000 1000",
            "FIGURE CleaningBenchmark other 500000 250000 6000")));

    @Test
    void aCostIsCpuOfARecordInMicroseconds() {
        Row row = new Row.Cost("us", NONE, "ours", Optional.of("copy"), Map.of("kafka", "other"));

        assertThat(row.works()).containsExactly("ours", "copy", "other");
        assertThat(row.of(WORKS)).isEqualTo(new Measure(new Metric("us", "us", NONE), 0.5, 0.25, Map.of("kafka", 2.0)));
    }

    @Test
    void allocationIsWhatIsBeyondTheFloor() {
        Row row = new Row.Allocation("bytes", NONE, "ours", "copy", Map.of("kafka", "other"));

        assertThat(row.works()).containsExactly("ours", "copy", "other");
        assertThat(row.of(WORKS))
                .isEqualTo(new Measure(new Metric("bytes", "B", NONE), 200.0, 1000.0, Map.of("kafka", 5000.0)));
    }

    @Test
    void aRatioIsOfTheCpuOfTwo() {
        Row row = new Row.Ratio("ratio", NONE, new Pair("ours", "copy"), Map.of("kafka", new Pair("other", "copy")));

        assertThat(row.works()).containsExactly("ours", "copy", "other", "copy");
        assertThat(row.of(WORKS))
                .isEqualTo(new Measure(new Metric("ratio", "times", NONE), 2.0, null, Map.of("kafka", 8.0)));
    }

    @Test
    void whatWasNotMeasuredHasNoValue() {
        assertThat(new Row.Cost("us", NONE, "lost", Optional.of("lost"), Map.of("kafka", "lost")).of(WORKS))
                .isEqualTo(new Measure(new Metric("us", "us", NONE), null, null, Map.of()));
        assertThat(new Row.Ratio("ratio", NONE, new Pair("ours", "lost"), Map.of())
                        .of(WORKS)
                        .value())
                .isNull();
    }

    @Test
    void theRowsHaveTheirNamesOnce() {
        assertThat(CleaningGroup.ROWS)
                .extracting(Row::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("cleaning."));
    }
}
