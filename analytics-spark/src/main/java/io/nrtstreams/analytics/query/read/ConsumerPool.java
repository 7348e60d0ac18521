package io.nrtstreams.analytics.query.read;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumers that are connected before somebody needs one, as connecting takes longer than reading. They belong to no group
 * and commit nothing. {@link #SPARE} wait unused; how many are in use is for the users to bound. Thread-safe.
 */
public final class ConsumerPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerPool.class);
    private static final int SPARE = 2;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Deque<Consumer<byte[], byte[]>> idle = new ArrayDeque<>();
    private final ExecutorService warmer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "consumer-warmer");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    /**
     * A pool that begins to connect.
     *
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     */
    public ConsumerPool(Map<String, Object> kafka) {
        this.settings = readerSettings(kafka);
        refill();
    }

    /** What all readers of this package set: committed records only, no group, bounded fetches, quick to try again. */
    public static Map<String, Object> readerSettings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Records may be deleted by their age before they are read; then it goes on with the oldest there is.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 20);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 15_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        return settings;
    }

    /** A consumer without an assignment, to be given back or closed. */
    Consumer<byte[], byte[]> take() {
        Consumer<byte[], byte[]> spare;
        synchronized (this) {
            spare = idle.pollFirst();
        }
        refill();
        return spare == null ? connect() : spare;
    }

    /** Takes back a consumer that has not failed and was not woken. */
    void giveBack(Consumer<byte[], byte[]> consumer) {
        consumer.unsubscribe();
        synchronized (this) {
            if (!closed && idle.size() < SPARE) {
                idle.addLast(consumer);
                return;
            }
        }
        discard(consumer);
    }

    /** Closes a consumer; not in the caller's time. */
    void discard(Consumer<byte[], byte[]> consumer) {
        try {
            warmer.execute(() -> consumer.close(Duration.ZERO));
        } catch (RejectedExecutionException e) {
            consumer.close(Duration.ZERO);
        }
    }

    private Consumer<byte[], byte[]> connect() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void refill() {
        synchronized (this) {
            if (closed || idle.size() >= SPARE) {
                return;
            }
        }
        warmer.execute(this::warm);
    }

    private void warm() {
        synchronized (this) {
            if (closed || idle.size() >= SPARE) {
                return;
            }
        }
        Consumer<byte[], byte[]> fresh = connect();
        try {
            fresh.listTopics(CONNECT);
        } catch (KafkaException e) {
            LOG.debug("No consumer could be connected beforehand", e);
            fresh.close(Duration.ZERO);
            return;
        }
        giveBack(fresh);
        refill();
    }

    @Override
    public void close() {
        Deque<Consumer<byte[], byte[]>> rest;
        synchronized (this) {
            closed = true;
            rest = new ArrayDeque<>(idle);
            idle.clear();
        }
        rest.forEach(consumer -> consumer.close(Duration.ZERO));
        warmer.shutdown();
    }
}
