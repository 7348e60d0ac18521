package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.delivery.RotationPolicy.Due;
import io.nrtstreams.connect.s3.format.RecordFile;
import java.time.Instant;
import org.apache.kafka.connect.sink.SinkRecord;

/** A file that still takes records. Not thread-safe. */
final class OpenFile {
    /** What the objects round the bytes take, about, so that the budget counts many small files as what they are. */
    private static final int OVERHEAD = 512;

    private final RecordFile bytes;
    private final Due dueOnceOpen;
    private final Position first;
    private long lastOffset;
    private long records;
    private Instant writtenAt;

    /**
     * An empty file.
     *
     * @param first the record that it begins with
     */
    OpenFile(RecordFile bytes, Due dueOnceOpen, Position first, Instant now) {
        this.bytes = bytes;
        this.dueOnceOpen = dueOnceOpen;
        this.first = first;
        this.lastOffset = first.offset();
        this.writtenAt = now;
    }

    /** Appends a record, whole or not at all; false if the file has no place for it. */
    boolean append(SinkRecord record, Instant now) {
        if (!bytes.append(record)) {
            return false;
        }
        lastOffset = record.originalKafkaOffset();
        records++;
        writtenAt = now;
        return true;
    }

    ClosedFile close() {
        return new ClosedFile(first, lastOffset, records, bytes.finish());
    }

    Due dueOnceOpen() {
        return dueOnceOpen;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Position first() {
        return first;
    }

    long lastOffset() {
        return lastOffset;
    }

    long records() {
        return records;
    }

    long length() {
        return bytes.length();
    }

    long memory() {
        return bytes.memory() + OVERHEAD;
    }
}
