package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed records of a range in the order of their offsets; those that the broker deleted come from a history,
 * where there is one. Its consumer is one that this process keeps for the partition, so ranges that follow each other are
 * read without a new start. Single-threaded.
 */
public final class RangeReader implements AutoCloseable {

    private final PartitionReaders readers;
    private final PartitionReader reader;
    private final TopicRange range;
    private final DataLoss onLoss;
    private final @Nullable OffsetHistory history;
    private OffsetHistory.@Nullable Records deleted;
    /** The next offset that the broker is asked for. */
    private long begin;

    private @Nullable Lost lost;
    private boolean isDone;

    private RangeReader(
            PartitionReaders readers,
            PartitionReader reader,
            TopicRange range,
            DataLoss onLoss,
            @Nullable OffsetHistory history) {
        this.readers = readers;
        this.reader = reader;
        this.range = range;
        this.onLoss = onLoss;
        this.history = history;
        this.begin = range.from();
    }

    /**
     * A reader at the beginning of the range.
     *
     * @throws SourceException when the topic is gone or is another one
     * @throws OutputException when the broker does not answer
     */
    public static RangeReader open(OutputSettings settings, TopicRange range, DataLoss onLoss) {
        return open(OutputClients.shared(), settings, range, onLoss, null);
    }

    /**
     * A reader at the beginning of the range, whose records may be deleted at the broker as long as the history has them.
     *
     * @throws SourceException when the topic is gone or is another one
     * @throws OutputException when the broker does not answer
     */
    public static RangeReader open(OutputSettings settings, TopicRange range, DataLoss onLoss, OffsetHistory history) {
        return open(OutputClients.shared(), settings, range, onLoss, history);
    }

    static RangeReader open(OutputClients clients, OutputSettings settings, TopicRange range, DataLoss onLoss) {
        return open(clients, settings, range, onLoss, null);
    }

    private static RangeReader open(
            OutputClients clients,
            OutputSettings settings,
            TopicRange range,
            DataLoss onLoss,
            @Nullable OffsetHistory history) {
        PartitionReaders readers = clients.connection(settings).readers();
        PartitionReader reader = readers.take(range);
        try {
            reader.begin(range);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
        return new RangeReader(readers, reader, range, onLoss, history);
    }

    /**
     * The next record; null at the end.
     *
     * @throws SourceException when the records or the topic are gone, or may not be read
     * @throws OutputException when the broker does not answer
     */
    public @Nullable TopicRecord next() {
        while (!isDone) {
            if (deleted != null) {
                TopicRecord record = nextDeleted(deleted);
                if (record != null) {
                    return record;
                }
            }
            try {
                TopicRecord record = reader.next(range);
                if (record == null) {
                    isDone = true;
                    reader.end(range);
                } else {
                    begin = record.offset() + 1;
                }
                return record;
            } catch (OffsetOutOfRangeException e) {
                skipLost();
            } catch (TopicAuthorizationException e) {
                throw reader.refused(e);
            } catch (KafkaException e) {
                throw new OutputException("The records " + range + " cannot be read: " + Reasons.text(e), e);
            }
        }
        return null;
    }

    /** What was skipped up to now, as neither the broker nor a history has it any more; empty for nothing. */
    public Optional<Lost> lost() {
        return Optional.ofNullable(lost);
    }

    private void lose(long first, long offsets) {
        if (offsets > 0) {
            lost = lost == null ? new Lost(first, offsets) : new Lost(lost.first(), lost.offsets() + offsets);
        }
    }

    private @Nullable TopicRecord nextDeleted(OffsetHistory.Records records) {
        TopicRecord record = records.next();
        if (record == null) {
            lose(begin - records.lost(), records.lost());
            records.close();
            deleted = null;
            reader.seek(begin);
        }
        return record;
    }

    private void skipLost() {
        long first = reader.first();
        if (first <= begin) {
            throw reader.endsEarly(range.until());
        }
        long next = Math.min(first, range.until());
        if (history != null) {
            TopicRange gone = new TopicRange(range.topic(), range.topicId(), range.partition(), begin, next);
            deleted = history.read(gone, first, onLoss);
            begin = next;
            return;
        }
        if (onLoss == DataLoss.FAIL) {
            throw new SourceException("The records of " + range + " are lost up to offset " + (first - 1)
                    + ": the topic's retention deleted them before they were read. Set " + DataLoss.PROPERTY
                    + " to continue to go on with offset " + first
                    + ", and let the topic keep its records longer than a"
                    + " query may rest.");
        }
        lose(begin, next - begin);
        begin = next;
        reader.seek(next);
    }

    /** Gives the consumer back. */
    @Override
    public void close() {
        if (deleted != null) {
            deleted.close();
        }
        if (isDone) {
            readers.giveBack(range, reader);
        } else {
            reader.close();
        }
    }
}
