package io.nrtstreams.bench.sink;

import io.nrtstreams.bench.sink.Workload.Pace;
import java.util.List;

/** The workloads of the sink. */
final class Workloads {
    private static final int KAFKA_PARTITIONS = 6;
    private static final int LARGE_FILE = 20_000;
    private static final int SMALL_FILE = 1000;
    private static final int LATENCY_MILLIS = 50;
    private static final int FEW = 3;
    private static final int SOME = 5;
    private static final int LIMIT_SECONDS = 60;

    private Workloads() {}

    /** Uncompressed JSON lines. */
    static Workload json() {
        return plain("json", List.of("json"), 1_200_000);
    }

    /** JSON lines in gzip, level 6. */
    static Workload gzip() {
        return plain("json_gzip", List.of("json", "gzip"), 480_000);
    }

    /** CSV. */
    static Workload csv() {
        return plain("csv", List.of("csv"), 720_000);
    }

    /** Files of 20,000 records, an endpoint without latency: what a record costs. */
    private static Workload plain(String name, List<String> traits, long roundRecords) {
        return new Workload(
                name, traits, KAFKA_PARTITIONS, 1, LARGE_FILE, roundRecords, 0, Pace.STEADY, SOME, LIMIT_SECONDS, "1g");
    }

    /** Files of 1,000 records, one after the other: what an object costs in requests. */
    static Workload manyObjects() {
        return new Workload(
                "many_objects",
                List.of("json"),
                KAFKA_PARTITIONS,
                1,
                SMALL_FILE,
                120_000,
                0,
                Pace.STEADY,
                FEW,
                LIMIT_SECONDS,
                "1g");
    }

    /** Files of 1,000 records, 50 ms a request: what waiting costs. */
    static Workload smallFiles() {
        return new Workload(
                "small_files_50ms",
                List.of("json", "latency"),
                KAFKA_PARTITIONS,
                1,
                SMALL_FILE,
                600_000,
                LATENCY_MILLIS,
                Pace.DRAINED,
                FEW,
                LIMIT_SECONDS,
                "1g");
    }

    /** The same for 100 values of a field in each of the partitions: 600 files are open at a time and end together. */
    static Workload hundredValues() {
        return new Workload(
                "100_values",
                List.of("json", "field", "latency"),
                KAFKA_PARTITIONS,
                100,
                SMALL_FILE,
                1_200_000,
                LATENCY_MILLIS,
                Pace.DRAINED,
                FEW,
                LIMIT_SECONDS,
                "1g");
    }

    /** So many paths that get records in turn, in a heap of 256 MB. */
    static Workload openFiles(int paths) {
        int partitions = 5;
        int file = 500;
        return new Workload(
                "open_files_" + paths,
                List.of("json", "field", "small_heap"),
                partitions,
                paths / partitions,
                file,
                Math.max(500_000L, (long) paths * file),
                0,
                Pace.STEADY,
                FEW,
                LIMIT_SECONDS,
                "256m");
    }
}
