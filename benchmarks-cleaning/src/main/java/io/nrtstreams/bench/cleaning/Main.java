package io.nrtstreams.bench.cleaning;

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
 * Runs the benchmarks and prints a line {@code FIGURE CleaningBenchmark work records_per_core_s records_per_s
 * bytes_per_record} for each kind of work, medians of the iterations of two JVMs; the rest of the output is JMH's own.
 */
public final class Main {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments names of {@link Work}, parted by commas; then options of the measured JVMs
     */
    public static void main(String[] arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(CleaningBenchmark.class.getName())
                .param("work", arguments[0].split(",", -1))
                .jvmArgs("-Xmx1g", "-Xms1g", "-XX:+UseSerialGC")
                .jvmArgsAppend(Arrays.copyOfRange(arguments, 1, arguments.length))
                .shouldFailOnError(true)
                .forks(2)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .timeUnit(TimeUnit.SECONDS)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> runs) {
        for (RunResult run : runs) {
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE %s %s %.0f %.0f %.0f%n",
                    CleaningBenchmark.class.getSimpleName(),
                    run.getParams().getParam("work"),
                    median(run.getSecondaryResults().get(CpuProfiler.RATE)),
                    median(run.getPrimaryResult()),
                    median(run.getSecondaryResults().get(ALLOCATION)));
        }
    }

    private static double median(@Nullable Result<?> result) {
        return result == null ? Double.NaN : result.getStatistics().getPercentile(50);
    }
}
