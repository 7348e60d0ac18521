package io.nrtstreams.analytics.host;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how far the topics that queries read have come, for all jobs of a host: one thread that asks the broker every
 * few milliseconds, and every second which partitions the topics have and whether they are still the same topics. Thread-safe.
 */
final class TopicEnds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicEnds.class);
    private static final ListOffsetsOptions COMMITTED =
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(1_500);
    private static final Duration BETWEEN_DESCRIPTIONS = Duration.ofSeconds(1);

    /** How long a change may take to be seen; longer when nothing has come for a while. */
    private static final Duration BUSY_INTERVAL = Duration.ofMillis(8);

    private static final Duration IDLE_INTERVAL = Duration.ofMillis(25);
    private static final Duration BUSY_AFTER_CHANGE = Duration.ofSeconds(3);

    private final Admin admin;
    private final Thread thread;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    /**
     * Replaced as a whole: whoever finds one partition of an answer finds all of it. A batch that knew of some partitions only
     * would go to their ends and not know that the others are behind.
     */
    private volatile Map<TopicPartition, Long> ends = Map.of();

    private volatile Set<String> watched = Set.of();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean closed;
    private long describedAt;
    private boolean describeNow = true;
    private long changedAt = System.nanoTime();
    private long version;

    /**
     * A topic as it was last seen.
     *
     * @param id empty when there is no such topic
     */
    record Topic(Optional<Uuid> id, int partitions) {
        static final Topic MISSING = new Topic(Optional.empty(), 0);
    }

    /**
     * Starts to watch.
     *
     * @param kafka settings of Kafka clients
     */
    TopicEnds(Map<String, String> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "nrt-topic-ends");
        admin = Admin.create(settings);
        thread = new Thread(this::run, "nrt-topic-ends");
        thread.setDaemon(true);
        thread.start();
    }

    /** The topics to watch from now on, instead of those before. */
    synchronized void watch(Set<String> names) {
        if (!names.equals(watched)) {
            watched = Set.copyOf(names);
            topics.keySet().retainAll(names);
            forget(topic -> !names.contains(topic));
            describeNow = true;
            notifyAll();
        }
    }

    /** What is known of the topic; empty when it was not looked at yet. */
    Optional<Topic> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    /** The offset behind the last committed record of the partition; empty while it is not known. */
    Optional<Long> end(TopicPartition partition) {
        return Optional.ofNullable(ends.get(partition));
    }

    /** Why the broker does not answer; empty when it does. */
    Optional<String> trouble() {
        return trouble;
    }

    /** A number that grows when something changes. */
    synchronized long version() {
        return version;
    }

    /** Waits until the version is another one or the time is over. */
    synchronized void await(long seen, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); version == seen && !closed && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Wakes those who wait, as for something that is not in a topic. */
    synchronized void changed() {
        version++;
        notifyAll();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        admin.close(Duration.ofSeconds(5));
    }

    private void run() {
        while (!closed) {
            try {
                look();
                trouble = Optional.empty();
                pause(System.nanoTime() - changedAt < BUSY_AFTER_CHANGE.toNanos() ? BUSY_INTERVAL : IDLE_INTERVAL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                String reason = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
                if (closed) {
                    return;
                }
                if (trouble.isEmpty()) {
                    LOG.warn("The broker does not say how far its topics are; it is asked again: {}", reason);
                }
                trouble = Optional.of(reason);
                describeNow = true;
            }
        }
    }

    private synchronized void pause(Duration time) throws InterruptedException {
        if (!describeNow && !closed) {
            TimeUnit.NANOSECONDS.timedWait(this, time.toNanos());
        }
    }

    private void look() throws InterruptedException, ExecutionException, TimeoutException {
        if (describeNow || System.nanoTime() - describedAt > BETWEEN_DESCRIPTIONS.toNanos()) {
            describeNow = false;
            describe(watched);
            describedAt = System.nanoTime();
        }
        list();
    }

    private void describe(Set<String> names) throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(names).topicNameValues();
        boolean changed = false;
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            Topic topic = topic(answer.getValue());
            Topic before = topics.put(answer.getKey(), topic);
            if (!topic.equals(before)) {
                changed = true;
                forget(answer.getKey()::equals);
            }
        }
        if (changed) {
            changed();
        }
    }

    private static Topic topic(KafkaFuture<TopicDescription> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            TopicDescription description = answer.get(10, TimeUnit.SECONDS);
            return new Topic(
                    Optional.of(description.topicId()), description.partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Topic.MISSING;
            }
            throw e;
        }
    }

    private void list() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = topics.entrySet().stream()
                .flatMap(topic -> Stream.iterate(0, i -> i < topic.getValue().partitions(), i -> i + 1)
                        .map(partition -> new TopicPartition(topic.getKey(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        if (wanted.isEmpty()) {
            return;
        }
        ListOffsetsResult answers = admin.listOffsets(wanted, COMMITTED);
        Map<TopicPartition, Long> seen = new HashMap<>();
        ExecutionException failure = null;
        for (TopicPartition partition : wanted.keySet()) {
            try {
                seen.put(
                        partition,
                        answers.partitionResult(partition)
                                .get(10, TimeUnit.SECONDS)
                                .offset());
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        if (takeNote(seen)) {
            changedAt = System.nanoTime();
            changed();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether anything is new. */
    private synchronized boolean takeNote(Map<TopicPartition, Long> seen) {
        Map<TopicPartition, Long> now = new HashMap<>(ends);
        now.putAll(seen);
        boolean isNew = !now.equals(ends);
        ends = now;
        return isNew;
    }

    private synchronized void forget(Predicate<String> topic) {
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        left.keySet().removeIf(partition -> topic.test(partition.topic()));
        ends = left;
    }
}
