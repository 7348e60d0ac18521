package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of a type of what a generator makes, and nulls at a rate.
 *
 * @param type what they become
 * @param scale digits behind the point, below 0 for all
 * @param nulls share of nulls, 0 to 1
 * @param draws of the nulls alone
 */
record Typed(Generator of, ValueType type, int scale, double nulls, Draws draws) implements Generator {
    private static final int NULL = 0;

    @Override
    public @Nullable Object value(Moment moment) {
        if (nulls > 0 && draws.unit(moment.draw, NULL) < nulls) {
            return null;
        }
        Object value = of.value(moment);
        return value == null ? null : type.of(value, scale);
    }

    @Override
    public @Nullable Bounds bounds() {
        return type.isNumber() ? of.bounds() : null;
    }

    @Override
    public void tell(Moment moment, String field, Map<String, Object> truth) {
        of.tell(moment, field, truth);
    }
}
