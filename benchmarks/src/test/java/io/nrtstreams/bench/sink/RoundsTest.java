package io.nrtstreams.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.bench.sink.Workload.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Workload WORKLOAD =
            new Workload("test", List.of("json"), 1, 1, 1000, 1000, 0, Pace.STEADY, 3, 10, "64m");
    private static final Deadline LATER = Deadline.in(Duration.ofHours(1));
    private static final Deadline OVER = Deadline.in(Duration.ofNanos(-1));

    /** Rounds of 1,000 records whose CPU is so many microseconds each, one after the other. */
    private static Rounds.Repeatable taking(long... micros) {
        Queue<Long> left = new ArrayDeque<>(LongStream.of(micros).boxed().toList());
        return () -> {
            long nanos = 1000 * left.remove();
            return new Round(1000, 1000, nanos, nanos, nanos, 0, nanos);
        };
    }

    private static List<Double> cpu(List<Round> rounds) {
        return rounds.stream().map(Round::taskCpuMicrosPerRecord).toList();
    }

    @Test
    void itIsWarmWhenTwoRoundsAfterTheSecondAreAlike() throws InterruptedException {
        Rounds.Repeatable work = taking(9000, 9000, 4000, 3900, 3000, 2000, 1000);

        List<Round> warmUp = new Rounds(WORKLOAD, LATER).warmUp(work);

        assertThat(cpu(warmUp)).containsExactly(9.0, 9.0, 4.0, 3.9);
    }

    @Test
    void whatNeverSettlesIsMeasuredAfterEightRounds() throws InterruptedException {
        Rounds.Repeatable work = taking(9000, 8000, 7000, 6000, 5000, 4000, 3000, 2000, 1000, 3000, 2000);
        Rounds rounds = new Rounds(WORKLOAD, LATER);

        List<Round> warmUp = rounds.warmUp(work);
        RunResult result = new RunResult(rounds.measured(work, warmUp), 0, 0, 0, 0);

        assertThat(warmUp).hasSize(8);
        assertThat(result.median(Round::taskCpuMicrosPerRecord)).isEqualTo(2.0);
        assertThat(result.largest(Round::taskCpuMicrosPerRecord)).isEqualTo(3.0);
    }

    @Test
    void whereTheTimeIsUpTheLastRoundOfTheWarmUpStandsIn() throws InterruptedException {
        Rounds rounds = new Rounds(WORKLOAD, OVER);
        List<Round> warmUp = List.of(taking(2000).round(), taking(1000).round());

        assertThat(cpu(rounds.measured(taking(), warmUp))).containsExactly(1.0);
    }
}
