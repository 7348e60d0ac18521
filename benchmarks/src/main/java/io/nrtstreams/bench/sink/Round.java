package io.nrtstreams.bench.sink;

/**
 * What one round took.
 *
 * @param records put
 * @param durable records whose offsets the sink let be committed meanwhile
 * @param wallNanos from the first put to the end of the round
 * @param taskCpuNanos CPU of the task's thread
 * @param processCpuNanos CPU of all threads of the JVM
 * @param allocatedBytes by the task's thread
 * @param longestPutNanos the longest single call
 */
public record Round(
        long records,
        long durable,
        long wallNanos,
        long taskCpuNanos,
        long processCpuNanos,
        long allocatedBytes,
        long longestPutNanos) {
    double taskCpuMicrosPerRecord() {
        return taskCpuNanos / 1e3 / records;
    }

    double processCpuMicrosPerRecord() {
        return processCpuNanos / 1e3 / records;
    }

    double allocatedBytesPerRecord() {
        return (double) allocatedBytes / records;
    }

    double durablePerSecond() {
        return durable / (wallNanos / 1e9);
    }

    double longestPutMillis() {
        return longestPutNanos / 1e6;
    }
}
