package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.sink.SinkRecord;

/** Writes the records of a file as text, one after the other. Immutable but for caches; not thread-safe. */
interface LineEncoder {
    /** Appends what a file begins with. */
    default void writeHeader(Utf8Buffer out) {}

    /**
     * Appends one record.
     *
     * @return false if the record holds a field that this file has no column for: what was appended is then void, and
     *     the record belongs in a new file of {@link #widenedFor}
     * @throws BadRecordException if the record cannot be written at all; what was appended is then void
     */
    boolean writeRecord(SinkRecord record, Utf8Buffer out);

    /** Appends what parts a record from the one before it, beyond what records end with themselves. */
    default void writeSeparator(Utf8Buffer out) {}

    /** Appends what a file ends with. */
    default void writeFooter(Utf8Buffer out) {}

    /**
     * The encoder of a file that has a column for every field of {@code record} as well.
     *
     * @throws BadRecordException if there can be none
     */
    default LineEncoder widenedFor(SinkRecord record) {
        return this;
    }
}
