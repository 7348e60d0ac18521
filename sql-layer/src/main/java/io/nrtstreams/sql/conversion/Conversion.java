package io.nrtstreams.sql.conversion;

import org.jspecify.annotations.Nullable;

/** Makes of a value of one type a value of another. Thread-safe. */
@FunctionalInterface
public interface Conversion {

    /** For types that are the same. */
    Conversion NONE = value -> value;

    /**
     * The value of the other type.
     *
     * @param value not null
     * @return null only where the other type has no such value and that is no error
     * @throws RuntimeException when it has none; the message holds no data
     */
    @Nullable Object convert(Object value);

    /** As {@link #convert}; null stays null. */
    default @Nullable Object convertNullable(@Nullable Object value) {
        return value == null ? null : convert(value);
    }
}
