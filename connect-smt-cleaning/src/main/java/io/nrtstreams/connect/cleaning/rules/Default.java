package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;

/** Fills a field that is null or missing. */
record Default(Literal literal, Object value) implements Pure {
    Default(Literal literal) {
        this(literal, literal.byLooks());
    }

    @Override
    public Object apply(Object present) {
        return present;
    }

    @Override
    public Object applyToNothing() {
        return value;
    }

    @Override
    public boolean nullableAfter(boolean before) {
        return false;
    }

    @Override
    public Operation boundTo(ScalarType type) {
        return new Default(literal, literal.as(type));
    }
}
