package io.nrtstreams.bench.sink;

import java.util.List;

/**
 * What one run does to a sink.
 *
 * @param name of the run, for messages and file names
 * @param traits what the connector is configured for, e.g. {@code json} and {@code gzip}; each names a part of the
 *     family's properties
 * @param partitions of the topic, all assigned to the one task
 * @param sites different values of the field that folders are made of; 1 without the trait {@code field}
 * @param fileRecords after how many records a file ends
 * @param roundRecords records of a round over all partitions
 * @param latencyMillis what the endpoint adds to each request
 * @param pace whether a round ends with its last record or when all of them are durable
 * @param rounds measured rounds, the median of which counts
 * @param limitSeconds after which a run ends with the rounds it has
 * @param heap of the JVM, e.g. {@code 1g}
 */
public record Workload(
        String name,
        List<String> traits,
        int partitions,
        int sites,
        int fileRecords,
        long roundRecords,
        int latencyMillis,
        Pace pace,
        int rounds,
        int limitSeconds,
        String heap) {
    /** Records of a poll, the default of {@code max.poll.records} times four. */
    static final int POLL = 2000;

    private static final int WARM_UP_ROUNDS = 3;
    private static final int MOST_WARM_UP_ROUNDS = 8;

    public Workload {
        traits = List.copyOf(traits);
        if (roundRecords % ((long) partitions * sites * fileRecords) != 0) {
            throw new IllegalArgumentException(
                    "expected rounds of whole files, so that all of a round becomes durable");
        }
    }

    /** When a round ends. */
    public enum Pace {
        /** With its last record: one round follows the other, while uploads go on. */
        STEADY,
        /** When all its records are durable. */
        DRAINED
    }

    /** Records of a round in one partition. */
    long partitionRecords() {
        return roundRecords / partitions;
    }

    /** Polls between two offset commits: about one file of each path, as Connect's clock would have it at full speed. */
    long commitEvery() {
        return Math.max(1, (long) partitions * sites * fileRecords / POLL);
    }

    int leastWarmUps() {
        return WARM_UP_ROUNDS;
    }

    int mostWarmUps() {
        return MOST_WARM_UP_ROUNDS;
    }
}
