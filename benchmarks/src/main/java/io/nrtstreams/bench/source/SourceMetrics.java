package io.nrtstreams.bench.source;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Metric;
import java.util.Map;

/** What is measured of a source. */
final class SourceMetrics {
    static final Metric HEAP_GROWTH = new Metric("source.heap_growth_mb", "MB", new Goal.AtMost(1));

    private static final Map<String, Integer> POLL_GOALS = Map.of(
            "tiktok", 500_000,
            "energy", 500_000,
            "weather", 300_000,
            "iot", 300_000,
            "tiktok_realistic", 500_000,
            "energy_realistic", 500_000,
            "weather_realistic", 300_000,
            "iot_realistic", 300_000);

    private SourceMetrics() {}

    /** Records over the CPU of the whole process. */
    static Metric pollRate(String workload) {
        Integer goal = POLL_GOALS.get(workload);
        return new Metric(
                "source.poll_records_per_s." + workload,
                "records/s",
                goal == null ? new Goal.None() : new Goal.AtLeast(goal));
    }

    static Metric pollAllocation(String workload) {
        return toKnow("source.poll_alloc_bytes_per_record." + workload, "B");
    }

    /** Records of the worker per second over those of a bare producer; {@code variant} is empty or how it differs. */
    static Metric endToEndRatio(String variant) {
        return new Metric(
                "source.end_to_end_ratio" + variant,
                "times",
                variant.isEmpty() ? new Goal.AtLeast(0.7) : new Goal.None());
    }

    static Metric endToEndRate(String variant) {
        return toKnow("source.end_to_end_records_per_s" + variant, "records/s");
    }

    static Metric endToEndCpu(String variant) {
        return toKnow("source.end_to_end_cpu_us_per_record" + variant, "us");
    }

    /** How far the rate in the topic is from the one that was set. */
    static Metric rateError(int rate) {
        return new Metric("source.rate_error_percent." + rate, "%", new Goal.AtMost(1));
    }

    private static Metric toKnow(String name, String unit) {
        return new Metric(name, unit, new Goal.None());
    }
}
