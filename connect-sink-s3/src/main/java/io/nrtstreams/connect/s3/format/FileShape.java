package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.sink.SinkRecord;

/** What is fixed for a whole file, e.g. the columns of its header. Immutable but for caches; not thread-safe. */
public interface FileShape {
    /** A new, empty file. */
    RecordFile begin();

    /**
     * The shape of a file that takes what this one's take, and {@code record} as well. Asked for where
     * {@link RecordFile#append} said no.
     *
     * @throws BadRecordException if there can be none
     */
    FileShape widenedFor(SinkRecord record);
}
