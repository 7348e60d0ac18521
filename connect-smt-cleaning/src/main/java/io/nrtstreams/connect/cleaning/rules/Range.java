package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.Date;

/** Refuses numbers, or timestamps, outside of bounds, and what is of another kind. */
record Range(Bounds bounds) implements Pure {
    @Override
    public Object apply(Object value) {
        if (!bounds.ofTimes() && value instanceof Number number) {
            return bounds.hold(number.doubleValue()) ? value : Unfit.VALUE;
        }
        if (bounds.ofTimes() && value instanceof Date date) {
            return bounds.hold((double) date.toInstant().toEpochMilli()) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        return (bounds.ofTimes() ? "a timestamp " : "a number ") + bounds.shown();
    }
}
