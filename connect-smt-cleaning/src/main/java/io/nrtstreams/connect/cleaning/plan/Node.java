package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Refused;
import org.jspecify.annotations.Nullable;

/** Rules ready to run on a record or on a record within one. */
interface Node {
    /**
     * Cleans a record.
     *
     * @param value the record; null or something without fields counts as a record that lacks every field
     * @return the very same object where nothing changed, a changed copy, or a {@link Refused}
     */
    @Nullable Object clean(@Nullable Object value);
}
