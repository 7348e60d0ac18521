package io.nrtstreams.analytics.kafka;

import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes single records: none is lost or doubled by a broker that is slow to answer. Holds 32 MiB of records on their way at
 * most; a call waits when there is no room. Thread-safe.
 */
public final class RecordProducer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Producer<byte[], byte[]> producer;
    private final Broker broker;

    private RecordProducer(Producer<byte[], byte[]> producer, Broker broker) {
        this.producer = producer;
        this.broker = broker;
    }

    /** @param settings of Kafka's clients, bootstrap.servers among them */
    public static RecordProducer connect(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                TIMEOUT.dividedBy(2).toMillis());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) TIMEOUT.toMillis());
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new RecordProducer(
                new KafkaProducer<>(all, bytes, bytes),
                new Broker(String.valueOf(settings.get("bootstrap.servers")), TIMEOUT));
    }

    /**
     * Writes a record into the partition that its key belongs to, whatever partition it names.
     *
     * @return done when all in-sync replicas have it; fails with a {@link BrokerException}
     */
    public CompletableFuture<@Nullable Void> send(TopicRecord record) {
        String doing = "write to the topic '" + record.topic() + "'";
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        try {
            producer.send(
                    new ProducerRecord<>(
                            record.topic(), null, record.timestamp(), record.key(), record.value(), headers(record)),
                    (written, problem) -> {
                        if (problem == null) {
                            done.complete(null);
                        } else {
                            done.completeExceptionally(broker.problem(doing, problem));
                        }
                    });
        } catch (KafkaException e) {
            done.completeExceptionally(broker.problem(doing, e));
        }
        return done;
    }

    private static List<Header> headers(TopicRecord record) {
        return record.headers().stream()
                .<Header>map(header -> new RecordHeader(header.key(), header.value()))
                .toList();
    }

    /** Waits for the records on their way, but not long. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
