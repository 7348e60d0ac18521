package io.nrtstreams.connect.cleaning.rules;

import org.jspecify.annotations.Nullable;

/** Lets a field be null later on, and leaves its value alone. */
record Loosen() implements Pure {
    @Override
    public @Nullable Object apply(Object value) {
        return value;
    }

    @Override
    public boolean nullableAfter(boolean before) {
        return true;
    }
}
