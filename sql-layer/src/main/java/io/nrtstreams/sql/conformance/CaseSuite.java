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
import java.util.regex.Pattern;

/**
 * A stratified sample of a file of cases, run on another host than the direct one: of each class the first of every so many
 * cases that give records. Cases of formats with a schema registry are left out, as their registry is in this process, and so
 * are those that must be refused, which no host ever sees.
 *
 * @param every which share of the cases is run: 1 all, 4 a fourth
 */
public record CaseSuite(Path cases, int every) {

    private static final Pattern WITH_REGISTRY = Pattern.compile("AVRO|PROTOBUF|JSON_SR", Pattern.CASE_INSENSITIVE);

    /**
     * What came out.
     *
     * @param exact in percent: the same records in the same order, L1
     * @param perKey in percent: the same for each topic, key and window, L2
     * @param table the levels by class
     * @param differences a line for each case that is not exact: its id and the first difference
     */
    public record Levels(int cases, double exact, double perKey, String table, List<String> differences) {

        public Levels {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Runs the sample.
     *
     * @param threads how many cases are under way at a time
     * @throws IOException when the file cannot be read
     */
    public Levels run(CaseHost host, int threads) throws IOException, InterruptedException {
        List<ConformanceCase> sample = sample();
        CaseRunner runner = new CaseRunner(FunctionRegistry.builtIn(), host);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<CaseResult>> results = new ArrayList<>();
            for (ConformanceCase wanted : sample) {
                results.add(pool.submit(() -> runner.run(wanted)));
            }
            return levels(sample, results);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Levels levels(List<ConformanceCase> sample, List<Future<CaseResult>> results)
            throws InterruptedException {
        Tally tally = new Tally();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            CaseResult result = result(results.get(i));
            tally.add(sample.get(i).group(), result);
            if (!result.exact()) {
                differences.add(sample.get(i).id() + ": " + result.error().orElse("the order across keys differs"));
            }
        }
        Tally.Count total = tally.total();
        return new Levels(total.cases(), total.percentExact(), total.percentPerKey(), tally.table(), differences);
    }

    private static CaseResult result(Future<CaseResult> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The runner of cases broke.", e.getCause());
        }
    }

    private List<ConformanceCase> sample() throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        List<ConformanceCase> sample = new ArrayList<>();
        CaseFile.read(cases, wanted -> {
            if (suits(wanted) && (seen.merge(wanted.group(), 1, Integer::sum) - 1) % every == 0) {
                sample.add(wanted);
            }
        });
        return sample;
    }

    private static boolean suits(ConformanceCase wanted) {
        return !wanted.refused()
                && !wanted.tier().equals("X")
                && !wanted.inputs().isEmpty()
                && wanted.topics().isEmpty()
                && wanted.statements().stream()
                        .noneMatch(text -> WITH_REGISTRY.matcher(text).find());
    }
}
