package io.nrtstreams.connect.mock.output;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is handed over.
 *
 * @param schema its schema, null where it has none
 * @param value a Struct, a map or a text; null for nothing
 */
public record Rendered(@Nullable Schema schema, @Nullable Object value) {
    /** The value of a tombstone. */
    public static final Rendered NOTHING = new Rendered(null, null);
}
