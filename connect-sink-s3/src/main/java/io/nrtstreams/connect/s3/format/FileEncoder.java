package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.sink.SinkRecord;

/** Writes the records of one file. Immutable but for caches; not thread-safe. */
public interface FileEncoder {
    /** Appends what a file of this encoder begins with. */
    void writeHeader(Utf8Buffer out);

    /**
     * Appends one record with its line end.
     *
     * @return false if the record holds a field that this file has no column for: what was appended is then void, and
     *     the record belongs in a new file of {@link #widenedFor}
     * @throws BadRecordException if the record cannot be written at all; what was appended is then void
     */
    boolean writeLine(SinkRecord record, Utf8Buffer out);

    /**
     * The encoder of a file that has a column for every field of {@code record} as well.
     *
     * @throws BadRecordException if there can be none
     */
    FileEncoder widenedFor(SinkRecord record);
}
