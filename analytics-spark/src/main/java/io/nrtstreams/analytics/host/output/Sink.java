package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** What a task writes of a query in a batch. The producer's thread tells it of failures; all else is the task's thread. */
final class Sink implements Callback {

    private final SinkTarget target;
    private final KeyPartitions partitions;
    private final @Nullable LastChanges lastChanges;
    private int largest;
    private volatile @Nullable Exception failure;

    Sink(SinkTarget target, KeyPartitions partitions) {
        this.target = target;
        this.partitions = partitions;
        this.lastChanges = target.emission() == Emission.PER_BATCH ? new LastChanges(LastChanges.MOST_BYTES) : null;
    }

    SinkTarget target() {
        return target;
    }

    /** The size in bytes of the largest record so far. */
    int largest() {
        return largest;
    }

    /** Why a record was not written; null while all is well. */
    @Nullable Exception failure() {
        return failure;
    }

    void accept(TopicRecord record, TransactionalWriter writer) {
        if (lastChanges == null) {
            send(record, writer);
        } else {
            lastChanges.add(record, last -> send(last, writer));
        }
    }

    void finish(TransactionalWriter writer) {
        if (lastChanges != null) {
            lastChanges.give(last -> send(last, writer));
        }
    }

    private void send(TopicRecord record, TransactionalWriter writer) {
        largest = Math.max(largest, RecordSize.of(record));
        writer.send(
                new ProducerRecord<>(
                        target.topic(),
                        partitions.of(record.key()),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        headers(record.headers())),
                this);
    }

    private static @Nullable Iterable<Header> headers(List<TopicRecord.Header> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        Header[] copies = new Header[headers.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = new RecordHeader(headers.get(i).key(), headers.get(i).value());
        }
        return List.of(copies);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null && failure == null) {
            failure = exception;
        }
    }
}
