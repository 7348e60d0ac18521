package io.nrtstreams.bench.source;

/**
 * What a child JVM measured.
 *
 * @param rounds that counted
 * @param records in all
 * @param firstTimestamp of the first record, in milliseconds since the epoch
 * @param lastTimestamp of the last
 * @param heapBefore bytes in use after a collection, once the task has warmed up
 * @param heapAfter bytes in use after a collection, in the end
 */
public record PollResult(
        Rounds rounds, long records, long firstTimestamp, long lastTimestamp, long heapBefore, long heapAfter) {
    double eventHours() {
        return (lastTimestamp - firstTimestamp) / 3_600_000.0;
    }

    double heapGrowthMegabytes() {
        return (heapAfter - heapBefore) / 1e6;
    }
}
