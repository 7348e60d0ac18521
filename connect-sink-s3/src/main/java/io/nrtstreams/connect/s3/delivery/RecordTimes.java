package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.format.BadRecordException;
import org.apache.kafka.connect.sink.SinkRecord;

/** The time by which a record is filed. */
@FunctionalInterface
public interface RecordTimes {
    /** The record has no time. */
    long NONE = Long.MIN_VALUE;

    /**
     * In milliseconds of the epoch, or {@link #NONE}.
     *
     * @throws BadRecordException if what the record has is no time
     */
    long of(SinkRecord record);
}
