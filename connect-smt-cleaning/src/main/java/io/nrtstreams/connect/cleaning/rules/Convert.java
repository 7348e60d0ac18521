package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import org.jspecify.annotations.Nullable;

/** Converts a field to another type. */
record Convert(ScalarType type) implements Pure {
    @Override
    public Object apply(Object value) {
        return type.convert(value);
    }

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return type;
    }
}
