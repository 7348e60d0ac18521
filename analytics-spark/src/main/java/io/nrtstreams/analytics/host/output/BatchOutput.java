package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that one task writes of one batch, as one transaction: readers of committed records see all of it, once, or nothing.
 * What an attempt before has written is not written again. Nothing is asked of the broker before the first record comes.
 *
 * <p>Ends with {@link #commit}; {@link #close} without it takes everything back. Holds what is on its way to the broker
 * (buffer.memory, 32 MB), and with {@link Emission#PER_BATCH} up to 32 MB of changes a query. Single-threaded.
 */
public final class BatchOutput implements AutoCloseable {

    private final OutputClients.Connection connection;
    private final OutputSettings settings;
    private final WriterId id;
    private final long batch;
    private final Set<String> suppressed;

    private final List<SinkTarget> targets = new ArrayList<>();
    private final Map<String, Sink> sinks = new LinkedHashMap<>();
    private final Map<String, Count> records = new HashMap<>();
    private final Map<String, Count> errors = new HashMap<>();
    private @Nullable TransactionalWriter writer;
    private boolean isReplay;
    private boolean isOver;

    private BatchOutput(
            OutputClients.Connection connection,
            OutputSettings settings,
            WriterId id,
            long batch,
            Set<String> suppressed) {
        this.connection = connection;
        this.settings = settings;
        this.id = id;
        this.batch = batch;
        this.suppressed = Set.copyOf(suppressed);
    }

    /**
     * The output of a task.
     *
     * @param batch the number of the batch: the same at every attempt, and greater than those before
     * @param suppressed ids of queries whose records of this task are written already, in a batch of another number
     */
    public static BatchOutput open(OutputSettings settings, WriterId id, long batch, Set<String> suppressed) {
        return open(OutputClients.shared(), settings, id, batch, suppressed);
    }

    static BatchOutput open(
            OutputClients clients, OutputSettings settings, WriterId id, long batch, Set<String> suppressed) {
        return new BatchOutput(clients.connection(settings), settings, id, batch, suppressed);
    }

    /**
     * Writes a record.
     *
     * @throws QueryFailure when the batch has failed and a query is to blame
     * @throws OutputException when the batch has failed and none is
     */
    public void accept(SinkTarget target, TopicRecord record) {
        ensureOpen();
        count(records, target.queryId());
        if (suppressed.contains(target.queryId())) {
            return;
        }
        try {
            TransactionalWriter to = writer();
            if (!isReplay) {
                sink(target, to).accept(record, to);
            }
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /**
     * Writes an entry of the processing log.
     *
     * @throws QueryFailure when the batch has failed and a query is to blame
     * @throws OutputException when the batch has failed and none is
     */
    public void log(ProcessingLog.Entry entry) {
        ensureOpen();
        count(errors, entry.queryId());
        if (suppressed.contains(entry.queryId())) {
            return;
        }
        try {
            TransactionalWriter to = writer();
            if (!isReplay) {
                connection.ensureProcessingLog();
                to.send(new ProducerRecord<>(settings.processingLogTopic(), LogRecords.value(entry)), null);
            }
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /**
     * Makes all that was written readable, at once.
     *
     * @throws QueryFailure when the batch has failed and a query is to blame
     * @throws OutputException when the batch has failed and none is, or when the broker did not say whether it is committed:
     *     the next attempt finds out
     */
    public Written commit() {
        ensureOpen();
        TransactionalWriter to = writer;
        if (to != null && !isReplay) {
            try {
                sinks.values().forEach(sink -> sink.finish(to));
                to.commit(new Marker(id.run(), batch), this::failEarly);
            } catch (RuntimeException e) {
                throw failed(e);
            }
        }
        if (to != null) {
            connection.writers().giveBack(id, to);
            writer = null;
        }
        isOver = true;
        return new Written(isReplay, counts(records), counts(errors));
    }

    /** Takes back what is not committed. */
    @Override
    public void close() {
        isOver = true;
        TransactionalWriter to = writer;
        if (to != null) {
            writer = null;
            to.abandon();
        }
    }

    /** What is written after a failure would be committed without what came before it. */
    private void ensureOpen() {
        if (isOver) {
            throw new IllegalStateException("batch " + batch + " of " + id + " is committed or has failed");
        }
    }

    private TransactionalWriter writer() {
        TransactionalWriter known = writer;
        if (known == null) {
            known = connection.writers().take(id);
            writer = known;
            isReplay = known.hasWritten(id.run(), batch);
        }
        return known;
    }

    private Sink sink(SinkTarget target, TransactionalWriter to) {
        Sink known = sinks.get(target.queryId());
        if (known == null) {
            targets.add(target);
            int partitions = to.partitions(target.topic());
            known = new Sink(target, new KeyPartitions(target.windowBytes(), partitions, batch + id.task()));
            sinks.put(target.queryId(), known);
        }
        return known;
    }

    private void failEarly() {
        Optional<QueryFailure> gone = blame().missing(new OutputException("The broker does not answer."), targets);
        if (gone.isPresent()) {
            throw gone.get();
        }
    }

    private RuntimeException failed(RuntimeException failure) {
        RuntimeException blamed = blame().of(failure, targets, sinks.values());
        connection.forgetProcessingLog();
        close();
        return blamed;
    }

    private Blame blame() {
        return new Blame(settings, id, connection.views().topics());
    }

    private static void count(Map<String, Count> counts, String queryId) {
        Count count = counts.get(queryId);
        if (count == null) {
            count = new Count();
            counts.put(queryId, count);
        }
        count.value++;
    }

    private static Map<String, Long> counts(Map<String, Count> counts) {
        Map<String, Long> values = new HashMap<>();
        counts.forEach((queryId, count) -> values.put(queryId, count.value));
        return values;
    }

    private static final class Count {
        private long value;
    }
}
