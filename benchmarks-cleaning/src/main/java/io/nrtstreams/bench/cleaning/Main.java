package io.nrtstreams.bench.cleaning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a line {@code FIGURE CleaningBenchmark work records_per_core_s records_per_s
 * bytes_per_record} for each kind of work, medians of the iterations of all JVMs; the rest of the output is JMH's own.
 *
 * <p>It goes through all kinds of work, then through all of them again: what others do on the machine comes and goes, and
 * would tell in the ratio of two kinds if all JVMs of one ran before all of the other.
 */
public final class Main {
    private static final int ROUNDS = 3;

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
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(600))
                .timeUnit(TimeUnit.SECONDS)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .build();
        Map<String, Samples> all = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (RunResult run : new Runner(options).run()) {
                all.computeIfAbsent(run.getParams().getParam("work"), work -> new Samples())
                        .add(run);
            }
        }
        all.forEach((work, samples) -> System.out.println(samples.line(work)));
    }
}
