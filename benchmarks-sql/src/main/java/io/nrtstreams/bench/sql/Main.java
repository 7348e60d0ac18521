package io.nrtstreams.bench.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a line {@code FIGURE benchmark query records_per_core_s records_per_s bytes_per_record} for
 * each, medians of the iterations; the rest of the output is JMH's own.
 */
public final class Main {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private static final List<Class<?>> OF_QUERIES = List.of(
            DirectHostBenchmark.class, KafkaStreamsBenchmark.class, JacksonFloor.class, TestDriverBenchmark.class);

    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments names of queries, and {@code statements}, parted by commas; then options of the measured JVMs
     */
    public static void main(String[] arguments) throws RunnerException {
        List<String> names = new ArrayList<>(Arrays.asList(arguments[0].split(",", -1)));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .jvmArgs("-Xmx1g", "-Xms1g", "-XX:+UseSerialGC")
                .jvmArgsAppend(Arrays.copyOfRange(arguments, 1, arguments.length))
                .shouldFailOnError(true)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .timeUnit(TimeUnit.SECONDS)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class);
        if (names.remove("statements")) {
            options.include(StatementsBenchmark.class.getName());
        }
        if (!names.isEmpty()) {
            options.param("query", names.toArray(String[]::new));
            for (Class<?> benchmark : OF_QUERIES) {
                options.include(benchmark.getName());
            }
        }
        print(new Runner(options.build()).run());
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
