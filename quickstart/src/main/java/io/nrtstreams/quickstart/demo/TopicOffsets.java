package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.CommandFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far topics and consumer groups are. Thread-safe. */
final class TopicOffsets implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    private final Admin admin;

    TopicOffsets(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The partitions of topics, all of which exist. */
    List<TopicPartition> partitions(Collection<String> topics) {
        return await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** The offset after the last record of each partition: of those committed, or with open transactions as well. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found = await(
                admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all());
        found.forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /** What the consumer group of a sink connector has before it in each partition, from 0 where it never committed. */
    List<Gap> gaps(String connector, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets("connect-" + connector).partitionsToOffsetAndMetadata());
        return ends(partitions, IsolationLevel.READ_COMMITTED).entrySet().stream()
                .map(end -> new Gap(end.getKey(), from(committed.get(end.getKey())), end.getValue()))
                .toList();
    }

    private static long from(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CommandFailure("The broker refused: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new CommandFailure("The broker does not answer within " + LIMIT_SECONDS + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while waiting for the broker.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
