package io.nrtstreams.connect.mock.replay;

import org.apache.kafka.connect.data.Struct;

/**
 * A row as it was recorded.
 *
 * @param value the fields
 * @param micros its time, in microseconds since the epoch
 */
record RecordedRow(Struct value, long micros) {}
