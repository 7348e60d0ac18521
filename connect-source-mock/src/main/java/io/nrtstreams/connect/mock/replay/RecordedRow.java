package io.nrtstreams.connect.mock.replay;

import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was recorded.
 *
 * @param key the record's key, null where the configuration names none
 * @param value the fields
 * @param nanos its time, in nanoseconds since the epoch
 */
record RecordedRow(@Nullable String key, Struct value, long nanos) {}
