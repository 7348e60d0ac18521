package io.nrtstreams.it.faults;

import io.nrtstreams.it.faults.Histories.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many histories, a few at the same time, and what was found in them. */
final class Sweep {
    private static final int AT_THE_SAME_TIME = 4;

    private final String name;
    private final List<Point> points = new ArrayList<>();

    Sweep(String name) {
        this.name = name;
    }

    /** One history to try, in which something happens to the n-th request. */
    private record Point(String what, int request, Callable<Course> history) {
        Verdict judge() {
            try {
                return new Verdict(history.call().requests() >= request, List.of());
            } catch (Exception | AssertionError e) {
                return new Verdict(true, List.of(what + " at request " + request + ": " + e));
            }
        }
    }

    /** Whether there was such a request, and what is wrong. */
    private record Verdict(boolean reached, List<String> findings) {}

    void add(String what, int request, Callable<Course> history) {
        points.add(new Point(what, request, history));
    }

    /** Tries all of them, prints how many came to pass, and returns what is wrong. */
    List<String> findings() throws ExecutionException, InterruptedException {
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(AT_THE_SAME_TIME);
        try {
            List<Future<Verdict>> verdicts =
                    points.stream().map(point -> threads.submit(point::judge)).toList();
            int reached = 0;
            List<String> findings = new ArrayList<>();
            for (Future<Verdict> verdict : verdicts) {
                reached += verdict.get().reached() ? 1 : 0;
                findings.addAll(verdict.get().findings());
            }
            System.out.printf(
                    "%s: %d points tried, findings %d, %.1f s%n",
                    name, reached, findings.size(), (System.nanoTime() - began) / 1e9);
            return findings;
        } finally {
            threads.shutdownNow();
        }
    }
}
