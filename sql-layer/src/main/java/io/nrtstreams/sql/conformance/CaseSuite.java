package io.nrtstreams.sql.conformance;

import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A stratified sample of a file of cases, run on another host than the direct one: of each class the first of every so many
 * cases that give records. Cases that say what topics and schemas there are before are left out, as the ids they choose are
 * theirs alone only in one process, and so are those that must be refused, which no host ever sees.
 *
 * @param id what the ids of the cases contain
 * @param every which share of the cases is run: 1 all, 4 a fourth
 */
public record CaseSuite(Path cases, String id, int every) {

    public CaseSuite {
        if (every < 1) {
            throw new IllegalArgumentException("One of every " + every + " cases cannot be run; 1 is all of them.");
        }
    }

    /**
     * How the sample lies in the file, and how the two hosts differ.
     *
     * @param ran cases of the sample
     * @param suiting cases that the sample was taken from
     * @param leftOut cases that no other host than the direct one can run
     * @param otherOrder ids of the cases that differ from the direct host only in the order across keys
     * @param otherwise ids of the cases that differ from the direct host in another way, be it that both fail
     */
    public record Coverage(int ran, int suiting, int leftOut, List<String> otherOrder, List<String> otherwise) {

        public Coverage {
            otherOrder = List.copyOf(otherOrder);
            otherwise = List.copyOf(otherwise);
        }

        /** As text, several lines. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(ran + " of " + suiting + " cases; " + leftOut
                    + " others must be refused, give no records or need topics or test code");
            add(lines, otherOrder, "differ from one process in the order across keys only");
            add(lines, otherwise, "differ from one process in another way");
            return lines;
        }

        private static void add(List<String> lines, List<String> ids, String what) {
            lines.add(ids.size() + " " + what);
            ids.forEach(id -> lines.add("    " + id));
        }
    }

    /** A case on both hosts. */
    private record Ran(CaseResult result, CaseResult direct) {

        boolean isSame() {
            return result.equals(direct);
        }

        boolean isOrderOnly() {
            return result.perKey() && direct.perKey();
        }
    }

    /**
     * Runs the sample.
     *
     * @param threads how many cases are under way at a time
     * @param results is told in the order of the file
     * @throws IOException when the file cannot be read
     */
    public Coverage run(CaseHost host, int threads, CaseResults results) throws IOException, InterruptedException {
        Sample sample = new Sample();
        CaseFile.read(cases, sample::see);
        CaseRunner runner = new CaseRunner(FunctionRegistry.builtIn(), host);
        CaseRunner direct = new CaseRunner(FunctionRegistry.builtIn(), CaseRunner::direct);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Ran>> running = new ArrayList<>();
            for (ConformanceCase wanted : sample.chosen) {
                running.add(pool.submit(() -> new Ran(runner.run(wanted), direct.run(wanted))));
            }
            Differences differences = new Differences(results);
            for (int i = 0; i < running.size(); i++) {
                differences.add(sample.chosen.get(i), result(running.get(i)));
            }
            return differences.coverage(sample);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Ran result(Future<Ran> ran) throws InterruptedException {
        try {
            return ran.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The runner of cases broke.", e.getCause());
        }
    }

    /** The cases to run, as the file is read. */
    private final class Sample {

        private final Map<String, Integer> seen = new HashMap<>();
        private final List<ConformanceCase> chosen = new ArrayList<>();
        private int suiting;
        private int leftOut;

        void see(ConformanceCase wanted) {
            if (!wanted.id().contains(id)) {
                return;
            }
            if (!suits(wanted)) {
                leftOut++;
                return;
            }
            suiting++;
            if ((seen.merge(wanted.group(), 1, Integer::sum) - 1) % every == 0) {
                chosen.add(wanted);
            }
        }

        private static boolean suits(ConformanceCase wanted) {
            return !wanted.refused()
                    && !wanted.isSpecial()
                    && !wanted.inputs().isEmpty()
                    && wanted.topics().isEmpty();
        }
    }

    /** Tells of results and keeps what differs. */
    private record Differences(CaseResults results, List<String> order, List<String> more) {

        Differences(CaseResults results) {
            this(results, new ArrayList<>(), new ArrayList<>());
        }

        void add(ConformanceCase wanted, Ran ran) {
            results.add(wanted.group(), wanted.id(), ran.result());
            if (!ran.isSame()) {
                (ran.isOrderOnly() ? order : more).add(wanted.id());
            }
        }

        Coverage coverage(Sample sample) {
            return new Coverage(sample.chosen.size(), sample.suiting, sample.leftOut, order, more);
        }
    }
}
