package io.nrtstreams.connect.s3.delivery;

/** Why a file was closed. */
public enum RotationReason {
    /** It had {@code rotate.records}. */
    RECORDS,
    /** It had {@code rotate.bytes}. */
    BYTES,
    /** It was open for {@code rotate.age}. */
    AGE,
    /** It got no record for {@code rotate.idle}. */
    IDLE,
    /** A border of {@code rotate.schedule} passed. */
    SCHEDULE,
    /** The times of its records were {@code rotate.record.time} apart. */
    RECORD_TIME,
    /** A record had a field that the file had no column for. */
    SHAPE,
    /** {@code memory.budget} was used up. */
    MEMORY,
    /** There were more than {@code open.files}. */
    OPEN_FILES,
    /** The task stopped, or lost the partition. */
    CLOSE
}
