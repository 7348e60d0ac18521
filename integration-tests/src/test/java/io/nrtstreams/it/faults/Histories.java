package io.nrtstreams.it.faults;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Histories of a sink in which one thing goes wrong at one request; each says what is wrong with what is stored at its end,
 * by an exception. Thread-safe.
 */
final class Histories {
    private final Bench bench;

    Histories(Bench bench) {
        this.bench = bench;
    }

    /**
     * How a history went.
     *
     * @param requests how many there were before the end, or the kill
     * @param operations what they asked for
     */
    record Course(int requests, Map<Operation, Integer> operations) {}

    /** A task that reads the log to its end, whatever happens to its requests. */
    Course toTheEnd(FaultPlan plan, Map<String, String> more) {
        String prefix = bench.newPrefix();
        try (FaultProxy proxy = bench.proxy(plan)) {
            Scenario.Pace pace = bench.scenario().first();
            bench.finish(bench.task(prefix, proxy.address(), new HashMap<>(), pace, more), pace);
            return verified(prefix, proxy);
        }
    }

    /** A task that is killed at a request, and another one that goes on from what was committed. */
    Course killedAt(int last, Fault fault) {
        String prefix = bench.newPrefix();
        Map<TopicPartition, Long> committed = new HashMap<>();
        try (FaultProxy proxy = bench.proxy(FaultPlan.endingAt(last, fault))) {
            runUntilKilled(prefix, committed, proxy, last);
            proxy.awaitQuiet();
            bench.finish(successor(prefix, committed), bench.scenario().second());
            return verified(prefix, proxy);
        }
    }

    /** As {@link #killedAt}, but the last request gets to the store only when the successor is at work, or done. */
    Course overtakenAt(int last, int turnsOfTheSuccessor) {
        String prefix = bench.newPrefix();
        Map<TopicPartition, Long> committed = new HashMap<>();
        Scenario.Pace pace = bench.scenario().second();
        try (FaultProxy proxy = bench.proxy(FaultPlan.endingAt(last, Fault.HELD))) {
            runUntilKilled(prefix, committed, proxy, last);
            DrivenTask successor = successor(prefix, committed);
            for (int turn = 0; turn < turnsOfTheSuccessor && !successor.isDone(); turn++) {
                successor.turn(pace.batch());
            }
            proxy.release();
            proxy.awaitQuiet();
            bench.finish(successor, pace);
            return verified(prefix, proxy);
        }
    }

    /** A task whose store is killed when the task has sent a few requests, and comes back. */
    Course survivingItsStore(int requests) {
        String prefix = bench.newPrefix();
        Scenario.Pace pace = bench.scenario().first();
        try (FaultProxy proxy = bench.proxy(FaultPlan.none())) {
            DrivenTask task = bench.task(prefix, proxy.address(), new HashMap<>(), pace, Map.of());
            while (proxy.requests() < requests && !task.isDone()) {
                task.turn(pace.batch());
            }
            bench.endpoint().process().kill();
            bench.endpoint().process().startAgain();
            bench.finish(task, pace);
            return verified(prefix, proxy);
        }
    }

    private void runUntilKilled(String prefix, Map<TopicPartition, Long> committed, FaultProxy proxy, int last) {
        Scenario.Pace pace = bench.scenario().first();
        DrivenTask task = bench.task(prefix, proxy.address(), committed, pace, Map.of("s3.attempts", "1"));
        Bench.Deadline deadline = new Bench.Deadline();
        while (proxy.requests() < last && !task.isDone()) {
            task.turn(pace.batch());
            deadline.check();
        }
        task.abandon();
    }

    private DrivenTask successor(String prefix, Map<TopicPartition, Long> committed) {
        return bench.task(
                prefix, bench.endpoint().address(), committed, bench.scenario().second(), Map.of());
    }

    private Course verified(String prefix, FaultProxy proxy) {
        proxy.awaitQuiet();
        bench.verify(prefix);
        return new Course(proxy.requests(), proxy.byOperation());
    }
}
