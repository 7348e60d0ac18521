package io.nrtstreams.bench.sql;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations for each second of CPU that the whole process took, garbage collection and compilation included: what one core
 * does, also while others want it.
 */
public final class CpuProfiler implements InternalProfiler {

    static final String RATE = "cpu.rate";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (system.getProcessCpuTime() - before) / (double) TimeUnit.SECONDS.toNanos(1);
        double operations = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(RATE, operations / seconds, "ops/s", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "operations per second of CPU";
    }
}
