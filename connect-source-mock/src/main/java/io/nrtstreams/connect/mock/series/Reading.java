package io.nrtstreams.connect.mock.series;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one record says.
 *
 * @param keySchema schema of {@code key}, null where there is none
 * @param key the record's key, null where the configuration names none
 * @param valueSchema schema of {@code value}, null where it has none
 * @param value a text, a Struct or a map; null in a tombstone
 * @param timestampMillis event time in milliseconds since the epoch
 * @param dirt the defect that was planted, null in a clean record
 */
public record Reading(
        @Nullable Schema keySchema,
        @Nullable Object key,
        @Nullable Schema valueSchema,
        @Nullable Object value,
        long timestampMillis,
        @Nullable DirtKind dirt) {}
