package io.nrtstreams.connect.s3.config;

/** What becomes of a record without a value. */
public enum NullValues {
    SKIP,
    FAIL,
    WRITE
}
