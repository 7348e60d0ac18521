package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.analytics.kafka.Broker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes commands, each in a transaction. Opening one fences all that were opened before for this topic: whatever they still
 * write is refused by the broker. Single-threaded.
 */
final class LogWriter implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Owner owner;
    private final Broker broker;

    private LogWriter(Producer<byte[], byte[]> producer, String topic, Owner owner, Broker broker) {
        this.producer = producer;
        this.topic = topic;
        this.owner = owner;
        this.broker = broker;
    }

    /** @throws KafkaException when the broker does not allow or do it */
    static LogWriter open(Map<String, Object> kafka, String topic, Owner owner) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                TIMEOUT.dividedBy(3).toMillis());
        // A plan with its schemas may be large.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        ByteArraySerializer bytes = new ByteArraySerializer();
        Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes);
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new LogWriter(
                producer, topic, owner, new Broker(String.valueOf(kafka.get("bootstrap.servers")), TIMEOUT));
    }

    /**
     * Writes a command.
     *
     * @throws NotOwnerException when another writer was opened
     * @throws UnknownOutcomeException when it may have been written or not; the writer is of no use then
     * @throws io.nrtstreams.analytics.kafka.BrokerException when it was not written
     */
    void write(Command command) {
        try {
            producer.beginTransaction();
            LogTail.records(topic, command, owner).forEach(producer::send);
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new NotOwnerException("another server has taken the command log over");
        } catch (TimeoutException | InterruptException e) {
            throw new UnknownOutcomeException(e);
        } catch (KafkaException e) {
            abort(e);
            throw broker.problem("write to the command log, so nothing was done", e);
        }
    }

    private void abort(KafkaException problem) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // Left open, it is aborted by the broker or by the next writer, and no reader sees it.
            problem.addSuppressed(e);
            throw new UnknownOutcomeException(problem);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
