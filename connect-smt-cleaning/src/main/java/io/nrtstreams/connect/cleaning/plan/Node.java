package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import org.jspecify.annotations.Nullable;

/** Rules ready to run on a record, or on a record, an array or a map within one. */
interface Node {
    /**
     * Cleans what has fields or elements.
     *
     * @param value null, or something that has none, counts as a record that lacks every field
     * @return the very same object where nothing changed, a changed copy, or a {@link Refused}
     */
    @Nullable Object clean(@Nullable Object value, Passage passage);
}
