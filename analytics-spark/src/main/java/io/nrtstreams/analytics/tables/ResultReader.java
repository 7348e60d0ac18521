package io.nrtstreams.analytics.tables;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the result topics into tables, on a thread of its own: of each partition the last {@value #MOST} offsets and all that
 * comes. Thread-safe.
 */
public final class ResultReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResultReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Tables keep fewer keys, and a server that starts has better things to do than to read a million rows for its page. */
    static final long MOST = 50_000;

    private final ResultTables tables;
    private final InstantSource clock;
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;
    private final Map<TopicPartition, Long> liveFrom = new HashMap<>();
    private volatile Set<String> wanted;

    /**
     * Begins to read the topics of {@code tables}. One that does not exist is looked for again and again.
     *
     * @param kafka client settings whose keys have the prefix {@code kafka.}
     */
    public static ResultReader start(Map<String, String> kafka, ResultTables tables, InstantSource clock) {
        ResultReader reader = new ResultReader(
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer()),
                tables,
                clock);
        reader.thread.start();
        return reader;
    }

    private ResultReader(KafkaConsumer<String, String> consumer, ResultTables tables, InstantSource clock) {
        this.consumer = consumer;
        this.tables = tables;
        this.clock = clock;
        this.wanted = Set.copyOf(tables.names());
        this.thread = new Thread(this::run, "result-reader");
    }

    /** From now on reads these topics and no others. May be called by any thread. */
    public void follow(Collection<String> topics) {
        tables.follow(topics);
        wanted = Set.copyOf(topics);
    }

    static Properties settings(Map<String, String> kafka) {
        Properties settings = new Properties();
        kafka.forEach((key, value) -> settings.put(key.substring("kafka.".length()), value));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return settings;
    }

    private void run() {
        try (consumer) {
            while (true) {
                if (assign()) {
                    consumer.poll(POLL).forEach(this::take);
                } else {
                    rest();
                }
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("stopped reading the result topics");
        } catch (KafkaException e) {
            LOG.error("stopped reading the result topics; tables stay as they are until a restart", e);
        }
    }

    /** Turns to what is wanted: new topics are looked up, others let go. Whether there is anything to read. */
    private boolean assign() {
        Set<String> topics = wanted;
        Set<TopicPartition> partitions = new HashSet<>(consumer.assignment());
        partitions.removeIf(partition -> !topics.contains(partition.topic()));
        Set<TopicPartition> added = new HashSet<>();
        for (String topic : topics) {
            if (partitions.stream().noneMatch(partition -> partition.topic().equals(topic))) {
                consumer.partitionsFor(topic).forEach(found -> added.add(new TopicPartition(topic, found.partition())));
            }
        }
        partitions.addAll(added);
        if (!partitions.equals(consumer.assignment())) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(added);
            consumer.beginningOffsets(added)
                    .forEach((partition, begin) ->
                            consumer.seek(partition, Math.max(begin, ends.getOrDefault(partition, 0L) - MOST)));
            liveFrom.keySet().retainAll(partitions);
            liveFrom.putAll(ends);
        }
        return !partitions.isEmpty();
    }

    /** A consumer without a partition cannot be polled. */
    private static void rest() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void take(ConsumerRecord<String, String> row) {
        long begin = liveFrom.getOrDefault(new TopicPartition(row.topic(), row.partition()), 0L);
        tables.put(row.topic(), row.key(), row.value(), row.offset() >= begin, clock.millis());
    }

    /** Stops to read, and waits some seconds for the thread to end. */
    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
