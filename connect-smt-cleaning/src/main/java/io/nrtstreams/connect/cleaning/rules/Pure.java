package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import org.jspecify.annotations.Nullable;

/** An operation that looks at nothing but the value. Immutable. */
interface Pure extends Operation {
    /** What becomes of a value: itself, another one, null, or an {@link io.nrtstreams.connect.cleaning.core.Unfit}. */
    @Nullable Object apply(Object value);

    /** What becomes of a field that is null or missing. */
    default @Nullable Object applyToNothing() {
        return null;
    }

    @Override
    default @Nullable Object apply(Object value, Passage passage) {
        return apply(value);
    }

    @Override
    default @Nullable Object applyToNothing(Passage passage) {
        return applyToNothing();
    }
}
