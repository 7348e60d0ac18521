package io.nrtstreams.bench.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a line {@code FIGURE benchmark query records_per_core_s records_per_s bytes_per_record} for
 * each, medians of the iterations; the rest of the output is JMH's own.
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
        String[] flags = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        Options options = new OptionsBuilder()
                .include(arguments.length > 0 ? arguments[0] : ".*")
                .jvmArgs("-Xmx1g", "-Xms1g", "-XX:+UseSerialGC")
                .jvmArgsAppend(flags)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .timeUnit(TimeUnit.SECONDS)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
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
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE %s %s %.0f %.0f %.0f%n",
                    type.substring(type.lastIndexOf('.') + 1),
                    query,
                    median(run.getSecondaryResults().get(CpuProfiler.RATE)),
                    median(run.getPrimaryResult()),
                    median(run.getSecondaryResults().get(ALLOCATION)));
        }
    }

    private static double median(@Nullable Result<?> result) {
        return result == null ? Double.NaN : result.getStatistics().getPercentile(50);
    }
}
