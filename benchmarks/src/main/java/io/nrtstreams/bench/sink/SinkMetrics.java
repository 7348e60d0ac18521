package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Metric;
import java.util.List;

/** What is measured of a sink, in the order of the table. */
final class SinkMetrics {
    static final Metric CPU_JSON = atMost("sink.cpu_us_per_record.json", "us", 0.8);
    static final Metric PROCESS_CPU_JSON = atMost("sink.process_cpu_us_per_record.json", "us", 1.4);
    static final Metric ALLOCATION_JSON = atMost("sink.alloc_bytes_per_record.json", "B", 350);
    static final Metric CPU_GZIP = toKnow("sink.cpu_us_per_record.json_gzip", "us");
    static final Metric CPU_CSV = toKnow("sink.cpu_us_per_record.csv", "us");
    static final Metric SMALL_FILES = atLeast("sink.records_per_s.small_files_50ms", "records/s", 60_000);
    static final Metric REQUESTS = atMost("sink.requests_per_small_object", "requests", 1);
    static final Metric HUNDRED_VALUES = atLeast("sink.records_per_s.100_values", "records/s", 100_000);
    static final Metric LONGEST_PUT = atMost("sink.put_max_ms.100_values", "ms", 1000);
    static final Metric OPEN_FILES = atLeast("sink.open_files_256mb", "files", 1000);
    static final Metric SLOWDOWN = toKnow("sink.open_files_256mb_5000_slowdown", "times");
    static final Metric FRAMEWORK = toKnow("sink.cpu_us_per_record.framework_loop", "us");

    static final List<Metric> ALL = List.of(
            CPU_JSON,
            PROCESS_CPU_JSON,
            ALLOCATION_JSON,
            CPU_GZIP,
            CPU_CSV,
            SMALL_FILES,
            REQUESTS,
            HUNDRED_VALUES,
            LONGEST_PUT,
            OPEN_FILES,
            SLOWDOWN,
            FRAMEWORK);

    private SinkMetrics() {}

    private static Metric atMost(String name, String unit, double bound) {
        return new Metric(name, unit, new Goal.AtMost(bound));
    }

    private static Metric atLeast(String name, String unit, double bound) {
        return new Metric(name, unit, new Goal.AtLeast(bound));
    }

    private static Metric toKnow(String name, String unit) {
        return new Metric(name, unit, new Goal.None());
    }
}
