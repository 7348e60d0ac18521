package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;

/** Refuses a field that is null or missing. */
record Require() implements Pure {
    @Override
    public Object apply(Object value) {
        return value;
    }

    @Override
    public Object applyToNothing() {
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        return "a value";
    }

    @Override
    public boolean nullableAfter(boolean before) {
        return false;
    }
}
