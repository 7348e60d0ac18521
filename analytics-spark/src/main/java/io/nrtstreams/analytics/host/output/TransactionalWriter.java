package io.nrtstreams.analytics.host.output;

import io.nrtstreams.analytics.host.output.Faults.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task's producer. Having one means that all former ones of the task can write no more, and that what they had begun is
 * either all there or never will be. Used by one thread at a time.
 */
final class TransactionalWriter {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalWriter.class);

    private final WriterId id;
    private final KafkaProducer<byte[], byte[]> producer;
    private final TopicPartition progress;
    private final Duration patience;
    private final Faults faults;

    private Optional<Marker> last = Optional.empty();
    private boolean isOpen;
    /** Behind the last marker and the end of its transaction; -1 while not known. */
    private volatile long progressEnd = -1;

    private TransactionalWriter(
            WriterId id,
            KafkaProducer<byte[], byte[]> producer,
            TopicPartition progress,
            Duration patience,
            Faults faults) {
        this.id = id;
        this.producer = producer;
        this.progress = progress;
        this.patience = patience;
        this.faults = faults;
    }

    /**
     * Takes over from whoever wrote for the task before.
     *
     * @param clientId unique in this process
     */
    static TransactionalWriter takeOver(
            OutputSettings settings, WriterId id, String clientId, BrokerViews broker, Faults faults) {
        TopicPartition progress = ServiceTopics.progress(settings, id, broker.topics());
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(settings, id.transactionalId(settings.serviceId()), clientId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        TransactionalWriter writer = new TransactionalWriter(
                id, producer, progress, settings.timeouts().patience(), faults);
        try {
            writer.untilAnswered(producer::initTransactions, () -> {});
            // Only now: what the former owner had begun to commit is committed.
            ensureEnded(id, progress, broker);
            writer.last = broker.progress().last(progress);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    /** A marker whose transaction has no end says neither that its batch is written nor that it is not. */
    private static void ensureEnded(WriterId id, TopicPartition progress, BrokerViews broker) {
        if (broker.topics().end(progress) > broker.progress().end(progress)) {
            throw new OutputException("Whether " + id + " has written its last batch cannot be known: the broker counts"
                    + " the transaction in " + progress + " as over, but its end is missing. Brokers 4.2 to 4.3.1 can"
                    + " lose it when they are killed (KAFKA-20734). List it with kafka-transactions.sh find-hanging and"
                    + " take it back with kafka-transactions.sh abort.");
        }
    }

    /**
     * Whether the task has written this batch before.
     *
     * @throws OutputException when it has written a later one, which it would now write again
     */
    boolean hasWritten(String run, long batch) {
        if (last.isEmpty() || !last.get().run().equals(run)) {
            return false;
        }
        long written = last.get().batch();
        if (written > batch) {
            throw new OutputException("The checkpoint says that batch " + batch + " is next, but " + id
                    + " has written batch " + written
                    + " already: the checkpoint is older than what was written, or two"
                    + " servers run with this service id. Put back the newest checkpoint or stop the other server. To begin"
                    + " anew, delete the checkpoint as a whole.");
        }
        return written == batch;
    }

    /** Whether nobody else has written for the task since this writer's last batch; a wrong yes is found out at the commit. */
    boolean isCurrent(ProgressReader reader) {
        return progressEnd >= 0 && reader.end(progress) <= progressEnd;
    }

    int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    void send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
        if (!isOpen) {
            faults.at(Step.BEFORE_BEGIN, id.job());
            producer.beginTransaction();
            isOpen = true;
        }
        // The commit fails when a record has failed.
        Future<RecordMetadata> unused = producer.send(record, callback);
        faults.at(Step.AFTER_SEND, id.job());
    }

    /**
     * Commits what was sent, together with the marker of the batch.
     *
     * @param whileWaiting called from time to time as long as the broker does not answer; ends the waiting by throwing
     */
    void commit(Marker marker, Runnable whileWaiting) {
        send(
                new ProducerRecord<>(
                        progress.topic(), progress.partition(), ServiceTopics.progressKey(id), marker.toBytes()),
                (metadata, failure) -> {
                    if (failure == null) {
                        progressEnd = metadata.offset() + 2;
                    }
                });
        faults.at(Step.BEFORE_COMMIT, id.job());
        untilAnswered(producer::commitTransaction, whileWaiting);
        faults.at(Step.AFTER_COMMIT, id.job());
        last = Optional.of(marker);
        isOpen = false;
    }

    /** Takes back what was sent as far as that can be done quickly, and closes the producer. */
    void abandon() {
        if (isOpen) {
            isOpen = false;
            try {
                producer.abortTransaction();
            } catch (RuntimeException e) {
                // The next owner of the task takes it back, or the broker does in time; the batch has failed either
                // way.
                LOG.debug("the transaction of {} is left open", id, e);
            }
        }
        close();
    }

    void close() {
        producer.close(Duration.ZERO);
    }

    /** Repeats a step that the producer lets be repeated when it took too long. */
    private void untilAnswered(Runnable step, Runnable whileWaiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (TimeoutException e) {
                whileWaiting.run();
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }
}
