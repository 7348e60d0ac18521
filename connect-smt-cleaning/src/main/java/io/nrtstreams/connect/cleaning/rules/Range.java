package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;

/** Refuses numbers outside of bounds, and what is no number. */
record Range(Bounds bounds) implements Pure {
    @Override
    public Object apply(Object value) {
        if (value instanceof Number number) {
            return bounds.hold(number.doubleValue()) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        return "a number " + bounds.shown();
    }
}
