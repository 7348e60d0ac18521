package io.nrtstreams.it.faults;

import io.nrtstreams.it.faults.Histories.Course;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;

/**
 * Histories in which much goes wrong, chosen by a seed; what the real clock and the endpoint add differs from run to run.
 * Each says what is wrong with what is stored at its end, by an exception. Thread-safe.
 */
final class RandomHistories {
    private static final int MOST_LIVES = 6;
    /** One request of so many is struck. */
    private static final int ONE_IN = 12;

    private static final List<Fault> FAULTS = List.of(
            Fault.REQUEST_LOST,
            Fault.ANSWER_LOST,
            Fault.REQUEST_CUT,
            Fault.ANSWER_CUT,
            Fault.SLOW,
            Fault.SLOW_DOWN,
            Fault.INTERNAL_ERROR,
            Fault.DONE_BUT_INTERNAL_ERROR,
            Fault.CONFLICT);

    private final Bench bench;

    RandomHistories(Bench bench) {
        this.bench = bench;
    }

    private Scenario.Pace pace(Random random) {
        Scenario.Pace pace = random.nextBoolean()
                ? bench.scenario().first()
                : bench.scenario().second();
        return new Scenario.Pace(1 + random.nextInt(2 * pace.batch()), pace.settings());
    }

    /** Pure, as a plan must be: a hash of the request's number decides. */
    private static FaultPlan faults(long seed) {
        return arrival -> {
            Random random = new Random(seed * 31 + arrival.number());
            return random.nextInt(ONE_IN) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
        };
    }

    /**
     * Tasks one after the other, each with faults; partitions leave them and come back; they are killed or stopped after a
     * while, and the last one reads to the end.
     */
    Course manyLives(long seed) {
        Random random = new Random(seed);
        String prefix = bench.newPrefix();
        Map<TopicPartition, Long> committed = new HashMap<>();
        try (FaultProxy proxy = bench.proxy(faults(seed))) {
            int lives = random.nextInt(MOST_LIVES);
            for (int life = 0; life < lives; life++) {
                live(random, prefix, proxy, committed);
            }
            Scenario.Pace pace = pace(random);
            bench.finish(bench.task(prefix, proxy.address(), committed, pace, Map.of()), pace);
            return verified(prefix, proxy);
        }
    }

    private void live(Random random, String prefix, FaultProxy proxy, Map<TopicPartition, Long> committed) {
        Scenario.Pace pace = pace(random);
        DrivenTask task = bench.task(prefix, proxy.address(), committed, pace, Map.of());
        int turns = random.nextInt(25);
        for (int turn = 0; turn < turns; turn++) {
            task.turn(pace.batch());
            if (random.nextInt(8) == 0) {
                task.loseAndRegain(random);
            }
        }
        if (random.nextBoolean()) {
            task.stop();
        } else {
            task.abandon();
        }
    }

    /** Tasks that all believe the partitions to be theirs, and take turns at random; each has offsets of its own. */
    Course rivals(long seed) {
        Random random = new Random(seed);
        String prefix = bench.newPrefix();
        try (FaultProxy proxy = bench.proxy(faults(seed))) {
            List<Rival> rivals = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Scenario.Pace pace = pace(random);
                DrivenTask task = bench.task(prefix, proxy.address(), new HashMap<>(), pace, Map.of());
                rivals.add(new Rival(task, pace));
            }
            for (int turn = 0; turn < 60; turn++) {
                Rival next = rivals.get(random.nextInt(rivals.size()));
                next.task().turn(next.pace().batch());
            }
            rivals.forEach(rival -> bench.finish(rival.task(), rival.pace()));
            return verified(prefix, proxy);
        }
    }

    private record Rival(DrivenTask task, Scenario.Pace pace) {}

    private Course verified(String prefix, FaultProxy proxy) {
        proxy.awaitQuiet();
        bench.verify(prefix);
        return new Course(proxy.requests(), proxy.byOperation());
    }
}
