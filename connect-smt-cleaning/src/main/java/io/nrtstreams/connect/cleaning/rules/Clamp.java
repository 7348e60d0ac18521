package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Takes numbers beyond bounds to the nearest one within that their type holds; refuses NaN and what is no number. */
record Clamp(Bounds bounds) implements Pure {
    @Override
    public Object apply(Object value) {
        if (!(value instanceof Number number)) {
            return Unfit.KIND;
        }
        double given = number.doubleValue();
        if (Double.isNaN(given)) {
            return Unfit.VALUE;
        }
        if (bounds.least() != null && given < bounds.least()) {
            return like(number, bounds.least(), RoundingMode.CEILING);
        }
        return bounds.most() != null && given > bounds.most() ? like(number, bounds.most(), RoundingMode.FLOOR) : value;
    }

    private static Object like(Number number, double bound, RoundingMode inward) {
        double whole = inward == RoundingMode.CEILING ? Math.ceil(bound) : Math.floor(bound);
        if (number instanceof Double) {
            return bound;
        } else if (number instanceof Float) {
            return (float) bound;
        } else if (number instanceof Long) {
            return (long) whole;
        } else if (number instanceof Integer) {
            return (int) whole;
        } else if (number instanceof Short) {
            return (short) whole;
        } else if (number instanceof Byte) {
            return (byte) whole;
        } else if (number instanceof BigDecimal decimal) {
            return BigDecimal.valueOf(bound).setScale(decimal.scale(), inward);
        }
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        return "a number";
    }
}
