package io.nrtstreams.bench.sql;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a line {@code FIGURE benchmark query records_per_s bytes_per_record} for each; the rest of
 * the output is JMH's own.
 */
public final class Main {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Main() {}

    /**
     * Runs what matches.
     *
     * @param arguments a pattern of the benchmarks' names, then options of the measured JVMs
     */
    public static void main(String[] arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(arguments.length > 0 ? arguments[0] : ".*")
                .jvmArgs("-Xmx1g", "-Xms1g", "-XX:+UseSerialGC")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .timeUnit(TimeUnit.SECONDS)
                .addProfiler(GCProfiler.class)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> runs) {
        for (RunResult run : runs) {
            String benchmark = run.getParams().getBenchmark();
            String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
            String query = run.getParams().getParamsKeys().contains("query")
                    ? run.getParams().getParam("query")
                    : "-";
            Result<?> bytes = run.getSecondaryResults().get(ALLOCATION);
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE %s %s %.0f %.0f%n",
                    type.substring(type.lastIndexOf('.') + 1),
                    query,
                    run.getPrimaryResult().getStatistics().getPercentile(50),
                    bytes == null ? Double.NaN : bytes.getScore());
        }
    }
}
