package io.nrtstreams.connect.mock.custom;

import org.jspecify.annotations.Nullable;

/** A generator whose numbers are known to be within bounds. */
record Bounded(Generator of, Bounds bounds) implements Generator {
    @Override
    public @Nullable Object value(Moment moment) {
        return of.value(moment);
    }
}
