package io.nrtstreams.connect.mock.series;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one record says.
 *
 * @param key the record's key, null where the configuration names none
 * @param valueSchema schema of {@code value}
 * @param value a text, or a Struct
 * @param timestampMillis event time in milliseconds since the epoch
 * @param dirt the defect that was planted, null in a clean record
 */
public record Reading(
        @Nullable String key,
        Schema valueSchema,
        Object value,
        long timestampMillis,
        @Nullable DirtKind dirt) {}
