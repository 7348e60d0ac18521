package io.nrtstreams.analytics.kafka;

import io.nrtstreams.sql.engine.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of a broker. Each call asks the broker; one that gives no answer in time is a {@link BrokerException}.
 * Thread-safe.
 */
public final class KafkaTopics implements Topics, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Admin admin;
    private final Broker broker;

    private KafkaTopics(Admin admin, Broker broker) {
        this.admin = admin;
        this.broker = broker;
    }

    /** @param settings of Kafka's clients, bootstrap.servers among them */
    public static KafkaTopics connect(Map<String, Object> settings) {
        return new KafkaTopics(
                Admin.create(settings), new Broker(String.valueOf(settings.get("bootstrap.servers")), TIMEOUT));
    }

    @Override
    public OptionalInt partitions(String topic) {
        return describe(topic)
                .map(description -> OptionalInt.of(description.partitions().size()))
                .orElseGet(OptionalInt::empty);
    }

    /** How many replicas the first partition of a topic has; empty when there is no such topic. */
    public OptionalInt replicas(String topic) {
        return describe(topic)
                .map(description -> OptionalInt.of(
                        description.partitions().get(0).replicas().size()))
                .orElseGet(OptionalInt::empty);
    }

    private Optional<TopicDescription> describe(String topic) {
        KafkaFuture<TopicDescription> answer =
                admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
        return known(answer, "look up the topic '" + topic + "'");
    }

    /** The answer about something that is there; empty when it is not, or its name cannot be one. */
    private <T> Optional<T> known(Future<T> answer, String doing) {
        try {
            return Optional.of(broker.await(answer, doing));
        } catch (BrokerException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof InvalidTopicException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void create(String topic, int partitions, Optional<Integer> replicas, Optional<Duration> retention) {
        Map<String, String> settings = retention
                .map(time -> Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(time.toMillis())))
                .orElse(Map.of());
        create(new NewTopic(topic, Optional.of(partitions), replicas.map(Integer::shortValue)).configs(settings));
    }

    /**
     * Makes a topic of one partition whose newest record of each key stays for ever.
     *
     * @return whether it was not there
     */
    public boolean createCompacted(String topic, Map<String, String> settings) {
        if (partitions(topic).isPresent()) {
            return false;
        }
        Map<String, String> all = new TreeMap<>(settings);
        all.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        try {
            create(new NewTopic(topic, Optional.of(1), Optional.empty()).configs(all));
            return true;
        } catch (BrokerException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private void create(NewTopic topic) {
        String doing = "create the topic '" + topic.name() + "'";
        broker.await(admin.createTopics(List.of(topic)).all(), doing);
        awaitThere(topic.name(), true);
    }

    @Override
    public void delete(String topic) {
        KafkaFuture<Boolean> deleted =
                admin.deleteTopics(List.of(topic)).topicNameValues().get(topic).thenApply(nothing -> true);
        known(deleted, "delete the topic '" + topic + "'");
        awaitThere(topic, false);
    }

    /** Brokers hear of topics one after the other, and this server's statements must not. */
    private void awaitThere(String topic, boolean there) {
        long end = System.nanoTime() + broker.timeout().toNanos();
        while (partitions(topic).isPresent() != there && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The names of all topics, Kafka's own ones aside. */
    public Set<String> names() {
        return new TreeSet<>(broker.await(
                admin.listTopics(new ListTopicsOptions().listInternal(false)).names(), "list the topics"));
    }

    /** How many replicas each partition of these topics has; topics that are not there are left out. */
    public Map<String, List<Integer>> replicas(Collection<String> topics) {
        Map<String, List<Integer>> replicas = new TreeMap<>();
        admin.describeTopics(topics)
                .topicNameValues()
                .forEach((name, answer) -> known(answer, "look up the topic '" + name + "'")
                        .ifPresent(description -> replicas.put(name, replicas(description))));
        return replicas;
    }

    private static List<Integer> replicas(TopicDescription topic) {
        return topic.partitions().stream()
                .map(TopicPartitionInfo::replicas)
                .map(List::size)
                .toList();
    }

    /** Who reads topics by consumer groups that have members now. */
    public Map<String, Readers> readers() {
        Set<String> groups = broker.await(admin.listConsumerGroups().all(), "list the consumer groups").stream()
                .map(group -> group.groupId())
                .collect(Collectors.toSet());
        Map<String, Readers> readers = new TreeMap<>();
        broker.await(admin.describeConsumerGroups(groups).all(), "look up the consumer groups")
                .values()
                .forEach(group -> {
                    Set<String> counted = new TreeSet<>();
                    group.members()
                            .forEach(member -> member.assignment().topicPartitions().stream()
                                    .map(partition -> partition.topic())
                                    .distinct()
                                    .forEach(topic -> readers.merge(
                                            topic, new Readers(1, counted.add(topic) ? 1 : 0), Readers::plus)));
                });
        return readers;
    }

    /**
     * The readers of a topic.
     *
     * @param members of groups, of which several may read one topic
     */
    public record Readers(int members, int groups) {

        private Readers plus(Readers more) {
            return new Readers(members + more.members, groups + more.groups);
        }
    }

    /** The id of the broker's cluster. */
    public String clusterId() {
        return broker.await(admin.describeCluster().clusterId(), "ask the broker for its id");
    }

    /**
     * Whether the broker answers within this time.
     *
     * @return what is wrong; empty when it answers
     */
    public Optional<String> problem(Duration within) {
        try {
            admin.describeCluster().clusterId().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(broker.problem("ask the broker", e.getCause() == null ? e : e.getCause())
                    .problem());
        } catch (java.util.concurrent.TimeoutException e) {
            return Optional.of(new Broker(broker.address(), within)
                    .problem("ask the broker", e)
                    .problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The question to the broker was interrupted.");
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
