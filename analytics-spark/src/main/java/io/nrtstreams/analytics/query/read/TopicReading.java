package io.nrtstreams.analytics.query.read;

import io.nrtstreams.sql.SqlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The committed records of some topics, from a place on. What was there at the beginning comes in the order of the records'
 * times over all partitions, and in the order of offsets within each; later ones come so as far as they are there at the same
 * time. Of each partition at most two megabytes are held. Used by one thread; {@link #close} may come from any.
 */
public final class TopicReading implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 500;

    private final ConsumerPool pool;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, PartitionBuffer> buffers;
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile boolean closed;
    private boolean broken;
    private boolean released;

    private TopicReading(
            ConsumerPool pool, Consumer<byte[], byte[]> consumer, Map<TopicPartition, PartitionBuffer> buffers) {
        this.pool = pool;
        this.consumer = consumer;
        this.buffers = buffers;
    }

    /**
     * Begins to read.
     *
     * @param topics each with whether its records go before those of other topics of the same time
     * @param earliest whether to begin with the oldest record rather than behind the last one
     * @throws SqlException when a topic is not there or the broker does not answer
     */
    public static TopicReading open(ConsumerPool pool, Map<String, Boolean> topics, boolean earliest) {
        Consumer<byte[], byte[]> consumer = pool.take();
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.keySet().forEach(topic -> partitions.addAll(partitions(consumer, topic)));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> begins = earliest ? consumer.beginningOffsets(partitions, PATIENCE) : ends;
            Map<TopicPartition, PartitionBuffer> buffers = new LinkedHashMap<>();
            for (TopicPartition partition : partitions) {
                long begin = begins.getOrDefault(partition, 0L);
                consumer.seek(partition, begin);
                PartitionBuffer buffer = new PartitionBuffer(
                        partition, topics.getOrDefault(partition.topic(), false), ends.getOrDefault(partition, 0L));
                buffer.reached(begin);
                buffers.put(partition, buffer);
            }
            return new TopicReading(pool, consumer, buffers);
        } catch (KafkaException e) {
            pool.discard(consumer);
            throw problem(String.join(", ", topics.keySet()), e);
        } catch (SqlException e) {
            pool.giveBack(consumer);
            throw e;
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
        if (known == null || known.isEmpty()) {
            throw missing(topic);
        }
        return known.stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    private static SqlException missing(String topic) {
        return new SqlException(
                "There is no topic '" + topic + "' on the broker. SHOW TOPICS lists them; it may have been deleted.");
    }

    private static SqlException problem(String topics, KafkaException cause) {
        SqlException problem = new SqlException("Cannot read " + topics + ": " + cause.getMessage()
                + " See that the broker runs and that this server may read the topic.");
        problem.initCause(cause);
        return problem;
    }

    /**
     * The next records, as soon as there are some; none when the time is over or when it was closed.
     *
     * @throws SqlException when a topic was deleted, or cannot be read
     */
    public List<ConsumerRecord<byte[], byte[]>> next(Duration timeout) throws InterruptedException {
        inUse.lock();
        try {
            if (closed) {
                return List.of();
            }
            List<ConsumerRecord<byte[], byte[]>> merged = merged();
            if (merged.isEmpty()) {
                fetch(timeout);
                merged = merged();
            }
            return merged;
        } catch (WakeupException e) {
            broken = true;
            return List.of();
        } catch (InterruptException e) {
            broken = true;
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (KafkaException e) {
            broken = true;
            throw problem(String.join(", ", topics()), e);
        } finally {
            inUse.unlock();
        }
    }

    private List<String> topics() {
        return buffers.keySet().stream().map(TopicPartition::topic).distinct().toList();
    }

    private void fetch(Duration timeout) {
        for (PartitionBuffer buffer : buffers.values()) {
            if (buffer.isFull()) {
                consumer.pause(List.of(buffer.partition()));
            } else {
                consumer.resume(List.of(buffer.partition()));
            }
        }
        var fetched = consumer.poll(timeout);
        for (ConsumerRecord<byte[], byte[]> record : fetched) {
            buffer(record).add(record);
        }
        buffers.forEach((partition, buffer) -> buffer.reached(consumer.position(partition)));
        if (fetched.isEmpty()) {
            requireTopics();
        }
    }

    private PartitionBuffer buffer(ConsumerRecord<byte[], byte[]> record) {
        PartitionBuffer buffer = buffers.get(new TopicPartition(record.topic(), record.partition()));
        if (buffer == null) {
            throw new IllegalStateException("a record of " + record.topic() + ", which was not asked for");
        }
        return buffer;
    }

    /** What the consumer knows of topics is renewed now and then, so this asks nobody as a rule. */
    private void requireTopics() {
        for (String topic : topics()) {
            List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
            if (known == null || known.isEmpty()) {
                throw missing(topic);
            }
        }
    }

    /** Records whose turn it is: none while one might still come before them. */
    private List<ConsumerRecord<byte[], byte[]>> merged() {
        List<ConsumerRecord<byte[], byte[]>> merged = new ArrayList<>();
        while (merged.size() < MOST_AT_ONCE) {
            PartitionBuffer next = null;
            for (PartitionBuffer buffer : buffers.values()) {
                if (buffer.isEmpty()) {
                    if (!buffer.isRead()) {
                        return merged;
                    }
                } else if (next == null || buffer.isBefore(next)) {
                    next = buffer;
                }
            }
            ConsumerRecord<byte[], byte[]> record = next == null ? null : next.take();
            if (record == null) {
                return merged;
            }
            merged.add(record);
        }
        return merged;
    }

    /** Whether all that there was at the beginning has been handed on. */
    public boolean isAtEnd() {
        return buffers.values().stream().allMatch(buffer -> buffer.isRead() && buffer.isEmpty());
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        if (!inUse.tryLock()) {
            // Woken, so not fit for another use: the wake-up may come behind the call that it was meant for.
            consumer.wakeup();
            inUse.lock();
            broken = true;
        }
        try {
            if (!released) {
                released = true;
                release();
            }
        } finally {
            inUse.unlock();
        }
    }

    private void release() {
        if (broken) {
            pool.discard(consumer);
        } else {
            pool.giveBack(consumer);
        }
    }
}
