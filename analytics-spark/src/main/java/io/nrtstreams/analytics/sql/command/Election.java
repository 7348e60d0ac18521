package io.nrtstreams.analytics.sql.command;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses one of the servers of a service: the one that a consumer group gives the log's only partition. The others are next
 * in line when it stops, or when the broker has not heard of it for {@link #SILENCE}. A server that is killed and started
 * again under the same id is chosen again at once. Single-threaded.
 */
final class Election implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Election.class);

    static final Duration SILENCE = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final String group;
    private final String member;
    private final Consumer<byte[], byte[]> consumer;
    private boolean decided;
    private boolean chosen;

    private Election(Map<String, Object> kafka, String group, String member, Consumer<byte[], byte[]> consumer) {
        this.kafka = kafka;
        this.group = group;
        this.member = member;
        this.consumer = consumer;
    }

    static Election join(Map<String, Object> kafka, String topic, Owner server) {
        String member = server.id().replaceAll("[^A-Za-z0-9._-]", "_");
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topic);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SILENCE.toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                SILENCE.dividedBy(5).toMillis());
        // The partition stays with its server when another one joins.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        Election election = new Election(
                kafka,
                topic,
                member,
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        election.consumer.subscribe(List.of(topic), election.new Choice());
        return election;
    }

    private final class Choice implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Membership is all that counts; nothing is read.
            consumer.pause(consumer.assignment());
            decided = true;
            chosen |= !partitions.isEmpty();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            chosen &= partitions.isEmpty();
        }
    }

    /**
     * Takes part for a moment.
     *
     * @throws org.apache.kafka.common.KafkaException when it cannot, such as when another server has the same id
     */
    void poll(Duration timeout) {
        consumer.poll(timeout);
    }

    /** Whether it is known whether this server is chosen. */
    boolean isDecided() {
        return decided;
    }

    boolean isChosen() {
        return chosen;
    }

    /** Leaves, so that another server is chosen at once. */
    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(5));
        try (Admin admin = Admin.create(kafka)) {
            admin.removeMembersFromConsumerGroup(
                            group, new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(member))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            LOG.info(
                    "The broker was not told that {} leaves {}; it finds out in {} s.",
                    member,
                    group,
                    SILENCE.toSeconds(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
