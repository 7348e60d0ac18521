package io.nrtstreams.connect.mock.custom;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the values of a field: Doubles, Longs, Booleans, texts or whatever its field's type takes. A pure function of
 * the moment. Immutable and thread-safe.
 */
interface Generator {
    /** The value at a moment. */
    @Nullable Object value(Moment moment);

    /** What numbers it makes, null if it does not make numbers. */
    default @Nullable Bounds bounds() {
        return null;
    }

    /** Adds what a value does not show to the truth behind the record. */
    default void tell(Moment moment, String field, Map<String, Object> truth) {
        // Most values show all there is.
    }

    /**
     * What numbers a generator makes.
     *
     * @param least none is below
     * @param most none is above
     */
    record Bounds(double least, double most) {}
}
