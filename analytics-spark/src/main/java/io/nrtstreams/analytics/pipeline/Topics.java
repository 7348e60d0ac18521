package io.nrtstreams.analytics.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics of one Kafka cluster. Thread-safe. */
final class Topics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Admin admin;

    /** Connects with client settings whose keys have the prefix {@code kafka.}. */
    static Topics connect(Map<String, String> kafka) {
        Map<String, Object> settings = new HashMap<>();
        kafka.forEach((key, value) -> settings.put(key.substring("kafka.".length()), value));
        return new Topics(Admin.create(settings));
    }

    private Topics(Admin admin) {
        this.admin = admin;
    }

    /** Creates those of {@code topics} that are missing, with one partition, so that a key's rows stay in order. */
    void create(Collection<String> topics) throws InterruptedException, ExecutionException {
        Set<String> missing = missing(topics);
        List<NewTopic> wanted = missing.stream()
                .map(topic -> new NewTopic(topic, Optional.of(1), Optional.empty()))
                .toList();
        for (var creation : admin.createTopics(wanted).values().entrySet()) {
            try {
                creation.getValue().get();
                LOG.info("created topic {}", creation.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** Waits until all of {@code topics} exist, and answers those that still do not after {@code longest}. */
    Set<String> await(Collection<String> topics, Duration longest) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + longest.toNanos();
        Set<String> missing = missing(topics);
        if (!missing.isEmpty()) {
            LOG.info("waiting up to {} s for topics {}", longest.toSeconds(), missing);
        }
        while (!missing.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            missing = missing(topics);
        }
        return missing;
    }

    private Set<String> missing(Collection<String> topics) throws InterruptedException, ExecutionException {
        Set<String> missing = new TreeSet<>(topics);
        missing.removeAll(admin.listTopics().names().get());
        return missing;
    }

    /** The end of every partition as a consumer with {@code read_committed} sees it. */
    Map<TopicPartition, Long> ends(Collection<String> topics) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
