package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.FileBytes;
import io.nrtstreams.connect.s3.file.Segments;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A file of text. A record is encoded whole before a byte of it reaches the file, so that one that cannot be written
 * leaves no trace.
 */
final class LineFile implements RecordFile {
    private final LineEncoder encoder;
    private final FileBytes bytes;
    /** Shared by the files of a format. */
    private final Utf8Buffer scratch;

    private boolean isEmpty = true;

    LineFile(LineEncoder encoder, FileBytes bytes, Utf8Buffer scratch) {
        this.encoder = encoder;
        this.bytes = bytes;
        this.scratch = scratch;
    }

    @Override
    public boolean append(SinkRecord record) {
        scratch.clear();
        if (isEmpty) {
            encoder.writeHeader(scratch);
        } else {
            encoder.writeSeparator(scratch);
        }
        if (!encoder.writeRecord(record, scratch)) {
            return false;
        }
        bytes.append(scratch.bytes(), scratch.length());
        isEmpty = false;
        return true;
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public long memory() {
        return bytes.memory();
    }

    @Override
    public Segments finish() {
        scratch.clear();
        encoder.writeFooter(scratch);
        bytes.append(scratch.bytes(), scratch.length());
        return bytes.finish();
    }
}
