package io.nrtstreams.bench.source;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one round took.
 *
 * @param records that came in it
 * @param wallNanos by the clock
 * @param threadCpuNanos CPU of the thread that measures
 * @param processCpuNanos CPU of all threads of the JVM, collection and compilation included
 * @param allocatedBytes by the thread that measures
 */
public record Round(long records, long wallNanos, long threadCpuNanos, long processCpuNanos, long allocatedBytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** The readings of the clocks now, for {@link #since}. */
    static Round clocks(long records) {
        return new Round(
                records,
                System.nanoTime(),
                THREADS.getCurrentThreadCpuTime(),
                SYSTEM.getProcessCpuTime(),
                THREADS.getCurrentThreadAllocatedBytes());
    }

    /** What passed between two readings of the clocks. */
    Round since(Round begin) {
        return new Round(
                records - begin.records,
                wallNanos - begin.wallNanos,
                threadCpuNanos - begin.threadCpuNanos,
                processCpuNanos - begin.processCpuNanos,
                allocatedBytes - begin.allocatedBytes);
    }

    /** On one core that has nothing else to do. */
    double recordsPerCpuSecond() {
        return records / (processCpuNanos / 1e9);
    }

    double recordsPerSecond() {
        return records / (wallNanos / 1e9);
    }

    double processCpuMicrosPerRecord() {
        return processCpuNanos / 1e3 / records;
    }

    double threadCpuMicrosPerRecord() {
        return threadCpuNanos / 1e3 / records;
    }

    double allocatedBytesPerRecord() {
        return (double) allocatedBytes / records;
    }
}
