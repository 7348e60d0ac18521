package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of cleaning a field, free of exceptions on account of data. It never changes what it is given. Most are
 * {@link Pure}; the others look at the rest of the record, or remember earlier ones within a stated bound.
 *
 * <p>It returns the very object it was given where nothing has to change: that is how an untouched record is known.
 */
interface Operation {
    /** What becomes of a value: itself, another one, null, or an {@link io.nrtstreams.connect.cleaning.core.Unfit}. */
    @Nullable Object apply(Object value, Passage passage);

    /** What becomes of a field that is null or missing; most operations leave it so. */
    default @Nullable Object applyToNothing(Passage passage) {
        return null;
    }

    /** What a value must be in order to fit, in words. */
    default String expected() {
        return "another value";
    }

    /** The type of the field afterwards, given its type before; null where it is not known or not a plain scalar. */
    default @Nullable ScalarType typeAfter(@Nullable ScalarType before) {
        return before;
    }

    /** Whether the field can be null afterwards, given whether it could be before. */
    default boolean nullableAfter(boolean before) {
        return before;
    }

    /**
     * The operation for a field of a known type. What it remembers is shared with this one.
     *
     * @throws io.nrtstreams.connect.cleaning.core.TextMistake if it makes no sense there
     */
    default Operation boundTo(ScalarType type) {
        return this;
    }

    /** The operation for a field whose type is no plain scalar, such as Connect's decimals and dates. */
    default Operation boundToOther(Schema schema) {
        return this;
    }
}
