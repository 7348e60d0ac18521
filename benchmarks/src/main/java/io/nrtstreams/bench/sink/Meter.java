package io.nrtstreams.bench.sink;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Readings of the clocks at the begin of a round, for the thread that makes it. */
record Meter(long wall, long taskCpu, long processCpu, long allocated, long position, long durable) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Reads the clocks now. */
    static Meter read(long position, long durable) {
        return new Meter(
                System.nanoTime(),
                THREADS.getCurrentThreadCpuTime(),
                SYSTEM.getProcessCpuTime(),
                THREADS.getCurrentThreadAllocatedBytes(),
                position,
                durable);
    }

    /** What passed from this reading to another. */
    Round until(Meter end, long longestPutNanos) {
        return new Round(
                end.position - position,
                end.durable - durable,
                end.wall - wall,
                end.taskCpu - taskCpu,
                end.processCpu - processCpu,
                end.allocated - allocated,
                longestPutNanos);
    }
}
