package io.nrtstreams.bench.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    /** Rounds of 1,000 records that took so many milliseconds each, half of it CPU of all threads. */
    private static Rounds taking(long... millis) {
        return new Rounds(LongStream.of(millis)
                .mapToObj(each -> new Round(1000, each * 1_000_000, 0, each * 500_000, 0))
                .toList());
    }

    @Test
    void theMiddleOneCounts() {
        assertThat(taking(9, 1, 5).median(Round::recordsPerSecond)).isEqualTo(200_000);
        assertThat(taking(9, 1, 5).median(Round::recordsPerCpuSecond)).isEqualTo(400_000);
        assertThat(taking(1, 2, 4, 9).median(Round::processCpuMicrosPerRecord)).isEqualTo(1.5);
    }

    @Test
    void aRatioIsTakenTurnByTurn() {
        // Another program slowed the second turn of both and the third turn of the worker.
        WorkerResult result = new WorkerResult(taking(5, 50, 60), taking(4, 40, 6), Map.of());

        assertThat(result.medianRatio()).isEqualTo(0.8);
    }

    @Test
    void aRoundIsWhatPassedBetweenTwoReadings() {
        Round round = new Round(30, 900, 80, 90, 70).since(new Round(10, 500, 20, 40, 60));

        assertThat(round).isEqualTo(new Round(20, 400, 60, 50, 10));
        assertThat(List.of(round.allocatedBytesPerRecord(), round.threadCpuMicrosPerRecord()))
                .containsExactly(0.5, 0.003);
    }
}
