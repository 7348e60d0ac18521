package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.file.FileBytes;
import io.nrtstreams.connect.s3.format.Utf8Buffer;
import java.time.Instant;

/** A file that still takes records. Not thread-safe. */
final class OpenFile {
    private final FileBytes bytes;
    private final Instant openedAt;
    private final long firstOffset;
    private final long firstTimestamp;
    private long lastOffset;
    private long records;

    OpenFile(FileBytes bytes, Instant openedAt, long firstOffset, long firstTimestamp) {
        this.bytes = bytes;
        this.openedAt = openedAt;
        this.firstOffset = firstOffset;
        this.firstTimestamp = firstTimestamp;
        this.lastOffset = firstOffset;
    }

    void header(Utf8Buffer header) {
        bytes.append(header.bytes(), header.length());
    }

    void append(long offset, Utf8Buffer line) {
        bytes.append(line.bytes(), line.length());
        lastOffset = offset;
        records++;
    }

    ClosedFile close() {
        return new ClosedFile(firstOffset, lastOffset, records, firstTimestamp, bytes.finish());
    }

    Instant openedAt() {
        return openedAt;
    }

    long firstOffset() {
        return firstOffset;
    }

    long firstTimestamp() {
        return firstTimestamp;
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
        return bytes.memory();
    }
}
