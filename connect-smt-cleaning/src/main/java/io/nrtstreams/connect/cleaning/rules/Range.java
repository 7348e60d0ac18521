package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Numbers;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.math.BigDecimal;
import java.util.Date;

/** Refuses numbers, or timestamps, outside of bounds, and what is of another kind. */
record Range(Bounds bounds) implements Pure {
    @Override
    public Object apply(Object value) {
        if (!bounds.ofTimes() && value instanceof Number number) {
            return holds(number) ? value : Unfit.VALUE;
        }
        if (bounds.ofTimes() && value instanceof Date date) {
            return bounds.hold((double) LogicalTimes.millis(date)) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    private boolean holds(Number number) {
        if (number instanceof Float single) {
            return bounds.hold(single);
        }
        BigDecimal exact = Numbers.beyondDouble(number);
        return exact == null ? bounds.hold(number.doubleValue()) : bounds.hold(exact);
    }

    @Override
    public String expected() {
        return (bounds.ofTimes() ? "a timestamp " : "a number ") + bounds.shown();
    }
}
