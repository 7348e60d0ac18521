package io.nrtstreams.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JmhFiguresTest {

    private static final JmhFigures FIGURES = JmhFigures.of(List.of(
            "# Warmup Iteration   1: 1234.567 ops/s",
            "FIGURE DirectHostBenchmark group_by 1800000 900000 1310",
            "FIGURE KafkaStreamsBenchmark group_by 100000 50000 20065",
            "",
            "FIGURE JacksonFloor - 2000000 1000000 NaN"));

    @Test
    void aFigureIsFoundByItsBenchmarkAndQuery() {
        assertThat(FIGURES.perCoreSecond("DirectHostBenchmark", "group_by")).hasValue(1_800_000.0);
        assertThat(FIGURES.perCoreSecond("KafkaStreamsBenchmark", "group_by")).hasValue(100_000.0);
        assertThat(FIGURES.bytes("DirectHostBenchmark", "group_by")).hasValue(1310.0);
    }

    @Test
    void aBenchmarkWithoutQueriesHasADash() {
        assertThat(FIGURES.perCoreSecond("JacksonFloor", "-")).hasValue(2_000_000.0);
        assertThat(FIGURES.bytes("JacksonFloor", "-")).hasValue(Double.NaN);
    }

    @Test
    void whatWasNotMeasuredHasNoFigure() {
        assertThat(FIGURES.perCoreSecond("DirectHostBenchmark", "tumbling")).isEmpty();
        assertThat(FIGURES.bytes("StatementsBenchmark", "-")).isEmpty();
    }

    @Test
    void aFigureOfOtherWordsIsRefused() {
        assertThatThrownBy(() -> JmhFigures.of(List.of("FIGURE DirectHostBenchmark group_by 1800000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a figure has 6 words, not as in: FIGURE DirectHostBenchmark group_by 1800000");
    }
}
