package io.nrtstreams.bench.sink;

import java.util.ArrayList;
import java.util.List;

/**
 * Repeats a round until it is warm, then as often as is measured.
 *
 * <p>Warm is when a round's CPU per record differs from that of the one before by less than a twentieth, or after the most
 * warm-up rounds.
 */
final class Rounds {
    private static final double SAME = 0.05;

    private final Workload workload;
    private final Deadline deadline;

    Rounds(Workload workload, Deadline deadline) {
        this.workload = workload;
        this.deadline = deadline;
    }

    /** Something that can be repeated. */
    interface Repeatable {
        Round round() throws InterruptedException;
    }

    /** The rounds before it is warm. */
    List<Round> warmUp(Repeatable work) throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        while (!isWarm(rounds) && !deadline.isOver()) {
            rounds.add(work.round());
        }
        return rounds;
    }

    private boolean isWarm(List<Round> rounds) {
        int count = rounds.size();
        if (count < workload.leastWarmUps() || count >= workload.mostWarmUps()) {
            return count >= workload.mostWarmUps();
        }
        double last = rounds.get(count - 1).taskCpuMicrosPerRecord();
        return Math.abs(rounds.get(count - 2).taskCpuMicrosPerRecord() / last - 1) < SAME;
    }

    /** The measured rounds; where there was no time for one, the last of the warm-up stands in. */
    List<Round> measured(Repeatable work, List<Round> warmUp) throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        while (rounds.size() < workload.rounds() && !deadline.isOver()) {
            rounds.add(work.round());
        }
        return rounds.isEmpty() ? warmUp.subList(warmUp.size() - 1, warmUp.size()) : rounds;
    }
}
