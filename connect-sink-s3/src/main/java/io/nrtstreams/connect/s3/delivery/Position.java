package io.nrtstreams.connect.s3.delivery;

/**
 * Where a record stands.
 *
 * @param offset in its partition
 * @param timestamp of the Kafka record in milliseconds of the epoch, or -1 if it has none
 * @param time by which the record is filed, in milliseconds of the epoch, or {@link RecordTimes#NONE}
 */
record Position(long offset, long timestamp, long time) {}
