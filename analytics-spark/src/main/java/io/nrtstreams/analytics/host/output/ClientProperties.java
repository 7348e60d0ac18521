package io.nrtstreams.analytics.host.output;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties of the clients: what exactly-once needs cannot be changed, the rest are defaults under the user's. */
final class ClientProperties {

    /** Between a try of a request and the next. */
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(1);

    private ClientProperties() {}

    static Map<String, Object> producer(OutputSettings settings, String transactionalId, String clientId) {
        OutputTimeouts timeouts = settings.timeouts();
        Map<String, Object> properties = new HashMap<>();
        // A batch ends with a flush, so records wait for company until then or until a batch is full.
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Above what brokers accept by default, so that the topic's own limit is the one that counts.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 * 1024 * 1024);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (int) LONGEST_BACK_OFF.toMillis());
        properties.putAll(settings.client());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeouts.block().toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, requestTimeout(timeouts));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                timeouts.patience().plusSeconds(1).toMillis());
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int)
                timeouts.transaction().toMillis());
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        return properties;
    }

    static Map<String, Object> consumer(OutputSettings settings, String clientId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (int) LONGEST_BACK_OFF.toMillis());
        properties.putAll(settings.client());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, requestTimeout(settings.timeouts()));
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                settings.timeouts().patience().toMillis());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return properties;
    }

    static Map<String, Object> admin(OutputSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.client());
        int block = (int) settings.timeouts().block().toMillis();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, block);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, block);
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.serviceId() + "-tasks");
        return properties;
    }

    /** A third of the patience: a request may be lost twice. */
    private static int requestTimeout(OutputTimeouts timeouts) {
        return (int) Math.max(1000, timeouts.patience().toMillis() / 3);
    }
}
