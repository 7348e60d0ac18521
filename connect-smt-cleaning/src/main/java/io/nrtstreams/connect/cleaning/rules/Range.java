package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.util.Date;

/** Refuses numbers, or timestamps, outside of bounds, and what is of another kind. */
record Range(Bounds bounds) implements Pure {
    @Override
    public Object apply(Object value) {
        if (!bounds.ofTimes() && value instanceof Number number) {
            boolean within = number instanceof Float single ? bounds.hold(single) : bounds.hold(number.doubleValue());
            return within ? value : Unfit.VALUE;
        }
        if (bounds.ofTimes() && value instanceof Date date) {
            return bounds.hold((double) LogicalTimes.millis(date)) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        return (bounds.ofTimes() ? "a timestamp " : "a number ") + bounds.shown();
    }
}
