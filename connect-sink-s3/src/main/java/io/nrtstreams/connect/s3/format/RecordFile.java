package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.Segments;
import org.apache.kafka.connect.sink.SinkRecord;

/** A file under construction, in memory. Not thread-safe. */
public interface RecordFile {
    /**
     * Appends a record, whole or not at all: where this returns false or throws, the file is as it was before.
     *
     * @return false if the file's shape has no place for the record, which then belongs in a new file of
     *     {@link FileShape#widenedFor}
     * @throws BadRecordException if the record cannot be written at all
     */
    boolean append(SinkRecord record);

    /** About how large the file would be if it were finished now, in bytes; what is not yet compressed counts in full. */
    long length();

    /** Bytes of memory held. */
    long memory();

    /** Ends the file; nothing may be appended any more. */
    Segments finish();
}
