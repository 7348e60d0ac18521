package io.nrtstreams.it.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far topics reach and groups have come, asked of the broker. */
public final class KafkaOffsets implements AutoCloseable {
    private final Admin admin;

    public KafkaOffsets(String bootstrap) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    public void createTopic(String topic, int partitions) {
        done(
                "the topic " + topic + " cannot be created",
                admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                        .all());
    }

    /** What a group has committed. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        done(
                        "the offsets of " + group + " cannot be read",
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> committed.put(partition, offset.offset()));
        return committed;
    }

    /** How many members a group has. */
    public int members(String group) {
        return done(
                        "the group " + group + " cannot be read",
                        admin.describeConsumerGroups(List.of(group))
                                .describedGroups()
                                .get(group))
                .members()
                .size();
    }

    /** The offset after the last committed record of each partition; nothing where there is no such topic. */
    public Map<TopicPartition, Long> ends(String topic) {
        String problem = "the ends of " + topic + " cannot be read";
        if (!done(problem, admin.listTopics().names()).contains(topic)) {
            return new HashMap<>();
        }
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        done(problem, admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .forEach(p -> latest.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        done(
                        problem,
                        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T done(String problem, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(problem, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(problem, e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
