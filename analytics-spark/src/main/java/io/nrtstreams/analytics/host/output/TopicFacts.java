package io.nrtstreams.analytics.host.output;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the broker says about topics, asked each time. Throws {@link OutputException} when it does not say. Thread-safe. */
final class TopicFacts implements AutoCloseable {

    private static final long LOOK_MILLIS = 10;

    private final Admin admin;
    private final Duration patience;

    TopicFacts(OutputSettings settings) {
        this.admin = Admin.create(ClientProperties.admin(settings));
        this.patience = settings.timeouts().patience();
    }

    /** The topic's id; empty when there is no such topic. */
    Optional<Uuid> id(String topic) {
        return describe(topic).map(TopicDescription::topicId);
    }

    /** Those of the topics that the broker says it does not have. */
    List<String> missing(Collection<String> topics) {
        return topics.stream().filter(topic -> describe(topic).isEmpty()).toList();
    }

    /** Where the next record of the partition goes, of open transactions too. */
    long end(TopicPartition partition) {
        try {
            return await(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition))
                    .offset();
        } catch (ExecutionException e) {
            throw new OutputException(
                    "The broker does not say how far " + partition + " reaches: " + Reasons.text(e), e);
        }
    }

    /** Sees to it that there is such a topic with this many partitions at least. */
    void ensure(String topic, int partitions, Map<String, String> config) {
        int there = partitions(topic);
        if (there < partitions) {
            if (there == 0) {
                create(topic, partitions, config);
            } else {
                grow(topic, partitions);
            }
            awaitKnown(topic, partitions);
        }
    }

    private int partitions(String topic) {
        return describe(topic).map(found -> found.partitions().size()).orElse(0);
    }

    /** Brokers hear of what was made a moment after it was, and do not know it until then. */
    private void awaitKnown(String topic, int partitions) {
        long end = System.nanoTime() + patience.toNanos();
        while (partitions(topic) < partitions) {
            if (System.nanoTime() > end) {
                throw new OutputException(
                        "The service's own topic " + topic + " was made, but the broker does not know its " + partitions
                                + " partitions after " + patience.toSeconds() + " s.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void create(String topic, int partitions, Map<String, String> config) {
        NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(config);
        try {
            await(admin.createTopics(List.of(wanted)).all());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                // Another task was first, maybe with fewer partitions.
                grow(topic, partitions);
                return;
            }
            throw notMade(topic, e);
        }
    }

    private void grow(String topic, int partitions) {
        try {
            await(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InvalidPartitionsException)) {
                throw notMade(topic, e);
            }
        }
    }

    private static OutputException notMade(String topic, ExecutionException e) {
        return new OutputException(
                "The service's own topic " + topic + " cannot be made: " + Reasons.text(e)
                        + " Let the service's user create topics with the prefix of the service id.",
                e);
    }

    private Optional<TopicDescription> describe(String topic) {
        try {
            return Optional.ofNullable(
                    await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new OutputException(
                    "The broker does not say whether there is a topic " + topic + ": " + Reasons.text(e), e);
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            // As Kafka's clients do: it sets the thread's mark again.
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
