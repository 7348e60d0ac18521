package io.nrtstreams.connect.cleaning.rules;

import org.jspecify.annotations.Nullable;

/** What becomes of the field itself, after all rules on its value. It leaves the value alone. */
sealed interface Placement extends Pure {
    @Override
    default @Nullable Object apply(Object value) {
        return value;
    }

    /** The field is left out. */
    record Drop() implements Placement {}

    /** The field gets another name. */
    record Rename(String name) implements Placement {}
}
