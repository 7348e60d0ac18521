package io.nrtstreams.quickstart.demo;

import org.apache.kafka.common.TopicPartition;

/**
 * The offsets of a partition that a sink has before it.
 *
 * @param partition the partition
 * @param from the next offset that it has not committed
 * @param end the offset after the last committed record or transaction mark
 */
record Gap(TopicPartition partition, long from, long end) {
    /** How many offsets that are. */
    long size() {
        return Math.max(0, end - from);
    }
}
