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
 * @param rejection why it goes to the topic of rejects, where it has no event time; null for the topic of the records
 */
public record Reading(
        @Nullable Schema keySchema,
        @Nullable Object key,
        @Nullable Schema valueSchema,
        @Nullable Object value,
        long timestampMillis,
        @Nullable DirtKind dirt,
        @Nullable Rejection rejection) {

    /** A record that is not rejected. */
    public Reading(
            @Nullable Schema keySchema,
            @Nullable Object key,
            @Nullable Schema valueSchema,
            @Nullable Object value,
            long timestampMillis,
            @Nullable DirtKind dirt) {
        this(keySchema, key, valueSchema, value, timestampMillis, dirt, null);
    }

    /** A record that is set aside as the text it was recorded as. */
    public static Reading rejected(String text, Rejection rejection) {
        return new Reading(null, null, Schema.STRING_SCHEMA, text, 0, null, rejection);
    }
}
