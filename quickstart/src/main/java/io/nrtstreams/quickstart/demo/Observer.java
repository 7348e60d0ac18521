package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.s3.Lake;
import io.nrtstreams.quickstart.stack.EmbeddedStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Looks at topics, lake and sinks of a running demo. Not thread-safe. */
final class Observer implements AutoCloseable {
    private final List<String> sourceTopics;
    private final TopicOffsets offsets;
    private final SinkLag lag;
    private final Lake lake;

    Observer(EmbeddedStack stack, DemoPlan plan) {
        String bootstrapServers = stack.addresses().bootstrapServers();
        sourceTopics = plan.sourceTopics();
        offsets = new TopicOffsets(bootstrapServers);
        lag = new SinkLag(offsets, bootstrapServers, plan.sinks());
        lake = Lake.at(stack.lake(DemoPlan.PREFIX));
    }

    Observation look() {
        Map<String, Long> topics = new LinkedHashMap<>();
        sourceTopics.forEach(topic -> topics.put(topic, 0L));
        ends(sourceTopics).forEach((partition, end) -> topics.merge(partition.topic(), end, Long::sum));
        long results = ends(DemoPlan.RESULT_TOPICS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Observation(topics, results, lake.size(), lag.atMost());
    }

    private Map<TopicPartition, Long> ends(List<String> topics) {
        return offsets.ends(offsets.partitions(topics), IsolationLevel.READ_COMMITTED);
    }

    SinkLag lag() {
        return lag;
    }

    @Override
    public void close() {
        offsets.close();
        lake.close();
    }
}
