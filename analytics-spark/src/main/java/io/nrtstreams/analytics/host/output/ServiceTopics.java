package io.nrtstreams.analytics.host.output;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The service's own topics, which are made when they are first needed. */
final class ServiceTopics {

    /** New tasks come in numbers like the source's partitions; so topics of progress need not grow often. */
    private static final int FEWEST_PARTITIONS = 8;

    /** Keeps the last marker of each task for ever and little else: small segments, cleaned early. */
    private static final Map<String, String> PROGRESS = Map.of(
            "cleanup.policy", "compact",
            "segment.bytes", String.valueOf(1024 * 1024),
            "min.cleanable.dirty.ratio", "0.1",
            "delete.retention.ms", "60000");

    private ServiceTopics() {}

    /** Where the task's markers go. */
    static TopicPartition progress(OutputSettings settings, WriterId id, TopicFacts topics) {
        TopicPartition progress = new TopicPartition(id.progressTopic(settings.serviceId()), id.task());
        topics.ensure(progress.topic(), partitionsFor(id.task()), PROGRESS);
        return progress;
    }

    static byte[] progressKey(WriterId id) {
        return String.valueOf(id.task()).getBytes(StandardCharsets.UTF_8);
    }

    /** Sees to it that there is a topic for the processing log, with the broker's defaults. */
    static void processingLog(OutputSettings settings, TopicFacts topics) {
        topics.ensure(settings.processingLogTopic(), 1, Map.of());
    }

    private static int partitionsFor(int task) {
        return Math.max(FEWEST_PARTITIONS, Integer.highestOneBit(task) * 2);
    }
}
